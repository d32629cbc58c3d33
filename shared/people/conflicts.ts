import { z } from 'zod';
import { canonicalJson } from '../journal/canonical.ts';
import { headsOf } from '../journal/concurrent.ts';
import type { Fact, NewFact } from '../journal/fact.ts';
import { inOrder } from '../journal/order.ts';
import { type FactOf, readFact } from '../journal/vocabulary.ts';
import { instantSchema } from '../kernel/instant.ts';
import { type Problem, problem } from '../kernel/problem.ts';
import { ok, type Result } from '../kernel/result.ts';
import { sayAbsence } from './absences.ts';
import { peopleFact, peopleFacts } from './facts.ts';
import { nameOf, type Roster } from './roster.ts';

/** What two desks said of a person, an absence, a chain or of whom to call, without knowing of each other (G9). */
export const peopleConflictSchema = z.object({
  /** The entity: `person/<id>`, `absence/<id>`, `chain/<phase>` or `escalation/town`. */
  what: z.string(),
  /** Name of the person, or of who is absent; the person may no longer be in the roster. Null for the others. */
  person: z.string().nullable(),
  /** Each with its words; the one that counts last. */
  options: z.array(z.object({ fact: z.string(), words: z.string(), by: z.string(), at: instantSchema })),
});
export type PeopleConflict = z.infer<typeof peopleConflictSchema>;

type PeopleFact = FactOf<typeof peopleFacts>;
const SETTING: readonly string[] = Object.keys(peopleFacts);

function settledBy(raw: Fact): readonly string[] {
  const fact = readFact(peopleFacts, raw);
  return fact && 'settles' in fact.body ? (fact.body.settles ?? []) : [];
}

/** What a fact says, without which others it settled. */
function saidBy(raw: Fact): string {
  const fact = readFact(peopleFacts, raw);
  if (!fact) return '';
  const { settles: _settled, ...said } = { settles: [], ...fact.body };
  return canonicalJson(said);
}

/** The facts of one entity that say different things apart, in order; empty when nothing is in dispute. */
function disputedIn(facts: readonly Fact[]): readonly Fact[] {
  const heads = headsOf(facts, ({ type }) => SETTING.includes(type), settledBy);
  return new Set(heads.map(saidBy)).size > 1 ? heads : [];
}

/** Whether desks said different things of the entity of these facts, and nobody decided. */
export const isDisputed = (facts: readonly Fact[]): boolean => disputedIn(facts).length > 0;

function wordsOf(fact: PeopleFact | undefined, roster: Pick<Roster, 'people'>): string {
  if (fact?.type === 'person.set') return [fact.body.name, ...fact.body.roles, fact.body.address].join(', ');
  if (fact?.type === 'escalation.set') return `${fact.body.name}, ${fact.body.reach}`;
  if (fact?.type === 'absence.set') return sayAbsence(fact.body);
  if (fact?.type !== 'chain.set') return 'tolta dall’elenco';
  const { people } = fact.body;
  return people.length === 0 ? 'nessuno' : people.map((id) => nameOf(roster, id)).join(', poi ');
}

/** As the newest fact that names it says. */
function personIn(facts: readonly Fact[], roster: Pick<Roster, 'people'>): string | null {
  const names = inOrder(facts).map((raw) => {
    const fact = readFact(peopleFacts, raw);
    if (fact?.type === 'absence.set') return nameOf(roster, fact.body.person);
    return fact?.type === 'person.set' ? fact.body.name : null;
  });
  return names.findLast((name) => name !== null) ?? null;
}

/** The dispute in the facts of the entity `what`, or `undefined`. */
export function peopleConflictIn(
  what: string,
  facts: readonly Fact[],
  roster: Pick<Roster, 'people'>,
): PeopleConflict | undefined {
  const options = disputedIn(facts).map((raw) => ({
    fact: raw.h,
    words: wordsOf(readFact(peopleFacts, raw), roster),
    by: raw.actor,
    at: raw.at,
  }));
  return options.length === 0 ? undefined : { what, person: personIn(facts, roster), options };
}

/** Decides for one of the facts in dispute: it is said again, knowing the others. */
export function settlePeople(facts: readonly Fact[], chosen: string): Result<readonly NewFact[], Problem> {
  const disputed = disputedIn(facts);
  const raw = disputed.find(({ h }) => h === chosen);
  const fact = raw && readFact(peopleFacts, raw);
  const settles = disputed.map(({ h }) => h);
  if (fact?.type === 'person.set') return ok([peopleFact('person.set', fact.ent, { ...fact.body, settles })]);
  if (fact?.type === 'person.removed') return ok([peopleFact('person.removed', fact.ent, { settles })]);
  if (fact?.type === 'absence.set') return ok([peopleFact('absence.set', fact.ent, { ...fact.body, settles })]);
  if (fact?.type === 'absence.removed') return ok([peopleFact('absence.removed', fact.ent, { settles })]);
  if (fact?.type === 'chain.set') return ok([peopleFact('chain.set', fact.ent, { ...fact.body, settles })]);
  if (fact?.type === 'escalation.set') return ok([peopleFact('escalation.set', fact.ent, { ...fact.body, settles })]);
  return problem('nothing-to-settle', 'Qui non c’è più niente da decidere.', 'Guarda come sono adesso le persone.');
}
