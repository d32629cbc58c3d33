import type { Day } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { type Calendar, hoursOf } from '#shared/kernel/workdays.ts';
import {
  type Absence,
  type ChainPlan,
  type Escalation,
  HALVES,
  type Half,
  type Person,
  type Phase,
  type RetiredPerson,
  type Role,
} from './person.ts';

/** Everybody the app knows, their chains and their absences, as of now. */
export interface Roster {
  readonly people: readonly Person[];
  /** Who was taken out of the group, by name: in no chain, at no desk, with the acts that stay (P1). */
  readonly retired: readonly RetiredPerson[];
  /** Those that hold today. */
  readonly chains: Readonly<Record<Phase, readonly string[]>>;
  /** The orders that hold from a day to come (P4). */
  readonly plans: readonly ChainPlan[];
  readonly absences: readonly Absence[];
  /** Who is called when nobody is there; null until the municipality says. */
  readonly escalation: Escalation | null;
}

/** A roster without anybody. */
export const EMPTY_ROSTER: Roster = {
  people: [],
  retired: [],
  chains: { intake: [], alternative: [], report: [] },
  plans: [],
  absences: [],
  escalation: null,
};

/** Where the afternoon begins on a day whose service has no break. */
const MIDDAY = '13:00';

/** Where the afternoon of `day` begins: after the break of the service, else at 13:00. */
const afternoonOf = (calendar: Calendar, day: Day): string => hoursOf(calendar, day)[1]?.from ?? MIDDAY;

/** The half of its day that `moment` belongs to (P3, P5). */
export function halfAt(calendar: Calendar, moment: Instant): Half {
  const { day, time } = romeOf(moment);
  return time < afternoonOf(calendar, day) ? 'morning' : 'afternoon';
}

/** The halves of `day` in which the office serves; `[]` when closed. */
export function halvesServed(calendar: Calendar, day: Day): readonly Half[] {
  const hours = hoursOf(calendar, day);
  const noon = afternoonOf(calendar, day);
  return HALVES.filter((half) => hours.some(({ from, to }) => (half === 'morning' ? from < noon : noon < to)));
}

/** Whether `person` is away in that half of `day`; without a half, whether for the whole of it (P3). */
export function isAbsent(roster: Pick<Roster, 'absences'>, person: string, day: Day, half?: Half): boolean {
  const there = roster.absences.filter((one) => one.person === person && one.from <= day && day <= one.to);
  const isAway = (wanted: Half): boolean => there.some(({ part = wanted }) => part === wanted);
  return half === undefined ? HALVES.every(isAway) : isAway(half);
}

/** The chain that holds on `day`: today's, or the last of those planned that has begun by then (P4). */
export function chainOn({ chains, plans }: Roster, phase: Phase, day: Day): readonly string[] {
  const begun = plans.filter((plan) => plan.phase === phase && plan.from <= day);
  return (
    begun.reduce<ChainPlan | undefined>((last, plan) => (last && last.from > plan.from ? last : plan), undefined)
      ?.people ?? chains[phase]
  );
}

/** Whose turn it is: the first of the chain of `phase` that day who is not away, or `undefined` when nobody is there (P2, P3). */
export function onDuty(roster: Roster, phase: Phase, day: Day, half?: Half): Person | undefined {
  return chainOn(roster, phase, day)
    .map((id) => roster.people.find((person) => person.id === id))
    .find((person) => person !== undefined && !isAbsent(roster, person.id, day, half));
}

/** The head of sector, if one is known. */
export function headOf(roster: Roster): Person | undefined {
  return withRole(roster, 'capo settore')[0];
}

/** Whether the head of sector is there on `day`; who was never named is not there, and not away either (P3). */
export function isHeadPresent(roster: Roster, day: Day, half?: Half): boolean {
  const head = headOf(roster);
  return head !== undefined && !isAbsent(roster, head.id, day, half);
}

/** Whether there is a head and he is away: only that opens the alternative way without a reason (P3, P32). */
export const isHeadAway = (roster: Roster, day: Day, half?: Half): boolean =>
  headOf(roster) !== undefined && !isHeadPresent(roster, day, half);

/** Everybody with a role, in the order of the roster. */
export function withRole(roster: Roster, role: Role): readonly Person[] {
  return roster.people.filter((person) => person.roles.includes(role));
}

/** The person an operating-system account opens the app as (P6). */
export function personOfAccount(roster: Pick<Roster, 'people'>, account: string): Person | undefined {
  const wanted = account.toLowerCase();
  return roster.people.find((person) => person.accounts.some((one) => one.toLowerCase() === wanted));
}

/** The name to show for an id, also of who was taken out of the group; an id nobody has is shown as it is. */
export function nameOf(
  { people, retired = [] }: Pick<Roster, 'people'> & { readonly retired?: Roster['retired'] },
  person: string,
): string {
  return [...people, ...retired].find(({ id }) => id === person)?.name ?? person;
}
