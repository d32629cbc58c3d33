import type { NewFact } from '#shared/journal/fact.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { peopleFact } from './facts.ts';
import { type Person, PHASES, type Phase } from './person.ts';
import { withoutPerson } from './plans.ts';
import { personOfAccount, type Roster, withRole } from './roster.ts';

/** Roles in the order in which a phase calls them (P2). */
const ORDER: Readonly<Record<Phase, readonly Person['roles'][number][]>> = {
  intake: ['operatore', 'capo settore'],
  alternative: ['operatore'],
  report: ['capo settore', 'operatore'],
};

/**
 * Adds a person or changes one. Two people may not share a system account.
 * A person joins the chains that call for one of his or her roles and leaves the others; who stays keeps the place.
 */
export function setPerson(roster: Roster, person: Person): Result<readonly NewFact[], Problem> {
  const others = roster.people.filter(({ id }) => id !== person.id);
  const account = person.accounts.find((one) => personOfAccount({ ...roster, people: others }, one));
  if (account) {
    return problem({
      code: 'account-taken',
      what: `L’account «${account}» è già di un’altra persona.`,
      remedy: 'Togli l’account dall’altra persona, poi riprova.',
    });
  }
  const facts: NewFact[] = [peopleFact('person.set', `person/${person.id}`, person)];
  const mayDo = (phase: Phase): boolean => ORDER[phase].some((role) => person.roles.includes(role));
  for (const phase of PHASES) {
    const isCalled = mayDo(phase);
    if (roster.chains[phase].includes(person.id) === isCalled) continue;
    const people = isCalled ? joined(roster, person, phase) : roster.chains[phase].filter((id) => id !== person.id);
    facts.push(peopleFact('chain.set', `chain/${phase}`, { phase, people }));
  }
  return ok([...facts, ...withoutPerson(roster, person.id, mayDo)]);
}

/** The chain with the new person: the head first for the report, right after the first operator for the intake (P2). */
function joined(roster: Roster, person: Person, phase: Phase): string[] {
  const chain = [...roster.chains[phase]];
  const hasOperator = withRole(roster, 'operatore').some(({ id }) => chain.includes(id));
  const isHead = person.roles.includes('capo settore');
  if (phase === 'report' && isHead) return [person.id, ...chain];
  if (phase === 'intake' && isHead) return [...chain.slice(0, 1), person.id, ...chain.slice(1)];
  if (phase === 'intake' && !hasOperator) return [person.id, ...chain];
  return [...chain, person.id];
}
