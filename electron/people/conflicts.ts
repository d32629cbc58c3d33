import type { Desk, Done } from '#electron/desk/desk.ts';
import { type PeopleConflict, peopleConflictIn, resolvePeopleConflict } from '#shared/people/conflicts.ts';
import { jsonBlob } from './profileStore.ts';
import { entitiesInConflict } from './store.ts';

/** The concurrent edits of people, absences and chains that nobody resolved yet (G9). */
export function peopleConflicts(desk: Desk): readonly PeopleConflict[] {
  const roster = desk.roster();
  return entitiesInConflict(desk.database).flatMap(
    (what) => peopleConflictIn(what, desk.journal.factsOf(what), roster, (hash) => jsonBlob(desk.blobs, hash)) ?? [],
  );
}

/** Resolves one of these conflicts for the fact chosen. */
export function resolveConflict(desk: Desk, { what, fact }: { readonly what: string; readonly fact: string }): Done {
  return desk.keep(resolvePeopleConflict(desk.journal.factsOf(what), fact));
}
