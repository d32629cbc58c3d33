import { type RefObject, useId } from 'react';
import { Button, Sign, type SignName, sayProblem } from '#renderer/ui/index.ts';
import { capitalised, sayMomentAt } from '#renderer/ui/moments.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { GroupAnswer } from '#shared/queue/facts.ts';
import type { JobRow } from '#shared/queue/views.ts';
import { COMMANDS, type Command, commandsOf, sayMail, sayReceipt } from './queueRows.ts';

export interface QueueBandProps {
  /** A sending that is uncertain or was refused. */
  readonly job: JobRow;
  /** How many others need an answer too. */
  readonly others: number;
  readonly today: Day;
  readonly onCommand: (command: Command, job: JobRow) => void;
  /** What must hold the focus for the digits. */
  readonly keysWithin: RefObject<HTMLElement | null>;
}

interface Answer {
  readonly label: string;
  readonly command: Command;
}

interface BandWords {
  readonly heading: string;
  readonly text: string;
  readonly sign: SignName;
  readonly answers: readonly Answer[];
}

const sentence = (text: string): string => (text === '' || /[.?]$/.test(text) ? text : `${text}.`);

/** What to do with a sending that is not taken as it is (P31). */
const REFUSED_ADVICE: Readonly<Record<GroupAnswer | 'other', string>> = {
  'da cambiare': 'Rimanda il testo a chi scrive: corretto e approvato di nuovo, rientra in coda.',
  'non selezionato': 'Annullalo, oppure rimettilo in coda se il gruppo ci ripensa.',
  other: 'Togli la causa e rimettilo in coda, rimanda il testo a chi scrive, oppure annullalo.',
};

/** The e-mail to the contractor came back, or no server took it: nobody refused anything. */
const hasNotReached = ({ mail }: JobRow): boolean =>
  mail !== null && (mail.isBack || (mail.taken === null && mail.found === null));

function wordsOf(job: JobRow): BandWords {
  const { state, notice, why, answer } = job;
  const cause = sentence(capitalised(why ?? ''));
  if (state === 'refused') {
    return {
      heading: hasNotReached(job)
        ? `La ditta non ha avuto la e-mail per «${notice.title}»`
        : `«${notice.title}» è stato rifiutato${answer ? `: ${answer}` : ''}`,
      text: `${cause} ${REFUSED_ADVICE[answer ?? 'other']}`,
      sign: 'refused',
      answers: [
        { label: 'Rimettilo in coda…', command: 'requeue' },
        { label: COMMANDS.sendBack, command: 'sendBack' },
        { label: 'Annulla l’invio…', command: 'cancel' },
        { label: 'È uscito lo stesso, lo registro…', command: 'confirm' },
      ],
    };
  }
  return {
    heading: `Non sappiamo se «${notice.title}» è partito`,
    text: `${cause} L’app non riprova da sola: rischierebbe di inviarlo due volte.`,
    sign: 'uncertain',
    answers: [
      ...(commandsOf(job).includes('search') ? [{ label: COMMANDS.search, command: 'search' as const }] : []),
      { label: 'È partito, lo registro…', command: 'confirm' },
      { label: 'Non è partito, rimettilo in coda…', command: 'requeue' },
      ...(commandsOf(job).includes('receipt') ? [{ label: COMMANDS.receipt, command: 'receipt' as const }] : []),
    ],
  };
}

function evidenceOf(job: JobRow, today: Day): readonly { readonly text: string; readonly known: boolean }[] {
  const { obstacle, changedAt, rounds, mail } = job;
  const evidence = mail?.taken || mail?.found ? sayMail(mail, today) : job.evidence;
  const receipt = sayReceipt(job, today);
  return [
    { text: `Prova di consegna: ${evidence ?? 'nessuna'}`, known: evidence !== null },
    ...(receipt ? [{ text: capitalised(receipt), known: true }] : []),
    { text: `Ultimo passo: ${sayMomentAt(changedAt, today)}`, known: true },
    ...(rounds > 1 ? [{ text: `Messo in coda ${rounds} volte`, known: true }] : []),
    ...(obstacle ? [{ text: `Ostacolo: ${sayProblem(obstacle)}`, known: true }] : []),
  ];
}

/** The amber band: what is not known, what is known, and the answers (P33, L11). No band = nothing to clear up. */
export function QueueBand({ job, others, today, onCommand, keysWithin }: QueueBandProps) {
  const id = useId();
  const { heading, text, sign, answers } = wordsOf(job);
  return (
    <section className="queue-band" aria-labelledby={id}>
      <div role="status">
        <h2 id={id}>
          <Sign name={sign} size={20} tone="warn" />
          {heading}
        </h2>
        <p>{text.trim()}</p>
        <ul className="queue-evidence">
          {evidenceOf(job, today).map((evidence) => (
            <li key={evidence.text}>
              <Sign name={evidence.known ? 'info' : 'unverified'} size={14} tone="idle" />
              {evidence.text}
            </li>
          ))}
        </ul>
        {others > 0 && (
          <p className="muted">
            {others === 1 ? 'Un altro invio è da chiarire' : `Altri ${others} invii sono da chiarire`}: scegli la sua
            riga.
          </p>
        )}
      </div>
      <div className="queue-answers">
        {answers.map(({ label, command }, index) => (
          <Button key={label} keys={String(index + 1)} keysWithin={keysWithin} onClick={() => onCommand(command, job)}>
            {label}
          </Button>
        ))}
      </div>
    </section>
  );
}
