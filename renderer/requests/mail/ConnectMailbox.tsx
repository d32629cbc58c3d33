import './mail.css';
import { useAct } from '#renderer/api.ts';
import { Button, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import { useRemedy } from '#renderer/ui/remedies.ts';
import type { MailboxStanding } from '#shared/requests/mailboxSign.ts';

export interface ConnectMailboxProps {
  /** Reads it once it is chosen. */
  readonly onChosen?: (() => void) | undefined;
}

/** Chooses the folder in which the e-mails of the offices arrive (P20). */
export function ChooseFolder({ onChosen }: ConnectMailboxProps) {
  const choose = useAct('service.chooseFolder');
  const toast = useToast();
  const run = async () => {
    if (choose.busy) return;
    const reply = await choose.run({ which: 'mails' });
    if (!reply.ok || !reply.value.chosen) return;
    toast({ text: 'Cartella della posta scelta.' });
    onChosen?.();
  };
  return (
    <>
      {choose.problem && <ProblemBanner place="below" {...problemOf(choose.problem)} />}
      <Button size="small" icon="folder" onClick={() => void run()}>
        Scegli la cartella…
      </Button>
    </>
  );
}

/** Connects the mailbox on its page, or chooses a folder in its place (P20). */
export function ConnectMailbox(props: ConnectMailboxProps) {
  const page = useRemedy('mailbox-not-connected');
  return (
    <div className="row connect-mailbox">
      {page && (
        <Button size="small" onClick={page.run}>
          {page.label}
        </Button>
      )}
      <ChooseFolder {...props} />
    </div>
  );
}

/** Reads the mailbox now, or chooses it where nobody has. */
export function CheckMailbox({
  source,
  onCheck,
}: {
  readonly source: MailboxStanding['source'] | undefined;
  readonly onCheck: () => void;
}) {
  if (source === 'none') return <ConnectMailbox onChosen={onCheck} />;
  return (
    <Button icon="refresh" keys="F9" onClick={onCheck}>
      Controlla adesso
    </Button>
  );
}
