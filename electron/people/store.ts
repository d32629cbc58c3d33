import type { ReadableDatabase } from '#electron/db/open.ts';
import type { RosterReader } from '#electron/desk/desk.ts';
import type { Blobs } from '#electron/journal/blobs.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import type { Projection } from '#electron/journal/projection.ts';
import type { Fact } from '#shared/journal/fact.ts';
import { inOrder } from '#shared/journal/order.ts';
import { type FactOf, readFact } from '#shared/journal/vocabulary.ts';
import { daySchema } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { bindingNow, bindingSchema } from '#shared/people/bindings.ts';
import { hasConflict } from '#shared/people/conflicts.ts';
import { peopleFacts } from '#shared/people/facts.ts';
import {
  absenceSchema,
  chainPlanSchema,
  escalationSchema,
  type Phase,
  personSchema,
  type RetiredPerson,
  retiredPersonSchema,
} from '#shared/people/person.ts';
import { pinNow, pinSchema } from '#shared/people/pin.ts';
import type { PlannedRoster } from '#shared/people/plans.ts';
import type { Roster } from '#shared/people/roster.ts';
import { noteProjection } from './notes/noteStore.ts';
import { profileProjection, profileReader, senderProjection } from './profileStore.ts';

type PeopleFact = FactOf<typeof peopleFacts>;

/** Last write wins: each fact holds the whole state, so only the last one that can be read is parsed. */
function last<State>(facts: readonly Fact[], read: (fact: PeopleFact) => State | undefined): State | undefined {
  for (const raw of [...inOrder(facts)].reverse()) {
    const fact = readFact(peopleFacts, raw);
    if (fact) return read(fact);
  }
  return undefined;
}

const storedPersonSchema = personSchema.extend({ retired: retiredPersonSchema.shape.retired.nullable() });

/** A person with the last card; out of the group when taken out after it. */
function foldPerson(facts: readonly Fact[]) {
  let retired: RetiredPerson['retired'] | null = null;
  for (const raw of [...inOrder(facts)].reverse()) {
    const fact = readFact(peopleFacts, raw);
    if (fact?.type === 'person.set') return { ...fact.body, retired };
    if (fact?.type === 'person.removed') retired ??= { by: raw.actor, at: raw.at };
  }
  return undefined;
}

const people = entityTable({
  kind: 'person',
  version: 2,
  topic: 'people',
  schema: storedPersonSchema,
  columns: { name: ({ name }) => name, retired: ({ retired }) => (retired ? 1 : 0) },
  fold: (_id, facts) => foldPerson(facts),
});
const chains = entityTable({
  kind: 'chain',
  version: 2,
  topic: 'people',
  /** The day on which somebody wrote it: what was planned to begin by then is over. */
  schema: peopleFacts['chain.set'].extend({ since: daySchema }),
  columns: {},
  fold: (_id, facts) =>
    last(facts, (fact) => (fact.type === 'chain.set' ? { ...fact.body, since: romeOf(fact.at).day } : undefined)),
});
const plans = entityTable({
  kind: 'plan',
  version: 1,
  topic: 'people',
  schema: chainPlanSchema,
  columns: {},
  fold: (_id, facts) =>
    last(facts, (fact) => (fact.type === 'chain.planned' ? chainPlanSchema.parse(fact.body) : undefined)),
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

const bindings = entityTable({
  kind: 'binding',
  version: 1,
  topic: 'people',
  schema: bindingSchema,
  columns: {},
  fold: (_id, facts) => bindingNow(facts),
});

const pins = entityTable({
  kind: 'pin',
  version: 1,
  topic: 'people',
  schema: pinSchema,
  columns: {},
  fold: (_id, facts) => pinNow(facts),
});

/** The entities of people with concurrent edits that nobody resolved, also those no longer in the roster. */
const conflicts: Projection = {
  // The key its form is kept under; the table of that name, from earlier versions, is dropped with it.
  name: 'people_dispute',
  version: 4,
  kinds: ['person', 'chain', 'plan', 'absence', 'escalation', 'profile', 'sender'],
  tables: ['people_conflict', 'people_dispute'],
  create: 'CREATE TABLE people_conflict (what TEXT PRIMARY KEY) STRICT;',
  topic: 'people',
  prepare: (database) => {
    const add = database.prepare('INSERT OR IGNORE INTO people_conflict (what) VALUES (?)');
    const remove = database.prepare('DELETE FROM people_conflict WHERE what = ?');
    return (ent, facts) => {
      if (hasConflict(facts)) add.run(ent);
      else remove.run(ent);
    };
  },
};

/** The entities of people in conflict, in a stable order. */
export const entitiesInConflict = (database: ReadableDatabase): readonly string[] =>
  database
    .prepare<[], { what: string }>('SELECT what FROM people_conflict ORDER BY what')
    .all()
    .map(({ what }) => what);

export const peopleProjections: readonly Projection[] = [
  people.projection,
  chains.projection,
  plans.projection,
  absences.projection,
  escalations.projection,
  profileProjection,
  noteProjection,
  senderProjection,
  bindings.projection,
  pins.projection,
  conflicts,
];

/** Reads everybody the journal knows. */
export function peopleStore(database: ReadableDatabase, blobs: Blobs): RosterReader {
  const [person, chain, absence] = [people.open(database), chains.open(database), absences.open(database)];
  const escalation = escalations.open(database);
  const plan = plans.open(database);
  const chainOf = (phase: Phase): PlannedRoster['chains'][Phase] => chain.get(phase) ?? { people: [], since: null };
  const everybody = (): Roster['people'] =>
    person.list('retired = 0', [], 'name').map(({ retired: _retired, ...one }) => one);
  return {
    town: profileReader(database, blobs),
    people: everybody,
    roster: () => ({
      people: everybody(),
      retired: person
        .list('retired = 1', [], 'name')
        .flatMap(({ retired, ...one }) => (retired ? { ...one, retired } : [])),
      chains: { intake: chainOf('intake'), alternative: chainOf('alternative'), report: chainOf('report') },
      plans: plan.list(),
      absences: absence.list(),
      escalation: escalation.get('town') ?? null,
    }),
  };
}
