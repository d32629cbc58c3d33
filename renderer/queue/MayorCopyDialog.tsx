import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { RouteLacks, useRouteLacks } from '#renderer/people/RouteLacks.tsx';
import { useSession } from '#renderer/session.tsx';
import { Button, Dialog, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { JobRow } from '#shared/queue/views.ts';

export interface MayorCopyDialogProps {
  /** An emergency that left without the mayor's copy. */
  readonly job: JobRow;
  readonly onClose: () => void;
}

/** The copy the mayor has not got (P34): the address is written here, the words are copied, and a person says it is sent. */
export function MayorCopyDialog({ job: { id, notice, queuedAt }, onClose }: MayorCopyDialogProps) {
  const { profile, today } = useSession();
  const lacks = useRouteLacks('e-mail alla ditta').filter((lack) => lack === 'mayor');
  const copied = useAct('queue.mayorCopied');
  const copyText = useAct('shell.copyText');
  const show = useToast();
  const [asked, setAsked] = useState(false);
  const copy = async () => {
    const text = `Per conoscenza: emergenza «${notice.title}», ${sayMomentAt(queuedAt, today)}. Testo per i cittadini:\n\n${notice.text}`;
    if ((await copyText.run({ text })).ok) show({ text: 'Testo copiato: incollalo nella e-mail al sindaco.' });
  };
  const run = async () => {
    setAsked(true);
    if (lacks.length > 0 || copied.busy || !(await copied.run({ id })).ok) return;
    onClose();
    show({ text: 'Copia al sindaco segnata.' });
  };
  const problem = copied.problem ?? copyText.problem;
  return (
    <Dialog
      title="Manda la copia al sindaco"
      icon="mail"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Più tardi</Button>
          <Button icon="copy" onClick={() => void copy()}>
            Copia il testo
          </Button>
          <Button kind="main" keys="Control+Enter" onClick={() => void run()}>
            L’ho mandata
          </Button>
        </>
      }
    >
      <p>
        «{notice.title}» è stata preparata per la ditta senza la copia al sindaco, perché il suo indirizzo mancava.
        {profile.mayor === null ? ' Scrivilo: dal prossimo invio la copia va da sola.' : ` Mandala a ${profile.mayor}.`}
      </p>
      <RouteLacks route="e-mail alla ditta" lacks={lacks} asked={asked} heading="Manca l’indirizzo del sindaco" />
      {problem && <ProblemBanner {...problemOf(problem)} />}
    </Dialog>
  );
}
