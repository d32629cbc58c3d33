import type { Database } from '#electron/db/open.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import type { Projection } from '#electron/journal/projection.ts';
import type { Fact } from '#shared/journal/fact.ts';
import { foldFacts } from '#shared/journal/order.ts';
import { type FactOf, readFact } from '#shared/journal/vocabulary.ts';
import { isDisputed } from '#shared/people/conflicts.ts';
import { peopleFacts } from '#shared/people/facts.ts';
import { absenceSchema, escalationSchema, personSchema } from '#shared/people/person.ts';
import type { Roster } from '#shared/people/roster.ts';

type PeopleFact = FactOf<typeof peopleFacts>;

const last = <State>(facts: readonly Fact[], read: (fact: PeopleFact) => State | undefined): State | undefined =>
  foldFacts<State | undefined>(facts, undefined, (state, raw) => {
    const fact = readFact(peopleFacts, raw);
    return fact ? read(fact) : state;
  });

const people = entityTable({
  kind: 'person',
  version: 1,
  topic: 'people',
  schema: personSchema,
  columns: { name: ({ name }) => name },
  fold: (_id, facts) => last(facts, (fact) => (fact.type === 'person.set' ? fact.body : undefined)),
});
const chains = entityTable({
  kind: 'chain',
  version: 1,
  topic: 'people',
  schema: peopleFacts['chain.set'],
  columns: {},
  fold: (_id, facts) => last(facts, (fact) => (fact.type === 'chain.set' ? fact.body : undefined)),
});
const absences = entityTable({
  kind: 'absence',
  version: 1,
  topic: 'people',
  schema: absenceSchema,
  columns: { person: ({ person }) => person },
  fold: (_id, facts) => last(facts, (fact) => (fact.type === 'absence.set' ? fact.body : undefined)),
});

const escalations = entityTable({
  kind: 'escalation',
  version: 1,
  topic: 'people',
  schema: escalationSchema,
  columns: {},
  fold: (_id, facts) => last(facts, (fact) => (fact.type === 'escalation.set' ? fact.body : undefined)),
});

/** What desks said apart of people and nobody decided: also of what is no longer in the roster. */
const disputes: Projection = {
  name: 'people_dispute',
  version: 1,
  kinds: ['person', 'chain', 'absence', 'escalation'],
  tables: ['people_dispute'],
  create: 'CREATE TABLE people_dispute (what TEXT PRIMARY KEY) STRICT;',
  topic: 'people',
  project: (database, ent, facts) => {
    const write = isDisputed(facts)
      ? 'INSERT OR IGNORE INTO people_dispute VALUES (?)'
      : 'DELETE FROM people_dispute WHERE what = ?';
    database.prepare(write).run(ent);
  },
};

/** The entities of people in dispute, in a stable order. */
export const disputedOf = (database: Database): readonly string[] =>
  database
    .prepare<[], { what: string }>('SELECT what FROM people_dispute ORDER BY what')
    .all()
    .map(({ what }) => what);

export const peopleProjections: readonly Projection[] = [
  people.projection,
  chains.projection,
  absences.projection,
  escalations.projection,
  disputes,
];

export interface PeopleStore {
  /** Everybody, by name: without chains and absences, which grow for years. */
  readonly people: () => Roster['people'];
  readonly roster: () => Roster;
}

/** Reads everybody the journal knows. */
export function peopleStore(database: Database): PeopleStore {
  const [person, chain, absence] = [people.open(database), chains.open(database), absences.open(database)];
  const escalation = escalations.open(database);
  const everybody = (): Roster['people'] => person.list('1', [], 'name');
  return {
    people: everybody,
    roster: () => ({
      people: everybody(),
      chains: {
        intake: chain.get('intake')?.people ?? [],
        alternative: chain.get('alternative')?.people ?? [],
        report: chain.get('report')?.people ?? [],
      },
      absences: absence.list(),
      escalation: escalation.get('town') ?? null,
    }),
  };
}
