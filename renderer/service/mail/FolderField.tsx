import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { Button, Field, type onEnter, ProblemBanner, problemOf, SelectField } from '#renderer/ui/index.ts';
import type { MailboxWanted } from '#shared/requests/mailboxAccount.ts';
import { type MailFolder, sayFolder } from '#shared/requests/mailFolders.ts';
import { typedFolder } from './receivingForm.ts';

export interface FolderFieldProps {
  readonly folder: string;
  readonly set: (folder: string) => void;
  readonly error: string | undefined;
  readonly readOnly: boolean;
  /** With what the server is asked for its folders; where something of it is wrong it is shown, and nothing asked. */
  readonly wanted: () => MailboxWanted | undefined;
  readonly onKeyDown: ReturnType<typeof onEnter>;
}

/** The folder that is read: one of those the server lists, or a name that is typed. */
export function FolderField({ folder, set, error, readOnly, wanted, onKeyDown }: FolderFieldProps) {
  const list = useAct('requests.mailFolders');
  const [folders, setFolders] = useState<readonly MailFolder[]>();
  const choose = async () => {
    const asked = wanted();
    if (!asked || list.busy) return;
    const { receiving, password, access } = asked;
    const reply = await list.run({ receiving, password, access });
    if (reply.ok) setFolders(reply.value.folders);
  };
  if (readOnly) {
    return <Field readOnly label="Cartella da leggere" value={sayFolder(folder)} onChange={() => undefined} />;
  }
  if (folders) {
    const isThere = folders.some(({ path }) => path === folder);
    return (
      <SelectField
        label="Cartella da leggere"
        name="folder"
        value={isThere ? folder : ''}
        options={folders.map(({ path, label }) => ({ value: path, label }))}
        placeholder={isThere ? undefined : 'Scegli la cartella'}
        onChange={set}
        error={isThere ? error : `La cartella «${sayFolder(folder)}» non c’è più: scegline un’altra.`}
      />
    );
  }
  return (
    <div className="mail-folder">
      <Field
        label="Cartella da leggere"
        name="folder"
        spellCheck={false}
        value={sayFolder(folder)}
        onChange={(text) => set(typedFolder(text))}
        onKeyDown={onKeyDown}
        error={error}
        after={
          <Button kind="quiet" size="small" onClick={() => void choose()} aria-busy={list.busy}>
            {list.busy ? 'Chiedo…' : 'Scegli la cartella'}
          </Button>
        }
      />
      {list.problem && <ProblemBanner place="below" {...problemOf(list.problem)} />}
    </div>
  );
}
