/** What Oggi shows: the one thing to do now and the lists after it, from what the desk knows. Pure. */

import { capitalised } from '#renderer/ui/moments.ts';
import type { ApprovalView, IrregularView } from '#shared/drafts/views.ts';
import { isPutOff } from '#shared/drafts/waits.ts';
import type { HealthView } from '#shared/journal/health.ts';
import { type Day, sayDay, sayDayAndYear } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { hoursOf } from '#shared/kernel/workdays.ts';
import type { Person } from '#shared/people/person.ts';
import type { RoleChange } from '#shared/people/roleChanges.ts';
import { nameOf, type Roster } from '#shared/people/roster.ts';
import type { Session } from '#shared/people/session.ts';
import type { ToPost } from '#shared/queue/toPost.ts';
import type { JobRow, OpenElection } from '#shared/queue/views.ts';
import type { ReportWait } from '#shared/report/waits.ts';
import type { OtherMails } from '#shared/requests/otherMail.ts';
import type { RequestRow } from '#shared/requests/views.ts';
import type { NoteToRead } from '#shared/service/notes.ts';
import type { ShareView } from '#shared/service/share.ts';
import type { Status } from '#shared/service/status.ts';
import type { Stuck } from '#shared/service/stuck.ts';
import { allWaits, type Turn, turnOf, type Wait } from '#shared/service/waits.ts';
import { alarmRows, copyRows } from './alarmRows.ts';
import { electionRow } from './electionRows.ts';
import { healthRows } from './healthRows.ts';
import { type MailboxAway, mailboxAwayRow } from './mailboxRows.ts';
import { noteRow } from './noteRows.ts';
import { badLetterRow, leavingRow, stuckRow, toPostRow } from './sendingRows.ts';
import {
  mailboxRow,
  newDesks,
  otherMailRow,
  type TodayRow,
  unreadRow,
  waitingForHead,
  waitingForOffices,
} from './todayRows.ts';
import { clockRow, departedDesks, expelledRow, registerRow, roleRows } from './trustRows.ts';
import { rowOf } from './waitRows.ts';

export interface TodaySources {
  readonly session: Session;
  /** Who is away, and until when (P3). */
  readonly absences?: Roster['absences'];
  /** The look at the mailbox that is due now (P20). */
  readonly reminder: Status['mailbox']['reminder'];
  /** How the mailbox of this desk stands. */
  readonly mailbox?: MailboxAway | undefined;
  /** How many e-mails lie ready for a person to send (P66). */
  readonly toPost?: number;
  /** The e-mails that wait for a person, also those that left by themselves and not well (P33). */
  readonly letters?: readonly ToPost[];
  /** E-mails this desk could not read. */
  readonly unread: Status['mailbox']['unread'];
  /** The e-mails that were read and are no request. */
  readonly otherMails?: Pick<OtherMails, 'total' | 'since'> | undefined;
  /** How the exchange with the other desks stands; null while it was not yet asked. */
  readonly share: ShareView | null;
  /** Who became head or ceased to be. */
  readonly roles: readonly RoleChange[];
  /** How the data of this computer are. */
  readonly health?: HealthView | undefined;
  readonly requests: readonly RequestRow[];
  /** Those with an answer nobody has read, whatever became of them (P18). */
  readonly answered?: readonly RequestRow[];
  readonly approvals: readonly ApprovalView[];
  /** Emergencies the head has still to put in order (P34). */
  readonly irregular: readonly IrregularView[];
  readonly jobs: readonly JobRow[];
  /** What waits for the world outside and does not get on. */
  readonly stuck: readonly Stuck[];
  /** Reports whose invoice was assigned (P53). */
  readonly reports?: readonly ReportWait[];
  /** Notes between colleagues that wait for who sits here (P28). */
  readonly notes?: readonly NoteToRead[];
  /** Notices whose two answers the head owes in an election period (P39). */
  readonly elections?: readonly OpenElection[];
}

/** Things of somebody else that can be done or taken from here, after one's own. */
export interface TodayGroup {
  readonly id: string;
  /** `Lavoro di Marta Bellin, assente fino a mercoledì 25`, `Tocca a Marta Bellin`. */
  readonly title: string;
  readonly rows: readonly TodayRow[];
}

export interface TodayLists {
  /** Mine, the most urgent first; the first one is the thing to do now. */
  readonly mine: readonly TodayRow[];
  /** The work of who is away, then what it is another one's turn to do (P3). */
  readonly groups: readonly TodayGroup[];
  /** What waits for others. */
  readonly others: readonly TodayRow[];
  /** What the head is told, and nobody has to do. */
  readonly news: readonly TodayRow[];
  /** What leaves today. */
  readonly leaving: readonly TodayRow[];
}

const has = (person: Person | null, role: Person['roles'][number]): boolean => person?.roles.includes(role) ?? false;

const byMoment = (one: TodayRow, other: TodayRow): number => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0);

interface Placed {
  readonly wait: Wait;
  readonly turn: Turn;
  readonly row: TodayRow;
}

/** Everything that waits, with its row and whose it is. */
function placed(sources: TodaySources): readonly Placed[] {
  const { session, absences = [], requests, answered = [], approvals, irregular, jobs, reports = [] } = sources;
  const told = new Set(answered.map(({ id }) => id));
  const state = {
    requests: [...answered, ...requests.filter(({ id }) => !told.has(id))].toSorted(byArrival),
    drafts: [...approvals, ...irregular.map(asIrregular)],
    jobs,
    reports,
  };
  const roster = { absences };
  return allWaits(state, session).flatMap((wait) => {
    const row = rowOf(wait, { ...sources, requests: state.requests });
    return row ? [{ wait, row, turn: turnOf(wait, roster, session) }] : [];
  });
}

