/** What the queue shows of each sending: its sign, its moment, what can be done with it. Pure. */

import { type Mark, sayProblem } from '#renderer/ui/index.ts';
import { sayMoment, sayMomentAt, sayUntil } from '#renderer/ui/moments.ts';
import type { Day } from '#shared/kernel/day.ts';
import { confirmed } from '#shared/kernel/evidence.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { normaliseText, plural } from '#shared/kernel/text.ts';
import type { Person } from '#shared/people/person.ts';
import type { Session } from '#shared/people/session.ts';
import { momentOf } from '#shared/queue/job.ts';
import { isPlannedTooLate } from '#shared/queue/leaving.ts';
import { isHeldByPage } from '#shared/queue/page.ts';
import { JOB_STATES, type JobState, mayCancel, nextState } from '#shared/queue/states.ts';
import type { Stopped } from '#shared/queue/stop.ts';
import type { JobRow } from '#shared/queue/views.ts';
import { FOUND_WORDS } from './toPostWords.ts';

export const STATE_SIGNS: Readonly<Record<JobState, Mark>> = {
  queued: 'queued',
  delivering: 'sending',
  toPost: 'todo',
  handedOver: 'queued',
  sent: confirmed({ word: 'inviato', evidence: 'Una persona ha confermato l’invio.' }),
  partlySent: 'warning',
  uncertain: 'uncertain',
  deferred: 'deferred',
  held: 'paused',
  refused: 'refused',
  cancelled: 'cancelled',
};

/** Copied for the group: prepared, and nobody has asked yet (P31, P33). */
export const isCopied = ({ state, route }: Pick<JobRow, 'state' | 'route'>): boolean =>
  state === 'delivering' && route === 'gruppo operativo';

/** An unread answer holds it, or the page of its news (P18, P22). */
const isHeldHere = (job: JobRow): boolean => job.isHeldByAnswer || isHeldByPage(job);

/** The sign of a row: a text that is not the approved one, or what holds it, is an error, whatever its state. */
export const signOf = (job: JobRow): Mark =>
  job.isAltered || isHeldHere(job) ? 'error' : isCopied(job) ? 'todo' : STATE_SIGNS[job.state];

/** `in coda`, `incerto`: the words of P33. */
export const stateWord = (job: JobRow): string =>
  isHeldHere(job) ? JOB_STATES.held : isCopied(job) ? 'da chiedere' : JOB_STATES[job.state];

const isOver = ({ state }: JobRow): boolean => state === 'sent' || state === 'cancelled';
/** Whether something still happens to it. */
export const isOpen = (job: JobRow): boolean => !isOver(job);
/** Out of the way: another text may take its place. */
const STOPPED: readonly JobState[] = ['held', 'refused', 'cancelled'];
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

/** The open row after the one that was dealt with, else the first other one that is open. */
export function nextOpen(rows: readonly JobRow[], id: string): JobRow | undefined {
  const others = rows.filter((job) => job.id !== id && isOpen(job));
  const at = rows.findIndex((job) => job.id === id);
  return others.find((job) => rows.indexOf(job) > at) ?? others[0];
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
  receipt: 'Registra dalla ricevuta',
  ask: 'Chiedi nel gruppo',
  asked: 'L’ho chiesto',
  openLetter: 'Apri la e-mail',
  posted: 'L’ho spedita',
  search: 'Cerca di nuovo nella casella',
  confirm: 'Conferma l’invio…',
  partly: 'Inviato in parte…',
  refused: 'Non viene inviato…',
  move: 'Sposta…',
  requeue: 'Rimetti in coda…',
  sendBack: 'Rimanda a chi scrive…',
  takeOver: 'Subentra…',
  cancel: 'Annulla…',
  read: 'Leggi la risposta…',
  page: 'Guarda e conferma…',
  told: 'Correzione per telefono…',
  withdraw: 'Ritira…',
  correct: 'Rettifica…',
} as const;
export type Command = keyof typeof COMMANDS;

/** Whether the text that the receipt of the contractor names is another than the approved one (P36). */
const isTextChanged = ({ receipt, notice }: JobRow): boolean =>
  receipt?.text != null && normaliseText(receipt.text) !== normaliseText(notice.text);

/** Whether a person can confirm with one key what the receipt says: a text changed by the contractor is looked at first. */
const isReceiptEnough = (job: JobRow): boolean => job.receipt?.outcome === 'inviato' && !isTextChanged(job);

