import { romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { removeAbsence, sayUncovered, setAbsence, setChain, uncoveredDays } from '#shared/people/absences.ts';
import { setPerson } from '#shared/people/decide.ts';
import { setEscalation } from '#shared/people/escalation.ts';
import type { Absence, Escalation, Person, Phase } from '#shared/people/person.ts';
import { peopleConflicts } from './conflicts.ts';
import type { Desk } from './desk.ts';

const WEEKS_AHEAD = 8;

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

/** Everybody with chains, absences and the days nobody covers in the next eight weeks (P2, P3). */
export function viewRoster(desk: Desk) {
  const roster = desk.roster();
  const { day } = romeOf(desk.now());
  const uncovered = uncoveredDays(roster, desk.profile.calendar, day, WEEKS_AHEAD * 7);
  return {
    people: [...roster.people],
    chains: {
      intake: [...roster.chains.intake],
      alternative: [...roster.chains.alternative],
      report: [...roster.chains.report],
    },
    absences: [...roster.absences],
    escalation: roster.escalation,
    uncovered: uncovered.map((one) => ({ ...one, words: sayUncovered(one) })),
    conflicts: peopleConflicts(desk).map((one) => ({ ...one })),
  };
}

/** Marks or changes an absence (`id` null for a new one); answers with its id. */
export function saveAbsence(
  desk: Desk,
  input: Omit<Absence, 'id'> & { readonly id: string | null },
): Result<{ id: string }, Problem> {
  const id = input.id ?? desk.newId();
  const kept = desk.keep(setAbsence(desk.roster(), { ...input, id }));
  return kept.ok ? ok({ id }) : kept;
}

/** Takes an absence back. */
export function dropAbsence(desk: Desk, id: string): Result<Record<string, never>, Problem> {
  const kept = desk.keep(removeAbsence(desk.roster(), id));
  return kept.ok ? ok({}) : kept;
}

/** Says who is called when nobody is there (P3). */
export function saveEscalation(desk: Desk, input: Escalation): Result<Record<string, never>, Problem> {
  const kept = desk.keep(ok(setEscalation(input)));
  return kept.ok ? ok({}) : kept;
}

/** Changes the order of a chain (P2). */
export function orderChain(
  desk: Desk,
  phase: Phase,
  people: readonly string[],
): Result<Record<string, never>, Problem> {
  const kept = desk.keep(setChain(desk.roster(), phase, people));
  return kept.ok ? ok({}) : kept;
}
