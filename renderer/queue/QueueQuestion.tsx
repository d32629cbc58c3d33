import type { Instant } from '#shared/kernel/instant.ts';
import { ReasonDialog } from '../ui/ReasonDialog.tsx';
import { QueueConfirm } from './QueueConfirm.tsx';
import type { Question, QueueActs } from './queueActs.ts';

export interface QueueQuestionProps {
  readonly question: Question;
  readonly acts: QueueActs;
  readonly now: Instant;
}

/** The dialog of a command that asks for more: who received it, or why it goes back or stops. */
export function QueueQuestion({ question, acts, now }: QueueQuestionProps) {
  const { command, job } = question;
  const { close, questionProblem: problem } = acts;
  if (command === 'confirm') {
    return <QueueConfirm job={job} now={now} problem={problem} onRun={acts.confirm} onClose={close} />;
  }
  const words =
    command === 'cancel'
      ? {
          title: 'Annulla l’invio',
          explanation: `«${job.notice.title}» non parte. La riga resta nella coda come annullata.`,
          action: 'Annulla l’invio',
          missing: 'Scrivi perché non deve partire.',
        }
      : {
          title: 'Rimetti in coda',
          explanation: `«${job.notice.title}» parte di nuovo, al primo momento di servizio. Fallo solo se sai che non è già partito.`,
          action: 'Rimetti in coda',
          missing: 'Scrivi come sai che non è partito.',
        };
  return <ReasonDialog {...words} problem={problem} onRun={acts.decide} onClose={close} />;
}
