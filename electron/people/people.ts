import type { Desk, Done } from '#electron/desk/desk.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, map, ok, type Result } from '#shared/kernel/result.ts';
import { removeAbsence, sayUncovered, setAbsence, setChain, uncoveredDays } from '#shared/people/absences.ts';
import { setPerson } from '#shared/people/decide.ts';
import { setEscalation } from '#shared/people/escalation.ts';
import type { Absence, ChainPlan, Escalation, Person, Phase } from '#shared/people/person.ts';
import { planChain, removePlan } from '#shared/people/plans.ts';
import { placesIn, retirePerson, returnPerson } from '#shared/people/retiring.ts';
import { personOfAccount } from '#shared/people/roster.ts';
import { bindingsOf } from './bindings.ts';
import { peopleConflicts } from './conflicts.ts';

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

/** Takes a person out of the group; who sat here and is out is asked who she is. */
export const retire = (desk: Desk, id: string): Done => desk.keep(retirePerson(desk.roster(), id));

/** Takes a person back into the group, to the places she had. */
export const comeBack = (desk: Desk, id: string): Done =>
  desk.keep(returnPerson(desk.roster(), id, placesIn(desk.journal.factsOf(`person/${id}`))));

/** The desk acts as another person from now on (P6), a head with a PIN once it is typed; with `opens` its account becomes hers when it is nobody's. */
export function actAs(desk: Desk, id: string, opens = false): Done {
  const roster = desk.roster();
  const person = roster.people.find((one) => one.id === id);
  if (!person) {
    return problem({
      code: 'person-unknown',
      what: 'Questa persona non è nell’elenco.',
      remedy: 'Scegli un nome dell’elenco, o aggiungila nelle Impostazioni.',
    });
  }
  const locked = desk.pin.needed(person);
  if (locked) return err(locked);
  desk.actAs(id);
  desk.tell('people');
  if (!opens || personOfAccount(roster, desk.account)) return ok({});
  return desk.keep(setPerson(roster, { ...person, accounts: [...person.accounts, desk.account] }));
}

/** Everybody with chains, absences and the days nobody covers in the next eight weeks (P2, P3). */
export function viewRoster(desk: Desk) {
  const roster = desk.roster();
  const { day } = romeOf(desk.now());
  const uncovered = uncoveredDays(roster, desk.profile.calendar, day, WEEKS_AHEAD * 7);
  return {
    people: [...roster.people],
    retired: [...roster.retired],
    chains: {
      intake: [...roster.chains.intake],
      alternative: [...roster.chains.alternative],
      report: [...roster.chains.report],
    },
    plans: roster.plans.map((plan) => ({ ...plan, people: [...plan.people] })),
    absences: [...roster.absences],
    escalation: roster.escalation,
    bindings: bindingsOf(desk).map((one) => ({ ...one })),
    pins: roster.people.flatMap(({ id: one }) => (desk.pin.isSet(one) ? [one] : [])),
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
  return map(desk.keep(setAbsence(desk.roster(), { ...input, id })), () => ({ id }));
}

/** Takes an absence back. */
export function dropAbsence(desk: Desk, id: string): Done {
  return desk.keep(removeAbsence(desk.roster(), id));
}

/** Says who is called when nobody is there (P3). */
export function saveEscalation(desk: Desk, input: Escalation): Done {
  return desk.keep(ok(setEscalation(input)));
}

/** Changes the order of a chain (P2). */
export function orderChain(desk: Desk, phase: Phase, people: readonly string[]): Done {
  return desk.keep(setChain(desk.roster(), phase, people));
}

/** Says in which order a phase calls people from a day to come (P4). */
export function orderChainFrom(desk: Desk, plan: ChainPlan): Done {
  return desk.keep(planChain(desk.roster(), plan, romeOf(desk.now()).day));
}

/** Takes back an order that has not begun. */
export function dropPlan(desk: Desk, plan: Pick<ChainPlan, 'phase' | 'from'>): Done {
  return desk.keep(removePlan(desk.roster(), plan));
}
