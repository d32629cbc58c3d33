/** What the queue shows of each sending: its sign, its moment, what can be done with it. Pure. */
import type { Day } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { normaliseText, plural } from '#shared/kernel/text.ts';
import type { Person } from '#shared/people/person.ts';
import { JOB_STATES, type JobState, nextState } from '#shared/queue/states.ts';
import type { JobRow } from '#shared/queue/views.ts';
import type { Status } from '#shared/service/status.ts';
import type { SignName } from '../ui/index.ts';
import { sayMoment, sayMomentAt, sayUntil } from '../ui/moments.ts';

export const STATE_SIGNS: Readonly<Record<JobState, SignName>> = {
  queued: 'queued',
  delivering: 'sending',
  handedOver: 'sending',
  sent: 'done',
  partlySent: 'warning',
  uncertain: 'uncertain',
  deferred: 'deferred',
  held: 'paused',
  refused: 'refused',
  cancelled: 'cancelled',
};

/** `in coda`, `incerto`: the words of P33. */
export const stateWord = ({ state }: JobRow): string => JOB_STATES[state];

const isOver = ({ state }: JobRow): boolean => state === 'sent' || state === 'cancelled';
/** Out of the way: another text may take its place. */
const STOPPED: readonly JobState[] = ['held', 'refused', 'cancelled'];
const HAPPENED: readonly JobState[] = ['cancelled', 'refused', 'uncertain'];

/** The moment a row is about: when it was sent, when it stopped, or when it is planned. */
export function momentOf({ state, sent, plannedFor, changedAt }: JobRow): Instant {
  if (sent) return sent.sentAt;
  return HAPPENED.includes(state) ? changedAt : plannedFor;
}

/** `10:00` for today, else `ieri 17:20`, `venerdì 27 08:30`. */
export const sayRowMoment = (job: JobRow, today: Day): string => sayMoment(momentOf(job), today).replace(/^oggi /, '');

/** Whether a person must say what happened, and the app waits: the band of the screen (L11). */
export const needsAnswer = ({ state }: JobRow): boolean => state === 'uncertain' || state === 'refused';

const byAnswerThenMoment = (one: JobRow, other: JobRow): number =>
  Number(needsAnswer(other)) - Number(needsAnswer(one)) || (momentOf(one) < momentOf(other) ? -1 : 1);

/** The rows of a day: what happens on it; today also everything that is still open, whatever its day. */
export function rowsOfDay(jobs: readonly JobRow[], day: Day, today: Day): readonly JobRow[] {
  return jobs
    .filter((job) => romeOf(momentOf(job)).day === day || (day === today && !isOver(job)))
    .sort(byAnswerThenMoment);
}

/** The desk that delivers a sending; before, the person who put it into the queue and sees to it. */
export const deskOrPerson = ({ deskName, queuedByName }: JobRow): string => deskName ?? queuedByName;

/** The way of a notice as the table names it. */
export const ROUTE_WORDS: Readonly<Record<JobRow['route'], string>> = {
  'gruppo operativo': 'Gruppo operativo',
  'e-mail alla ditta': 'E-mail alla ditta',
  'cartella della ditta': 'Cartella della ditta',
};

export const COMMANDS = {
  receipt: 'Registra come dice la ricevuta',
  ask: 'Chiedi nel gruppo',
  asked: 'L’ho chiesto',
  confirm: 'Conferma l’invio…',
  partly: 'Inviato in parte…',
  refused: 'Non viene inviato…',
  move: 'Sposta…',
  requeue: 'Rimetti in coda…',
  sendBack: 'Rimanda a chi scrive…',
  takeOver: 'Subentra…',
  cancel: 'Annulla…',
} as const;
export type Command = keyof typeof COMMANDS;

/** Whether the text that the receipt of the contractor names is another than the approved one (P36). */
const isTextChanged = ({ receipt, notice }: JobRow): boolean =>
  receipt?.text != null && normaliseText(receipt.text) !== normaliseText(notice.text);

/** Whether a person can confirm with one key what the receipt says: a text changed by the contractor is looked at first. */
const isReceiptEnough = (job: JobRow): boolean => job.receipt?.outcome === 'inviato' && !isTextChanged(job);

/** What a person can do with a sending, the most likely first; the machine of P33 decides. */
export function commandsOf(job: JobRow): readonly Command[] {
  const { state, route, isElsewhere, isTextGone } = job;
  const group = route === 'gruppo operativo' && !isElsewhere;
  const commands: (Command | false)[] = [
    group && nextState(state, 'job.started') !== undefined && 'ask',
    group && state === 'delivering' && 'asked',
    isReceiptEnough(job) && nextState(state, 'job.sent') !== undefined && 'receipt',
    isElsewhere && 'takeOver',
    !isElsewhere && nextState(state, 'job.moved') !== undefined && 'move',
    state !== 'delivering' && nextState(state, 'job.sent') !== undefined && 'confirm',
    state === 'handedOver' && 'partly',
    (state === 'handedOver' || (group && state === 'delivering')) && 'refused',
    state !== 'queued' && !isTextGone && nextState(state, 'job.requeued') !== undefined && 'requeue',
    STOPPED.includes(state) && !isTextGone && 'sendBack',
    nextState(state, 'job.cancelled') !== undefined && 'cancel',
  ];
  return commands.filter((command) => command !== false);
}

