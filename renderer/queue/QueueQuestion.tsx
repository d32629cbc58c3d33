import { CorrectionDialog } from '#renderer/requests/letters/CorrectionDialog.tsx';
import { useSession } from '#renderer/session.tsx';
import { ReasonDialog } from '#renderer/writing/ReasonDialog.tsx';
import { AnswerReading } from './AnswerNotice.tsx';
import { PageDialog } from './PageDialog.tsx';
import { QueueConfirm } from './QueueConfirm.tsx';
import { QueueMove } from './QueueMove.tsx';
import { QueueRefused } from './QueueRefused.tsx';
import type { Question, QueueActs } from './queueActs.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

export interface QueueQuestionProps {
  readonly question: Question;
  readonly acts: QueueActs;
}

function wordsOf(
  command: Exclude<Question['command'], 'confirm' | 'move' | 'refused' | 'page' | 'read' | 'told' | 'withdraw'>,
  { state, notice, deskName, why }: Question['job'],
) {
  if (command === 'cancel') {
    return {
      title: 'Annulla l’invio',
      explanation: `«${notice.title}» non parte. La riga resta nella coda come annullata.`,
      action: 'Annulla l’invio',
      missing: 'Scrivi perché non deve partire.',
    };
  }
  if (command === 'sendBack') {
    return {
      title: 'Rimanda a chi scrive',
      explanation: `«${notice.title}» esce dalla coda e la richiesta torna da lavorare, con quello che scrivi qui. Il testo corretto va approvato di nuovo.`,
      action: 'Rimanda a chi scrive',
      missing: 'Scrivi che cosa va cambiato.',
      label: 'Che cosa va cambiato',
      initial: why ?? '',
    };
  }
  if (command === 'partly') {
    return {
      title: 'Inviato in parte',
      explanation: `«${notice.title}» è uscito, ma non è arrivato a tutti. Quando sai com’è finita, conferma l’invio.`,
      action: 'Registra',
      missing: 'Scrivi a chi non è arrivato.',
    };
  }
  if (command === 'takeOver') {
    const desk = deskName === null ? 'l’altra postazione' : `«${deskName}»`;
    return {
      title: 'Subentra nell’invio',
      explanation: `«${notice.title}» l’ha cominciato ${desk}, e quello che ha fatto non si sa: l’invio diventa «incerto» e non riparte da solo. Prima di rimetterlo in coda guarda se è già uscito.`,
      action: 'Subentra',
      missing: `Scrivi perché ${desk} non lo finisce.`,
    };
  }
  const words = { title: 'Rimetti in coda', action: 'Rimetti in coda' };
  return state === 'deferred'
    ? {
        ...words,
        explanation: `«${notice.title}» non è ancora partito: l’app lo riprova al primo momento di servizio, senza aspettare l’ora a cui è differito.`,
        missing: 'Scrivi che cosa è cambiato.',
      }
    : {
        ...words,
        explanation: `«${notice.title}» parte di nuovo, al primo momento di servizio. Fallo solo se sai che non è già partito.`,
        missing: 'Scrivi come sai che non è partito.',
      };
}

/** The dialog of a command that asks for more: who received it, or why it goes back or stops. */
export function QueueQuestion({ question, acts }: QueueQuestionProps) {
  const { now, profile } = useSession();
  const { command, job } = question;
  const { close, questionProblem: problem } = acts;
  if (command === 'confirm') {
    return <QueueConfirm job={job} now={now} problem={problem} onRun={acts.confirm} onClose={close} />;
  }
  if (command === 'read') return <AnswerReading id={job.id} onClose={close} />;
  if (command === 'page') return <PageDialog job={job} onClose={close} />;
  if (command === 'told') return <CorrectionDialog id={job.id} onClose={close} />;
  if (command === 'withdraw') return <WithdrawDialog id={job.id} onClose={close} />;
  if (command === 'refused') {
    return <QueueRefused job={job} problem={problem} onRun={acts.refuse} onClose={close} />;
  }
  if (command === 'move') {
    return (
      <QueueMove job={job} now={now} calendar={profile.calendar} problem={problem} onRun={acts.move} onClose={close} />
    );
  }
  return <ReasonDialog {...wordsOf(command, job)} problem={problem} onRun={acts.decide} onClose={close} />;
}
