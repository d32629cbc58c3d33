/** What Oggi shows: the one thing to do now and the lists after it, from what the desk knows. Pure. */
import type { ApprovalView, IrregularView } from '#shared/drafts/views.ts';
import { type Day, sayDayAndYear } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { plural } from '#shared/kernel/text.ts';
import { hoursOf } from '#shared/kernel/workdays.ts';
import type { Person } from '#shared/people/person.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { JobRow } from '#shared/queue/views.ts';
import type { RequestRow } from '#shared/requests/views.ts';
import type { Status } from '#shared/service/status.ts';
import type { SignName, Tone } from '../ui/index.ts';
import { sayMissing } from '../ui/missing-words.ts';
import { capitalised, sayClock, sayMomentAt, sayNearDay, sayUntil } from '../ui/moments.ts';

/** Where a row leads. */
export type Target =
  | { readonly place: 'request'; readonly id: string }
  | { readonly place: 'approval' | 'queue' | 'requests' }
  /** The mailbox, to be read now. */
  | { readonly place: 'mailbox' }
  /** An emergency to put in order, by its request. */
  | { readonly place: 'emergency'; readonly id: string }
  /** A desk that was let in: how the register is shared. */
  | { readonly place: 'desk'; readonly id: string };

export interface TodayRow {
  readonly id: string;
  readonly target: Target;
  readonly sign: SignName;
  /** `Prendi in carico`, without the colon. */
  readonly verb: string;
  readonly thing: string;
  readonly office: string | undefined;
  readonly flag: { readonly text: string; readonly tone: Tone; readonly sign?: SignName } | undefined;
  /** When it is due, in words. */
  readonly due: string;
  /** The moment it is due: what the lists are sorted by. */
  readonly at: Instant;
  /** The button of the one thing to do now. */
  readonly action: string;
  /** The second line of the one thing to do now. */
  readonly story: string;
}

export interface TodaySources {
  readonly status: Status;
  readonly requests: readonly RequestRow[];
  readonly approvals: readonly ApprovalView[];
  /** Emergencies the head has still to put in order (P34). */
  readonly irregular: readonly IrregularView[];
  readonly jobs: readonly JobRow[];
}

export interface TodayLists {
  /** Mine, the most urgent first; the first one is the thing to do now. */
  readonly mine: readonly TodayRow[];
  /** What waits for others. */
  readonly others: readonly TodayRow[];
  /** What the head is told, and nobody has to do. */
  readonly news: readonly TodayRow[];
  /** What leaves today. */
  readonly leaving: readonly TodayRow[];
}

const has = (person: Person | null, role: Person['roles'][number]): boolean => person?.roles.includes(role) ?? false;
const lower = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1);

const isStranger = (warnings: RequestRow['warnings']): boolean =>
  warnings.some(({ code }) => code === 'unknown-sender');

function requestFlag({ urgent, data, reopened, missing, warnings }: RequestRow, today: Day): TodayRow['flag'] {
  if (urgent && data.sendDate) {
    return { text: `urgente, richiesto per ${sayNearDay(data.sendDate, today)}`, tone: 'bad', sign: 'error' };
  }
  if (reopened) return { text: 'restituita', tone: 'warn', sign: 'warning' };
  if (isStranger(warnings)) return { text: 'mittente da verificare', tone: 'warn', sign: 'unverified' };
  return missing.length > 0 ? { text: sayMissing(missing), tone: 'warn', sign: 'warning' } : undefined;
}

function requestRow(row: RequestRow, { now, today }: Status): TodayRow {
  const office = row.data.office ?? undefined;
  const late = row.due < now;
  const due = sayMomentAt(row.due, today);
  const arrived = `arrivata ${sayMomentAt(row.receivedAt, today)}`;
  const mine = row.inCharge !== null;
  return {
    id: `request ${row.id}`,
    target: { place: 'request', id: row.id },
    sign: mine ? 'sending' : 'todo',
    verb: mine ? 'Finisci' : 'Prendi in carico',
    thing: lower(row.title),
    office,
    flag: late ? { text: 'scaduta', tone: 'bad', sign: 'error' } : requestFlag(row, today),
    due,
    at: row.urgent ? '' : row.due,
    action: 'Apri la richiesta',
    story: `${capitalised([office, arrived].filter(Boolean).join(', '))}. ${late ? 'È scaduta' : 'Scade'} ${due}.`,
  };
}

const LATE = { text: 'in ritardo', tone: 'warn', sign: 'warning' } as const;

