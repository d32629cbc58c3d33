import { useState } from 'react';
import { useAct } from '#renderer/api.ts';
import { RouteLacks, useRouteLacks } from '#renderer/people/RouteLacks.tsx';
import { useSession } from '#renderer/session.tsx';
import { Button, Dialog, ProblemBanner, problemOf, useToast } from '#renderer/ui/index.ts';
import { sayMomentAt } from '#renderer/ui/moments.ts';
import type { CopyReader } from '#shared/queue/facts.ts';
import type { JobRow } from '#shared/queue/views.ts';

export interface CopyDialogProps {
  /** A sending asked of the contractor without a copy that it must have. */
  readonly job: JobRow;
  readonly who: CopyReader;
  readonly onClose: () => void;
}

const WORDS = {
  mayor: { title: 'Manda la copia al sindaco', to: 'al sindaco', done: 'Copia al sindaco segnata.' },
  head: { title: 'Manda la copia al capo settore', to: 'al capo settore', done: 'Copia al capo settore segnata.' },
} as const;

/** Why there is none, and where it goes. */
function whyNot({ mail, notice: { title } }: JobRow, who: CopyReader, mayor: string | null): string {
  const { to } = WORDS[who];
  if (mail !== null) {
    return `La e-mail alla ditta per «${title}» è partita, ma la copia ${to} non è arrivata. Mandala tu a un indirizzo che sai giusto, e correggi quello che non va in Impostazioni.`;
  }
  const where = mayor === null ? ' Scrivilo: dal prossimo invio la copia va da sola.' : ` Mandala a ${mayor}.`;
  return `«${title}» è stata preparata per la ditta senza la copia ${to}, perché il suo indirizzo mancava.${where}`;
}

/** The copy somebody has not got (P32, P34): where its address lacks it is written here, the words are copied, and a person says it is sent. */
export function CopyDialog({ job, who, onClose }: CopyDialogProps) {
  const { id, notice, queuedAt } = job;
  const { profile, today } = useSession();
  const lacks = useRouteLacks('e-mail alla ditta').filter((lack) => lack === who);
  const mayorCopied = useAct('queue.mayorCopied');
  const headCopied = useAct('queue.headCopied');
  const copied = who === 'mayor' ? mayorCopied : headCopied;
  const copyText = useAct('shell.copyText');
  const show = useToast();
  const [asked, setAsked] = useState(false);
  const copy = async () => {
    const text = `Per conoscenza: «${notice.title}», chiesto alla ditta ${sayMomentAt(queuedAt, today)}. Testo per i cittadini:\n\n${notice.text}`;
    if ((await copyText.run({ text })).ok) show({ text: `Testo copiato: incollalo nella e-mail ${WORDS[who].to}.` });
  };
  const run = async () => {
    setAsked(true);
    if (lacks.length > 0 || copied.busy || !(await copied.run({ id })).ok) return;
    onClose();
    show({ text: WORDS[who].done });
  };
  const problem = copied.problem ?? copyText.problem;
  return (
    <Dialog
      title={WORDS[who].title}
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
      <p>{whyNot(job, who, profile.mayor)}</p>
      <RouteLacks
        route="e-mail alla ditta"
        lacks={lacks}
        asked={asked}
        heading={`Manca l’indirizzo ${WORDS[who].to.replace('al ', 'del ')}`}
      />
      {problem && <ProblemBanner {...problemOf(problem)} />}
    </Dialog>
  );
}
