import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { setPerson } from '#shared/people/decide.ts';
import type { Person } from '#shared/people/person.ts';
import type { Desk } from './desk.ts';

/** Adds a person (`id` null) or changes one; the first person added also sits at this desk. Returns the id. */
export function savePerson(
  desk: Desk,
  input: Omit<Person, 'id'> & { readonly id: string | null },
): Result<{ id: string }, Problem> {
  const roster = desk.roster();
  const person: Person = { ...input, id: input.id ?? desk.newId() };
  const kept = desk.keep(setPerson(roster, person));
  if (!kept.ok) return kept;
  if (roster.people.length === 0) desk.actAs(person.id);
  return ok({ id: person.id });
}

/** The desk acts as another person from now on (P6). */
export function actAs(desk: Desk, id: string): Result<Record<string, never>, Problem> {
  if (!desk.roster().people.some((person) => person.id === id)) {
    return problem(
      'person-unknown',
      'Questa persona non è nell’elenco.',
      'Scegli un nome dell’elenco, o aggiungila nelle Impostazioni.',
    );
  }
  desk.actAs(id);
  return ok({});
}