const byArrival = (one: RequestRow, other: RequestRow): number =>
  one.receivedAt === other.receivedAt ? one.index - other.index : one.receivedAt < other.receivedAt ? -1 : 1;

/** An emergency to put in order, as the rule of what waits reads it. */
const asIrregular = ({ id }: IrregularView) => ({
  ...{ id, state: 'released' as const, until: null, conflicts: [] },
  release: { way: 'emergenza' as const, authoriser: null, why: null, regularisedAt: null },
});

/** The groups of things that are not one's own: of who is away by the person, then by whose turn it is. */
function groupsOf(all: readonly Placed[], { people, retired }: Session): readonly TodayGroup[] {
  const groups = new Map<string, { readonly title: string; readonly rows: TodayRow[] }>();
  const add = (id: string, title: string, row: TodayRow) => {
    const group = groups.get(id) ?? { title, rows: [] };
    group.rows.push(row);
    groups.set(id, group);
  };
  for (const { turn, row } of all.filter((one) => one.turn.whose === 'absent'))
    if (turn.whose === 'absent')
      add(
        `absent ${turn.person}`,
        `Lavoro di ${nameOf({ people, retired }, turn.person)}, assente fino a ${sayDay(turn.until)}`,
        row,
      );
  for (const { turn, row } of all) if (turn.whose === 'turn') add(`turn ${turn.name}`, `Tocca a ${turn.name}`, row);
  return [...groups].map(([id, { title, rows }]) => ({ id, title, rows: rows.toSorted(byMoment) }));
}

/** The lists of Oggi for who sits at the desk; urgent and uncertain things come before those with a later due moment. */
export function todayLists(sources: TodaySources): TodayLists {
  const { session, reminder, unread, share, roles, health, jobs, stuck, elections = [], notes = [] } = sources;
  const { person, today } = session;
  const isHead = has(person, 'capo settore');
  const isOperator = has(person, 'operatore');
  const works = isHead || isOperator;
  const all = works ? placed(sources) : [];
  const own = all.filter(({ turn }) => turn.whose === 'mine').map(({ row }) => row);
  const first = own.filter(({ target }) => target.place === 'ask' || target.place === 'answer');
  const data = healthRows(health, session);
  const alarms = alarmRows(jobs, session);
  const mine = works
    ? [
        ...alarms,
        ...first,
        ...data,
        ...(share ? [...expelledRow(share), ...registerRow(share), ...clockRow(share.clock)] : []),
        ...mailboxAwayRow(sources.mailbox, session),
        ...(isOperator ? mailboxRow(reminder, session) : []),
        ...unreadRow(unread, session),
        ...(isOperator && sources.otherMails ? otherMailRow(sources.otherMails, session) : []),
        ...(sources.letters ?? []).flatMap((letter) => badLetterRow(letter, session)),
        ...toPostRow(sources.toPost ?? 0, session),
        ...own.filter((row) => !first.includes(row)),
        ...stuck.map((one) => stuckRow(one, session)),
        ...(isHead ? elections.map((one) => electionRow(one, session)) : []),
        ...notes.map((note) => noteRow(note, session)),
        ...copyRows(jobs, 'head', session),
        ...copyRows(jobs, 'mayor', session),
      ]
    : [...data, ...notes.map((note) => noteRow(note, session))];
  const waits = new Map(all.map(({ wait, turn }) => [`${wait.word} ${wait.id}`, turn]));
  const isTask = ({ id }: JobRow): boolean => {
    const turn = waits.get(`queue ${id}`);
    return turn !== undefined && turn.whose !== 'others';
  };
  const leaving = jobs.filter(
    (job) =>
      ['queued', 'deferred', 'delivering', 'handedOver'].includes(job.state) &&
      romeOf(job.plannedFor).day <= today &&
      (job.state !== 'handedOver' || job.plannedFor > session.now) &&
      !isTask(job) &&
      !alarms.some(({ id }) => id === `alarm ${job.id}`),
  );
  const isLeaving = (id: string): boolean => leaving.some((job) => job.id === id);
  const tasks = new Set(all.filter(({ wait }) => wait.word === 'requests').map(({ wait }) => wait.id));
  return {
    mine: mine.toSorted(byMoment),
    groups: groupsOf(all, session),
    others: [
      ...(isHead
        ? []
        : waitingForHead(
            sources.approvals.filter((one) => !isPutOff(one, today)),
            session,
          )),
      ...(isHead ? [] : elections.map((one) => electionRow(one, session))),
      ...all
        .filter(({ wait, turn }) => wait.word === 'queue' && turn.whose === 'others' && !isLeaving(wait.id))
        .map(({ row }) => row),
      ...waitingForOffices(
        sources.requests.filter(({ id }) => !tasks.has(id)),
        session,
      ),
    ],
    news: [
      ...newDesks(share?.newcomers ?? [], session),
      ...departedDesks(share?.departed ?? [], session),
      ...roleRows(roles, session),
    ],
    leaving: leaving.map((job) => leavingRow(job, session)).toSorted(byMoment),
  };
}

/** The sentence under the title: whose turn it is, and until when the office serves. */
export function todaySentence({ person, duty, today, profile }: Session): string {
  const end = hoursOf(profile.calendar, today).at(-1)?.to;
  const service = end ? `Il servizio chiude alle ${end}.` : 'Oggi il servizio è chiuso.';
  if (duty.intake === null) return service;
  const who = duty.intake === person?.name ? 'te' : duty.intake;
  return `Oggi la presa in carico tocca a ${who}. ${service}`;
}

/** `Martedì 24 novembre 2026`. */
export const todayTitle = (today: Day): string => capitalised(sayDayAndYear(today));