function approvalRow({ id, request, rewritten, rewrittenByName, due }: ApprovalView, { today, now }: Status): TodayRow {
  const late = due < now;
  return {
    id: `approval ${id}`,
    target: { place: 'approval' },
    sign: 'todo',
    verb: 'Decidi sul testo',
    thing: lower(request.title),
    office: request.data.office ?? undefined,
    flag: late ? LATE : undefined,
    due: sayMomentAt(due, today),
    at: due,
    action: 'Apri il testo',
    story: `Inoltrato da ${rewrittenByName} ${sayMomentAt(rewritten.at, today)}. ${late ? 'Scaduto' : 'Scade'} ${sayMomentAt(due, today)}.`,
  };
}

function irregularRow({ id, title, authoriser, releasedAt, due }: IrregularView, { today, now }: Status): TodayRow {
  return {
    id: `irregular ${id}`,
    target: { place: 'emergency', id },
    sign: 'todo',
    verb: 'Regolarizza l’emergenza',
    thing: lower(title),
    office: undefined,
    flag: due < now ? LATE : { text: 'emergenza', tone: 'bad' },
    due: sayMomentAt(due, today),
    at: due,
    action: 'Regolarizza',
    story: `Inviata ${sayMomentAt(releasedAt, today)}, autorizzata da ${authoriser}. Scade ${sayMomentAt(due, today)}.`,
  };
}

/** A look at the mailbox that is due (P20). */
function mailboxRow({ mailbox, today }: Status): readonly TodayRow[] {
  const { reminder } = mailbox;
  if (!reminder) return [];
  const which = reminder.check === 'start' ? 'di inizio servizio' : 'di fine servizio';
  const since = `da ${sayMomentAt(reminder.since, today)}`;
  return [
    {
      id: 'mailbox',
      target: { place: 'mailbox' },
      sign: 'todo',
      verb: 'Controlla la casella',
      thing: `controllo ${which}`,
      office: undefined,
      flag: undefined,
      due: since,
      at: reminder.since,
      action: 'Controlla adesso',
      story: `Il controllo ${which} si può fare ${since}.`,
    },
  ];
}

const WAITING_FOR_WORD = {
  uncertain: { verb: 'Chiarisci l’invio', sign: 'uncertain', flag: { text: 'invio incerto', tone: 'warn' } },
  refused: { verb: 'Riprendi l’invio', sign: 'refused', flag: { text: 'invio rifiutato', tone: 'bad' } },
  handedOver: { verb: 'Conferma l’invio', sign: 'sending', flag: { text: 'consegnato', tone: 'info' } },
} as const satisfies Partial<Record<JobRow['state'], Pick<TodayRow, 'verb' | 'sign' | 'flag'>>>;
type WaitingState = keyof typeof WAITING_FOR_WORD;
const waitsForWord = (job: JobRow): job is JobRow & { readonly state: WaitingState } => job.state in WAITING_FOR_WORD;

function jobRow(job: JobRow & { readonly state: WaitingState }, { today }: Status): TodayRow {
  const { verb, sign, flag } = WAITING_FOR_WORD[job.state];
  const since = `da ${sayMomentAt(job.changedAt, today)}`;
  const urgent = job.state !== 'handedOver';
  return {
    id: `job ${job.id}`,
    target: { place: 'queue' },
    sign,
    verb,
    thing: lower(job.notice.title),
    office: job.notice.office ?? undefined,
    flag,
    due: since,
    at: urgent ? '' : job.changedAt,
    action: 'Apri la coda',
    story: `${capitalised(flag.text)} ${since}. ${job.state === 'handedOver' ? 'Quando l’avviso è uscito, confermalo.' : 'L’app non riprova da sola.'}`,
  };
}

function leavingRow({ id, state, notice, plannedFor, route, why }: JobRow, { now }: Status): TodayRow {
  return {
    id: `leaving ${id}`,
    target: { place: 'queue' },
    sign: state === 'deferred' ? 'deferred' : 'queued',
    verb: sayClock(plannedFor),
    thing: notice.title,
    office: notice.office ?? undefined,
    flag:
      state === 'deferred'
        ? { text: `differito, ${lower(why ?? route)}`, tone: 'warn' }
        : { text: route, tone: 'idle' },
    due: sayUntil(now, plannedFor),
    at: plannedFor,
    action: 'Apri la coda',
    story: '',
  };
}

