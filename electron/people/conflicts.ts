import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type PeopleConflict, peopleConflictIn, settlePeople } from '#shared/people/conflicts.ts';
import type { Desk } from './desk.ts';
import { disputedOf } from './store.ts';

/** What desks said of people, absences and chains without knowing of each other (G9). */
export function peopleConflicts(desk: Desk): readonly PeopleConflict[] {
  const roster = desk.roster();
  return disputedOf(desk.database).flatMap((what) => peopleConflictIn(what, desk.journal.factsOf(what), roster) ?? []);
}

/** Decides for one of them. */
export function settleConflict(
  desk: Desk,
  { what, fact }: { readonly what: string; readonly fact: string },
): Result<Record<string, never>, Problem> {
  const kept = desk.keep(settlePeople(desk.journal.factsOf(what), fact));
  return kept.ok ? ok({}) : kept;
}