const NUMBER = new Intl.NumberFormat('it-IT', { useGrouping: 'always' });
const people = (count: number | null): string =>
  count === null ? 'persone non note' : `${NUMBER.format(count)} ${count === 1 ? 'persona' : 'persone'}`;

/** The commands of a row with a key of their own (L5). */
export const COMMAND_KEYS: Partial<Readonly<Record<Command, string>>> = { cancel: 'Delete', move: 'S', receipt: 'R' };

/** What Invio does with a row; the answers about what is not clear are in the band. */
export const mainCommand = (job: JobRow): Command | undefined =>
  needsAnswer(job) ? undefined : commandsOf(job).find((command) => !(command in COMMAND_KEYS));

/** `la ditta dice: inviato oggi 08:41, 1.204 persone`; undefined when there is no receipt. */
export function sayReceipt(job: JobRow, today: Day): string | undefined {
  const { receipt } = job;
  if (!receipt) return undefined;
  const { outcome, at, recipients, why } = receipt;
  return [
    `la ditta dice: ${outcome} ${sayMoment(at, today)}`,
    ...(recipients === null ? [] : [people(recipients)]),
    ...(isTextChanged(job) ? ['con un altro testo'] : []),
    ...(why === null ? [] : [why]),
  ].join(', ');
}

/** The detail of a row: what holds it back, why it stands, or how it went. */
export function detailOf(job: JobRow, team: readonly Person[], today: Day): string {
  const { state, obstacle, why, evidence, sent, queuedByName, queuedAt, rejected, outOfRole } = job;
  const { isElsewhere, deskName, movedBy, answer } = job;
  const receipt = sayReceipt(job, today);
  const name = (id: string) => team.find((person) => person.id === id)?.name ?? id;
  const said = () => {
    if (sent) return `${people(sent.recipients)}, confermato da ${name(sent.by)}`;
    if (isElsewhere) return `lo invia ${deskName === null ? 'un’altra postazione' : `«${deskName}»`}`;
    if (obstacle && !isOver(job)) return obstacle;
    if (state === 'handedOver')
      return receipt
        ? `${receipt}; aspetta la conferma`
        : `aspetta la conferma, ${evidence ?? 'senza prova di consegna'}`;
    if (state === 'delivering' && job.route === 'gruppo operativo') return 'testo copiato, aspetta che sia chiesto';
    if (movedBy !== null && state === 'queued') return `spostato da ${name(movedBy)}${why ? `: ${why}` : ''}`;
    if (answer) return `${answer}: ${why}`;
    return why ?? `messo in coda da ${queuedByName} ${sayMoment(queuedAt, today)}`;
  };
  return [
    said(),
    ...(outOfRole === null ? [] : [`approvato fuori ruolo da ${name(outOfRole)}`]),
    ...(job.withoutShare ? ['senza cartella condivisa'] : []),
    ...(rejected.length === 0 ? [] : [plural(rejected.length, 'passo non valido', 'passi non validi')]),
  ].join('; ');
}

function nextSentence(jobs: readonly JobRow[], now: Instant, today: Day): string {
  const [next] = jobs
    .filter(({ state, plannedFor }) => (state === 'queued' || state === 'deferred') && plannedFor > now)
    .sort((one, other) => (one.plannedFor < other.plannedFor ? -1 : 1));
  if (!next) return 'Nessun invio in programma.';
  const { day, time } = romeOf(next.plannedFor);
  return day === today
    ? `Il prossimo invio è alle ${time}, ${sayUntil(now, next.plannedFor)}.`
    : `Prossimo invio: ${sayMomentAt(next.plannedFor, today)}.`;
}

/** The sentence under the title: what waits for a person, then what comes next. */
export function queueSentence(
  jobs: readonly JobRow[],
  { now, today, stopped }: Pick<Status, 'now' | 'today' | 'stopped'>,
): string {
  const count = (test: (job: JobRow) => boolean, one: string, many: string): string => {
    const found = jobs.filter(test).length;
    return found === 0 ? '' : found === 1 ? `Un invio ${one}.` : `${found} invii ${many}.`;
  };
  const due = ({ state, plannedFor }: JobRow) => state === 'queued' && plannedFor <= now;
  return [
    count(needsAnswer, 'è da chiarire', 'sono da chiarire'),
    count(
      (job) => due(job) && job.route === 'gruppo operativo',
      'è da chiedere nel gruppo',
      'sono da chiedere nel gruppo',
    ),
    count((job) => due(job) && job.obstacle !== null, 'non riesce a partire', 'non riescono a partire'),
    count(({ state }) => state === 'deferred', 'è differito', 'sono differiti'),
    count(({ state }) => state === 'held', 'è fermo', 'sono fermi'),
    count(({ state }) => state === 'partlySent', 'è arrivato solo in parte', 'sono arrivati solo in parte'),
    count(({ state }) => state === 'handedOver', 'aspetta la conferma', 'aspettano la conferma'),
    stopped ? 'Tutti gli invii sono fermi.' : nextSentence(jobs, now, today),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
