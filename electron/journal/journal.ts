import { createHash } from 'node:crypto';
import type { Database } from '#electron/db/open.ts';
import { adopt, clockOf, type HybridClock, isFarAhead, START, stampOf, tick } from '#shared/journal/clock.ts';
import { ENVELOPE_VERSION, type Fact, factSchema, hashOf, type NewFact, type Sha256 } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type FactTable, factTable } from './factTable.ts';
import { kindOf, type Projection } from './projection.ts';

/** Lower-case hex SHA-256 of a UTF-8 text. */
export const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

export interface Journal {
  /**
   * Keeps the facts, writes the read tables they change and what `also` writes (the effects they ask for), all in one
   * transaction: when it returns, they are safe on this computer. Throws what SQLite throws, and on a fact that no other
   * desk would accept; then nothing was kept.
   */
  readonly append: (facts: readonly NewFact[], by: Authorship) => readonly Fact[];
  /**
   * Keeps facts of other desks, verified before, with what `also` writes, in one transaction; those already there change
   * nothing. Facts of one desk may come in any order, and again.
   */
  readonly receive: (facts: readonly Fact[], also: (received: Received) => void) => Received;
  /** All facts of one entity, in order. */
  readonly factsOf: (ent: string) => readonly Fact[];
  /** How many facts this desk holds. */
  readonly count: () => number;
  /** This desk, as the journal knows it. */
  readonly device: () => string;
  /** From now on this computer writes as another desk: the one it was is known to be a copy, or to have been restored. */
  readonly become: (device: string) => void;
}

/** What came of receiving facts. */
export interface Received {
  /** The facts that were new, in the order they came. */
  readonly added: readonly Fact[];
  /** New facts at a position where their desk had written another one. */
  readonly forked: readonly Fact[];
}

export interface Authorship {
  /** Person who acts. */
  readonly actor: string;
  /** Further writes of the same transaction. */
  readonly also?: (at: Instant) => void;
}

export interface JournalOptions {
  readonly database: Database;
  readonly device: string;
  readonly projections: readonly Projection[];
  readonly now: () => Instant;
  /** Told the topics that changed, after the commit. */
  readonly changed: (topics: readonly string[]) => void;
}

/** Opens the journal kept in the database: read tables of an older version are made again first. */
export function openJournal({ database, device: first, projections, now, changed }: JournalOptions): Journal {
  const facts = factTable(database);
  const byKind = new Map<string, Projection[]>();
  for (const projection of projections) {
    for (const kind of projection.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), projection]);
  }
  for (const projection of projections) bringUpToDate(database, projection, facts);

  let device = first;
  let clock = clockAtStart(facts, device, now());
  let last = endOfChain(facts, device);

  const projectAll = (ents: Iterable<string>): ReadonlySet<string> => {
    const topics = new Set<string>();
    for (const ent of ents) {
      const readers = byKind.get(kindOf(ent)) ?? [];
      const all = readers.length > 0 ? facts.ofEntity(ent) : [];
      for (const projection of readers) {
        projection.project(database, ent, all);
        topics.add(projection.topic);
      }
    }
    return topics;
  };

  const append = (newFacts: readonly NewFact[], { actor, also }: Authorship): readonly Fact[] => {
    let chain = last;
    let ticking = clock;
    const [kept, topics] = database.transaction(() => {
      const at = now();
      const sealed = newFacts.map(({ type, ent, body }): Fact => {
        const seen = facts.newestOfEntity(ent);
        ticking = tick(ticking, Date.parse(at));
        const open = {
          v: ENVELOPE_VERSION,
          dev: device,
          seq: chain.seq + 1,
          hlc: stampOf(ticking, device),
          type,
          ent,
          ver: (seen?.ver ?? 0) + 1,
          base: seen?.h ?? null,
          actor,
          at,
          body,
          prev: chain.h,
        };
        const fact: Fact = { ...open, h: hashOf(open, sha256) };
        factSchema.parse(fact);
        facts.insert(fact, false);
        chain = { seq: fact.seq, h: fact.h };
        return fact;
      });
      const told = projectAll(new Set(sealed.map(({ ent }) => ent)));
      also?.(at);
      return [sealed, told] as const;
    })();
    last = chain;
    clock = ticking;
    changed([...topics]);
    return kept;
  };

  const receive = (sealed: readonly Fact[], also: (received: Received) => void): Received => {
    let ticking = clock;
    const [received, topics] = database.transaction(() => {
      const added = sealed.filter((fact) => facts.insert(fact, true));
      const forked = facts.doublesAmong(added);
      const wall = Date.parse(now());
      for (const { hlc } of added) if (!isFarAhead(hlc, wall)) ticking = adopt(ticking, clockOf(hlc));
      const told = projectAll(new Set(added.map(({ ent }) => ent)));
      also({ added, forked });
      return [{ added, forked }, told] as const;
    })();
    clock = ticking;
    if (topics.size > 0) changed([...topics]);
    return received;
  };

  return {
    append,
    receive,
    factsOf: facts.ofEntity,
    count: facts.count,
    device: () => device,
    become: (next) => {
      device = next;
      last = endOfChain(facts, device);
    },
  };
}

const endOfChain = (facts: FactTable, device: string): { readonly seq: number; readonly h: string } =>
  facts.newestOfDevice(device) ?? { seq: 0, h: '' };

/** Its own past counts always, also where its wall clock was set back since; that of a desk far ahead does not. */
function clockAtStart(facts: FactTable, device: string, now: Instant): HybridClock {
  const wall = Date.parse(now);
  return facts
    .newestStamps()
    .filter(({ dev, hlc }) => dev === device || !isFarAhead(hlc, wall))
    .reduce((clock, { hlc }) => adopt(clock, clockOf(hlc)), START);
}

function bringUpToDate(database: Database, projection: Projection, facts: FactTable): void {
  const made = database
    .prepare<[string], { version: number }>('SELECT version FROM projection WHERE name = ?')
    .get(projection.name);
  if (made?.version === projection.version) return;
  database.transaction(() => {
    for (const table of projection.tables) database.exec(`DROP TABLE IF EXISTS ${table}`);
    database.exec(projection.create);
    for (const kind of projection.kinds) {
      for (const ent of facts.entitiesOf(kind)) projection.project(database, ent, facts.ofEntity(ent));
    }
    database
      .prepare('INSERT INTO projection VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET version = excluded.version')
      .run(projection.name, projection.version);
  })();
}
