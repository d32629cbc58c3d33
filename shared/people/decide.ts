import type { NewFact } from '../journal/fact.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import { peopleFact } from './facts.ts';
import { type Person, PHASES, type Phase } from './person.ts';
import type { Roster } from './roster.ts';

/** Roles in the order in which a phase calls them (P2). */
const ORDER: Readonly<Record<Phase, readonly Person['roles'][number][]>> = {
  intake: ['operatore', 'capo settore'],
  alternative: ['operatore'],
  report: ['capo settore', 'operatore'],
};

/**
 * Adds a person or changes one. Two people may not share a system account.
 * Who is new joins the chains of the phases that call for one of his or her roles, at the end; the order is changed later.
 */
export function setPerson(roster: Roster, person: Person): Result<readonly NewFact[], Problem> {
  const account = person.accounts.find((one) =>
    roster.people.some((other) => other.id !== person.id && other.accounts.includes(one)),
  );
  if (account) {
    return problem(
      'account-taken',
      `L’account «${account}» è già di un’altra persona.`,
      'Togli l’account dall’altra persona, poi riprova.',
    );
  }
  const facts: NewFact[] = [peopleFact('person.set', `person/${person.id}`, person)];
  for (const phase of PHASES) {
    const chain = roster.chains[phase];
    if (chain.includes(person.id) || !ORDER[phase].some((role) => person.roles.includes(role))) continue;
    facts.push(peopleFact('chain.set', `chain/${phase}`, { phase, people: inOrder(roster, person, phase) }));
  }
  return ok(facts);
}

/** The chain with the new person: heads before operators for the report, after the first operator for the intake (P2). */
function inOrder(roster: Roster, person: Person, phase: Phase): string[] {
  const chain = [...roster.chains[phase]];
  const isHead = person.roles.includes('capo settore');
  if (phase === 'report' && isHead) return [person.id, ...chain];
  if (phase === 'intake' && isHead) return [...chain.slice(0, 1), person.id, ...chain.slice(1)];
  return [...chain, person.id];
}