/** What a person can do with a sending, the most likely first; the machine of P33 decides. */
export function commandsOf(job: JobRow): readonly Command[] {
  const { state, route, isElsewhere, isTextGone, isAltered } = job;
  const isHeld = isHeldHere(job);
  const atGroup = route === 'gruppo operativo' && !isElsewhere;
  const group = atGroup && !isAltered;
  const commands: (Command | false)[] = [
    job.unread.length > 0 && 'read',
    isHeldByPage(job) && 'page',
    group && !isHeld && nextState(state, 'job.started') !== undefined && 'ask',
    group && state === 'delivering' && 'asked',
    state === 'toPost' && !isHeld && 'openLetter',
    state === 'toPost' && 'posted',
    isReceiptEnough(job) && !isAltered && nextState(state, 'job.sent') !== undefined && 'receipt',
    state === 'uncertain' && job.mail !== null && 'search',
    isElsewhere && 'takeOver',
    !isElsewhere && nextState(state, 'job.moved') !== undefined && 'move',
    state !== 'delivering' && nextState(state, 'job.sent') !== undefined && 'confirm',
    state === 'handedOver' && 'partly',
    (state === 'handedOver' || (atGroup && state === 'delivering')) && 'refused',
    state !== 'queued' && !isTextGone && !isAltered && nextState(state, 'job.requeued') !== undefined && 'requeue',
    STOPPED.includes(state) && !isTextGone && 'sendBack',
    mayCancel(job) && 'cancel',
    mayCancel(job) && !isTextGone && !job.isEmergency && 'told',
    mayCancel(job) && !isTextGone && !job.isEmergency && 'withdraw',
    // Only what is in the register has a row to put right (P37).
    state === 'sent' && 'correct',
  ];
  return commands.filter((command) => command !== false);
}

const NUMBER = new Intl.NumberFormat('it-IT', { useGrouping: 'always' });
/** `3.412`. */
export const sayNumber = (value: number): string => NUMBER.format(value);
const people = (count: number | null): string =>
  count === null ? 'persone non note' : `${sayNumber(count)} ${count === 1 ? 'persona' : 'persone'}`;

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

/** What proves that the e-mail to the contractor was handed over, and how far it came (P66). */
export function sayMail({ taken, found, delivered, delayed }: NonNullable<JobRow['mail']>, today: Day): string {
  const handed =
    taken === null
      ? `e-mail alla ditta presa dal server: ${FOUND_WORDS[found ?? 'copy']}`
      : `e-mail alla ditta consegnata al server ${taken.server} ${sayMomentAt(taken.at, today)}`;
  if (delivered.includes('contractor')) return `${handed}, una ricevuta dice che è nella casella della ditta`;
  return delayed.includes('contractor') ? `${handed}, il server avverte che è in ritardo` : handed;
}

/** What proves that it was asked, in words: file names are for programs. */
function sayProof({ evidence, posted, route, mail }: JobRow, name: (id: string) => string, today: Day): string {
  if (mail && !posted) return sayMail(mail, today);
  if (posted) return `e-mail alla ditta spedita da ${name(posted.by)}`;
  if (evidence === null) return 'senza prova di consegna';
  return route === 'cartella della ditta' ? 'il file è nella cartella della ditta' : evidence;
}

