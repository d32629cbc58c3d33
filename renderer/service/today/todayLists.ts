/** What Oggi shows: the one thing to do now and the lists after it, from what the desk knows. Pure. */

import { toDecide } from '#renderer/queue/approval/approvalGroups.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import type { ApprovalView, IrregularView } from '#shared/drafts/views.ts';
import type { HealthView } from '#shared/journal/health.ts';
import { type Day, sayDayAndYear } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { hoursOf } from '#shared/kernel/workdays.ts';
import type { Person } from '#shared/people/person.ts';
import type { RoleChange } from '#shared/people/roleChanges.ts';
import type { Session } from '#shared/people/session.ts';
import type { JobRow, OpenElection } from '#shared/queue/views.ts';
import type { RequestRow } from '#shared/requests/views.ts';
import type { NoteToRead } from '#shared/service/notes.ts';
import type { ShareView } from '#shared/service/share.ts';
import type { Status } from '#shared/service/status.ts';
import type { Stuck } from '#shared/service/stuck.ts';
import { alarmRows, isAlarm, mayorCopyRows } from './alarmRows.ts';
import { electionRow } from './electionRows.ts';
import { healthRows } from './healthRows.ts';
import { noteRow } from './noteRows.ts';
import { alteredRow, jobRow, leavingRow, stuckRow, toPostRow, waitsForWord } from './sendingRows.ts';
import {
  approvalRow,
  irregularRow,
  mailboxRow,
  newDesks,
  requestRow,
  type TodayRow,
  unreadRow,
  waitingForHead,
  waitingForOffices,
} from './todayRows.ts';
import { clockRow, departedDesks, expelledRow, registerRow, roleRows, unboundRows } from './trustRows.ts';

export interface TodaySources {
  readonly session: Session;
  /** The look at the mailbox that is due now (P20). */
  readonly reminder: Status['mailbox']['reminder'];
  /** How many e-mails lie ready for a person to send (P66). */
  readonly toPost?: number;
  /** E-mails this desk could not read. */
  readonly unread: Status['mailbox']['unread'];
  /** How the exchange with the other desks stands; null while it was not yet asked. */
  readonly share: ShareView | null;
  /** Who became head or ceased to be. */
  readonly roles: readonly RoleChange[];
  /** How the data of this computer are. */
  readonly health?: HealthView | undefined;
  readonly requests: readonly RequestRow[];
  readonly approvals: readonly ApprovalView[];
  /** Emergencies the head has still to put in order (P34). */
  readonly irregular: readonly IrregularView[];
  readonly jobs: readonly JobRow[];
  /** What waits for the world outside and does not get on. */
  readonly stuck: readonly Stuck[];
  /** Notes between colleagues that wait for who sits here (P28). */
  readonly notes?: readonly NoteToRead[];
  /** Notices whose two answers the head owes in an election period (P39). */
  readonly elections?: readonly OpenElection[];
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

const byMoment = (one: TodayRow, other: TodayRow): number => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0);

const byArrival = (one: RequestRow, other: RequestRow): number =>
  one.receivedAt === other.receivedAt ? one.index - other.index : one.receivedAt < other.receivedAt ? -1 : 1;

/** An emergency that nobody has asked the group for yet: asking comes first, putting in order afterwards (P34). */
const isOnlyCopied = (job: JobRow | undefined): boolean =>
  job?.route === 'gruppo operativo' && (job.state === 'queued' || job.state === 'delivering');

/** The lists of Oggi for who sits at the desk; urgent and uncertain things come before those with a later due moment. */
export function todayLists(sources: TodaySources): TodayLists {
  const {
    session,
    reminder,
    unread,
    share,
    roles,
    health,
    requests,
    irregular,
    jobs,
    stuck,
    elections = [],
    notes = [],
  } = sources;
  const { person, people, today } = session;
  const isInGroup = (id: string): boolean => people.some((one) => one.id === id);
  // What was put off waits for its day, not for a person.
  const approvals = toDecide(sources.approvals, today);
  const isHead = has(person, 'capo settore');
  const isOperator = has(person, 'operatore');
  const works = isHead || isOperator;
  const open = requests.filter(
    ({ state, inCharge }) =>
      (state === 'open' || state === 'inCharge') &&
      (inCharge === null || inCharge.person === person?.id || !isInGroup(inCharge.person)),
  );
  const jobOf = (id: string) => jobs.find((job) => job.id === id);
  const data = healthRows(health, session);
  const mine = works
    ? [
        ...alarmRows(jobs, session),
        ...data,
        ...(share ? [...expelledRow(share), ...registerRow(share), ...clockRow(share.clock)] : []),
        ...(isOperator ? mailboxRow(reminder, session) : []),
        ...unreadRow(unread, session),
        ...toPostRow(sources.toPost ?? 0, session),
        ...open.toSorted(byArrival).map((row) => requestRow(row, session)),
        ...(isHead
          ? irregular
              .filter((one) => !isOnlyCopied(jobOf(one.id)))
              .map((one) => irregularRow(one, session, jobOf(one.id)))
          : []),
        ...(isHead ? approvals.map((approval) => approvalRow(approval, session)) : []),
        ...jobs.filter(({ isAltered }) => isAltered).map((job) => alteredRow(job, session)),
        ...stuck.map((one) => stuckRow(one, session)),
        ...(isHead ? elections.map((one) => electionRow(one, session)) : []),
        ...notes.map((note) => noteRow(note, session)),
        ...unboundRows(jobs, session),
        ...jobs
          .filter((job) => !isAlarm(job))
          .filter(waitsForWord)
          .map((job) => jobRow(job, session)),
        ...mayorCopyRows(jobs, session),
      ]
    : [...data, ...notes.map((note) => noteRow(note, session))];
  const leaving = jobs.filter(
    ({ state, plannedFor }) => ['queued', 'deferred', 'delivering'].includes(state) && romeOf(plannedFor).day <= today,
  );
  return {
    mine: mine.toSorted(byMoment),
    others: [
      ...(isHead ? [] : waitingForHead(approvals, session)),
      ...(isHead ? [] : elections.map((one) => electionRow(one, session))),
      ...waitingForOffices(requests, session),
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