function waitingForHead(approvals: readonly ApprovalView[], { duty, today, now }: Status): readonly TodayRow[] {
  const [first] = approvals.toSorted((one, other) => (one.rewritten.at < other.rewritten.at ? -1 : 1));
  if (!first) return [];
  const oldest = sayMomentAt(first.rewritten.at, today);
  return [
    {
      id: 'approvals',
      target: { place: 'approval' },
      sign: 'queued',
      verb: `${duty.head ?? 'Il capo settore'} decide`,
      thing: `su ${plural(approvals.length, 'testo', 'testi')}, ${approvals.length === 1 ? 'inoltrato' : 'il più vecchio di'} ${oldest}`,
      office: 'Capo settore',
      flag: first.due < now ? LATE : undefined,
      due: sayMomentAt(first.due, today),
      at: first.due,
      action: 'Apri i testi',
      story: '',
    },
  ];
}

/** Desks that others let in: the head is told, for a week or until he looks (P41). */
function newDesks({ share, people, today }: Status): readonly TodayRow[] {
  return share.newcomers.map(({ dev, name, by, at }) => ({
    id: `desk ${dev}`,
    target: { place: 'desk', id: dev },
    sign: 'info',
    verb: 'Postazione nuova:',
    thing: `«${name}», accettata da ${nameOf({ people }, by)}`,
    office: undefined,
    flag: undefined,
    due: sayMomentAt(at, today),
    at,
    action: 'Apri la condivisione',
    story: '',
  }));
}

/** Requests whose clock stands still until others answer (P27). */
function waitingForOffices(requests: readonly RequestRow[], { today }: Status): readonly TodayRow[] {
  return requests.flatMap(({ id, title, data, waiting }) =>
    waiting
      ? [
          {
            id: `waiting ${id}`,
            target: { place: 'request', id } as const,
            sign: 'paused' as const,
            verb: 'In attesa:',
            thing: `${lower(title)}, ${waiting.for}`,
            office: data.office ?? undefined,
            flag: { text: 'tempo sospeso', tone: 'idle', sign: 'paused' } as const,
            due: `da ${sayMomentAt(waiting.since, today)}`,
            at: waiting.since,
            action: 'Apri la richiesta',
            story: '',
          },
        ]
      : [],
  );
}

const byMoment = (one: TodayRow, other: TodayRow): number => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0);

const byArrival = (one: RequestRow, other: RequestRow): number =>
  one.receivedAt === other.receivedAt ? one.index - other.index : one.receivedAt < other.receivedAt ? -1 : 1;

/** The lists of Oggi for who sits at the desk; urgent and uncertain things come before those with a later due moment. */
export function todayLists({ status, requests, approvals, irregular, jobs }: TodaySources): TodayLists {
  const { person, today } = status;
  const isHead = has(person, 'capo settore');
  const isOperator = has(person, 'operatore');
  const works = isHead || isOperator;
  const open = requests.filter(
    ({ state, inCharge }) =>
      (state === 'open' || state === 'inCharge') && (inCharge === null || inCharge.person === person?.id),
  );
  const mine = works
    ? [
        ...(isOperator ? mailboxRow(status) : []),
        ...open.toSorted(byArrival).map((row) => requestRow(row, status)),
        ...(isHead ? irregular.map((one) => irregularRow(one, status)) : []),
        ...(isHead ? approvals.map((approval) => approvalRow(approval, status)) : []),
        ...jobs.filter(waitsForWord).map((job) => jobRow(job, status)),
      ]
    : [];
  const leaving = jobs.filter(
    ({ state, plannedFor }) => ['queued', 'deferred', 'delivering'].includes(state) && romeOf(plannedFor).day <= today,
  );
  return {
    mine: mine.toSorted(byMoment),
    others: [...(isHead ? [] : waitingForHead(approvals, status)), ...waitingForOffices(requests, status)],
    news: newDesks(status),
    leaving: leaving.map((job) => leavingRow(job, status)).toSorted(byMoment),
  };
}

/** The sentence under the title: whose turn it is, and until when the office serves. */
export function todaySentence({ person, duty, today, profile }: Status): string {
  const end = hoursOf(profile.calendar, today).at(-1)?.to;
  const service = end ? `Il servizio chiude alle ${end}.` : 'Oggi il servizio è chiuso.';
  if (duty.intake === null) return service;
  const who = duty.intake === person?.name ? 'te' : duty.intake;
  return `Oggi la presa in carico tocca a ${who}. ${service}`;
}

/** `Martedì 24 novembre 2026`. */
export const todayTitle = (today: Day): string => capitalised(sayDayAndYear(today));
