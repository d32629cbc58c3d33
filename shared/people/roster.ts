import type { Day } from '../kernel/day.ts';
import type { Absence, Escalation, Person, Phase, Role } from './person.ts';

/** Everybody the app knows, their chains and their absences, as of now. */
export interface Roster {
  readonly people: readonly Person[];
  readonly chains: Readonly<Record<Phase, readonly string[]>>;
  readonly absences: readonly Absence[];
  /** Who is called when nobody is there; null until the municipality says. */
  readonly escalation: Escalation | null;
}

/** A roster without anybody. */
export const EMPTY_ROSTER: Roster = {
  people: [],
  chains: { intake: [], alternative: [], report: [] },
  absences: [],
  escalation: null,
};

/** Whether `person` is away on `day` (P3). */
export function isAbsent(roster: Roster, person: string, day: Day): boolean {
  return roster.absences.some((absence) => absence.person === person && absence.from <= day && day <= absence.to);
}

/** Whose turn it is: the first of the chain of `phase` who is not away, or `undefined` when nobody is there (P2, P3). */
export function onDuty(roster: Roster, phase: Phase, day: Day): Person | undefined {
  return roster.chains[phase]
    .map((id) => roster.people.find((person) => person.id === id))
    .find((person) => person !== undefined && !isAbsent(roster, person.id, day));
}

/** The head of sector, if one is known. */
export function headOf(roster: Roster): Person | undefined {
  return withRole(roster, 'capo settore')[0];
}

/** Whether the head of sector is there on `day`; an unknown head counts as away. */
export function isHeadPresent(roster: Roster, day: Day): boolean {
  const head = headOf(roster);
  return head !== undefined && !isAbsent(roster, head.id, day);
}

/** Everybody with a role, in the order of the roster. */
export function withRole(roster: Roster, role: Role): readonly Person[] {
  return roster.people.filter((person) => person.roles.includes(role));
}

/** The person an operating-system account opens the app as (P6). */
export function personOfAccount(roster: Pick<Roster, 'people'>, account: string): Person | undefined {
  const wanted = account.toLowerCase();
  return roster.people.find((person) => person.accounts.some((one) => one.toLowerCase() === wanted));
}

/** The name to show for an id; an id nobody has is shown as it is. */
export function nameOf(roster: Pick<Roster, 'people'>, person: string): string {
  return roster.people.find(({ id }) => id === person)?.name ?? person;
}
