/** What waits for a person, of every word, and whose turn it is (P2, P3, P31). Pure. */
import { type DraftWait, draftWaits, type WaitingDraft } from '#shared/drafts/waits.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { isAbsent, type Roster } from '#shared/people/roster.ts';
import type { Session } from '#shared/people/session.ts';
import { type JobWait, jobWaits, type WaitingJob } from '#shared/queue/waits.ts';
import type { ReportWait } from '#shared/report/waits.ts';
import { type RequestWait, requestWaits, type WaitingRequest } from '#shared/requests/waits.ts';

export type Wait = RequestWait | DraftWait | JobWait | ReportWait;

/** What the words to the left have read. */
export interface WaitingState {
  readonly requests: readonly WaitingRequest[];
  readonly drafts: readonly WaitingDraft[];
  readonly jobs: readonly WaitingJob[];
  readonly reports: readonly ReportWait[];
}

type Sitting = Pick<Session, 'now' | 'today' | 'profile' | 'person' | 'people' | 'duty'>;

/** Everything that waits for a person, whoever it is. */
export function allWaits({ requests, drafts, jobs, reports }: WaitingState, session: Sitting): readonly Wait[] {
  const { now, today, profile } = session;
  const { calendar, askedHours } = profile;
  return [
    ...requestWaits(requests, today),
    ...draftWaits(drafts, today),
    ...jobWaits(jobs, { now, calendar, askedHours }),
    ...reports,
  ];
}

/** Whose a thing is, as who sits here sees it: `elsewhere` is in the hands of a colleague who is there. */
export type Turn =
  | { readonly whose: 'mine' }
  | { readonly whose: 'absent'; readonly person: string; readonly until: Day }
  | { readonly whose: 'turn'; readonly name: string }
  | { readonly whose: 'others' }
  | { readonly whose: 'elsewhere' };

const MINE: Turn = { whose: 'mine' };

/** The last day of the days on which somebody is away without a break, from today on. */
export function awayUntil(roster: Pick<Roster, 'absences'>, person: string, today: Day): Day {
  let last = today;
  while (isAbsent(roster, person, addDays(last, 1))) last = addDays(last, 1);
  return last;
}

/** By the chain of a phase: mine when nobody is there, so that nothing is nobody's (P3). */
const byDuty = (name: string | null, { person }: Sitting): Turn =>
  name === null || name === person?.name ? MINE : { whose: 'turn', name };

/** Who has it in charge: a person who is away leaves it to the others, one who left the group to whose turn it is. */
function byCharge(id: string, roster: Pick<Roster, 'absences'>, session: Sitting): Turn {
  const { person, people, today, duty } = session;
  if (id === person?.id) return MINE;
  if (!people.some((one) => one.id === id)) return byDuty(duty.intake, session);
  if (!isAbsent(roster, id, today)) return { whose: 'elsewhere' };
  return { whose: 'absent', person: id, until: awayUntil(roster, id, today) };
}

/** Whose turn a thing is (P2, P3): one's own first, then the work of who is away, then what another one is to do. */
export function turnOf(wait: Wait, roster: Pick<Roster, 'absences'>, session: Sitting): Turn {
  const { person, duty, now } = session;
  const isHead = person?.roles.includes('capo settore') ?? false;
  switch (wait.word) {
    case 'requests':
      if (wait.isPressing) return MINE;
      return wait.inCharge === null ? byDuty(duty.intake, session) : byCharge(wait.inCharge, roster, session);
    case 'drafts':
      return isHead ? MINE : { whose: 'others' };
    case 'queue':
      if (wait.kind === 'confirm' && wait.due > now) return { whose: 'others' };
      // The head asks; while he is away whoever is there does (P31).
      return wait.kind === 'ask' && !isHead && !wait.isPast && duty.headPresent && duty.head !== null
        ? { whose: 'turn', name: duty.head }
        : MINE;
    case 'report':
      return wait.daysLeft < 0 ? MINE : byDuty(duty.report, session);
  }
}