/** The detail of a row: what holds it back, why it stands, or how it went. */
export function detailOf(job: JobRow, team: readonly Person[], today: Day): string {
  const { state, obstacle, why, sent, queuedByName, queuedAt, rejected, outOfRole } = job;
  const { isElsewhere, deskName, movedBy, answer, approvedOn, unbound, lacksPin } = job;
  const receipt = sayReceipt(job, today);
  const name = (id: string) => team.find((person) => person.id === id)?.name ?? id;
  const said = () => {
    if (sent) return `${people(sent.recipients)}, confermato da ${name(sent.by)}`;
    if (job.isAltered && obstacle) return sayProblem(obstacle);
    if (isElsewhere) return `lo invia ${deskName === null ? 'un’altra postazione' : `«${deskName}»`}`;
    if (job.told && !isOver(job)) return `la ditta ha scritto: «${job.told.words}»; aspetta la conferma`;
    if (obstacle && !isOver(job)) return sayProblem(obstacle);
    if (state === 'toPost') return 'la e-mail alla ditta è pronta: aprila, spediscila, poi di’ «L’ho spedita»';
    if (state === 'handedOver')
      return receipt ? `${receipt}; aspetta la conferma` : `aspetta la conferma, ${sayProof(job, name, today)}`;
    if (state === 'delivering' && job.route === 'gruppo operativo') return 'testo copiato, aspetta che sia chiesto';
    if (movedBy !== null && state === 'queued') return `spostato da ${name(movedBy)}${why ? `: ${why}` : ''}`;
    if (answer) return `${answer}: ${why}`;
    return why ?? `messo in coda da ${queuedByName} ${sayMoment(queuedAt, today)}`;
  };
  const parts = [
    ...(isPlannedTooLate(job, today) ? ['dopo l’evento: spostalo'] : []),
    said(),
    ...(approvedOn === null
      ? []
      : [
          `approvato da ${name(approvedOn.by)}${approvedOn.desk === null ? '' : ` su «${approvedOn.desk}»`}${unbound === null ? '' : lacksPin ? ', senza il PIN' : ', non legata a chi approva'}`,
        ]),
    ...(outOfRole === null ? [] : [`approvato fuori ruolo da ${name(outOfRole)}`]),
    ...(job.withoutShare ? ['senza cartella condivisa'] : []),
    ...(rejected.length === 0 ? [] : [plural(rejected.length, 'passo non valido', 'passi non validi')]),
  ];
  // A reason is a sentence: its full stop gives way where another part follows.
  return parts.map((part, at) => (at < parts.length - 1 ? part.replace(/\.$/, '') : part)).join('; ');
}

function nextSentence(jobs: readonly JobRow[], now: Instant, today: Day): string {
  const [next] = jobs
    .filter((job) => (job.state === 'queued' || job.state === 'deferred') && job.plannedFor > now && !isHeldHere(job))
    .sort((one, other) => (one.plannedFor < other.plannedFor ? -1 : 1));
  if (!next) return jobs.some(isOpen) ? 'Nessun altro invio in programma.' : 'Nessun invio in programma.';
  const { day, time } = romeOf(next.plannedFor);
  return day === today
    ? `Il prossimo invio è alle ${time}, ${sayUntil(now, next.plannedFor)}.`
    : `Prossimo invio: ${sayMomentAt(next.plannedFor, today)}.`;
}

/** The sentence under the title: what waits for a person, then what comes next. */
export function queueSentence(
  jobs: readonly JobRow[],
  { now, today, stopped }: Pick<Session, 'now' | 'today'> & { readonly stopped: Stopped | null },
): string {
  const count = (test: (job: JobRow) => boolean, one: string, many: string): string => {
    const found = jobs.filter(test).length;
    return found === 0 ? '' : found === 1 ? `Un invio ${one}.` : `${found} invii ${many}.`;
  };
  const due = ({ state, plannedFor }: JobRow) => state === 'queued' && plannedFor <= now;
  return [
    count(
      ({ isAltered }) => isAltered,
      'ha un testo che non è quello approvato',
      'hanno un testo che non è quello approvato',
    ),
    count(
      ({ isHeldByAnswer }) => isHeldByAnswer,
      'è fermo: c’è una risposta da leggere',
      'sono fermi: ci sono risposte da leggere',
    ),
    count(
      isHeldByPage,
      'è fermo: la pagina della notizia è cambiata',
      'sono fermi: le pagine delle notizie sono cambiate',
    ),
    count(needsAnswer, 'è da chiarire', 'sono da chiarire'),
    count(
      (job) => (due(job) && !job.isAltered && job.route === 'gruppo operativo') || isCopied(job),
      'è da chiedere nel gruppo',
      'sono da chiedere nel gruppo',
    ),
    count(
      (job) => due(job) && !job.isAltered && job.obstacle !== null,
      'non riesce a partire',
      'non riescono a partire',
    ),
    count(({ state }) => state === 'toPost', 'ha la e-mail da spedire', 'hanno la e-mail da spedire'),
    count(({ state }) => state === 'deferred', 'è differito', 'sono differiti'),
    count(({ state }) => state === 'held', 'è fermo', 'sono fermi'),
    count(({ state }) => state === 'partlySent', 'è arrivato solo in parte', 'sono arrivati solo in parte'),
    count(({ state }) => state === 'handedOver', 'aspetta la conferma', 'aspettano la conferma'),
    stopped ? 'Tutti gli invii sono fermi.' : nextSentence(jobs, now, today),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
