import type { Input } from '#shared/ipc/contract.ts';
import type { Status } from '#shared/service/status.ts';
import { useAct } from '../api.ts';
import { Button, PaneBody, ProblemBanner, problemOf, Sign, useToast } from '../ui/index.ts';
import { sayMomentAt } from '../ui/moments.ts';

type FolderName = Input<'service.chooseFolder'>['which'];

const FOLDERS: readonly { readonly which: FolderName; readonly title: string; readonly use: string }[] = [
  { which: 'mails', title: 'E-mail degli uffici', use: 'L’app legge da qui le richieste.' },
  {
    which: 'deliveries',
    title: 'Consegne alla ditta',
    use: 'Per ogni avviso un file per il programma della ditta e uno da leggere.',
  },
  { which: 'outgoing', title: 'E-mail in partenza', use: 'Le lettere alla ditta, pronte da spedire.' },
  { which: 'reports', title: 'Relazioni', use: 'I PDF dei bimestri.' },
];

function MailboxState({ mailbox, today }: Status) {
  if (mailbox.problem) return <ProblemBanner tone="warn" {...problemOf(mailbox.problem)} />;
  return (
    <p className="row small muted">
      <Sign name={mailbox.checkedAt ? 'done' : 'todo'} size={14} />
      {mailbox.checkedAt ? `Letta ${sayMomentAt(mailbox.checkedAt, today)}` : 'Non ancora letta'}
    </p>
  );
}

/** The folders of this computer: their path, what they hold, how reading went. */
export function SettingsFolders({ status }: { readonly status: Status }) {
  const choose = useAct('service.chooseFolder');
  const show = useToast();
  const run = async (which: FolderName, title: string) => {
    if (choose.busy) return;
    const reply = await choose.run({ which });
    if (reply.ok && reply.value.chosen) show({ text: `Cartella cambiata: ${title}.` });
  };
  return (
    <PaneBody>
      <p className="muted">Valgono per questo computer. Quello che è già nelle cartelle resta dov’è.</p>
      {choose.problem && <ProblemBanner {...problemOf(choose.problem)} />}
      {FOLDERS.map(({ which, title, use }) => (
        <section key={which} className="settings-folder" aria-labelledby={`folder-${which}`}>
          <div className="grow">
            <h2 id={`folder-${which}`}>{title}</h2>
            <p className="small muted">{use}</p>
            <p className="mono settings-path">{status.folders[which]}</p>
            {which === 'mails' && <MailboxState {...status} />}
          </div>
          <Button icon="folder" aria-describedby={`folder-${which}`} onClick={() => void run(which, title)}>
            Scegli la cartella…
          </Button>
        </section>
      ))}
    </PaneBody>
  );
}
