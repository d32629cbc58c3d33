import { createHash } from 'node:crypto';
import type { Database } from '#electron/db/open.ts';
import { adopt, clockOf, type HybridClock, START, stampOf, tick } from '#shared/journal/clock.ts';
import { ENVELOPE_VERSION, type Fact, factSchema, hashOf, type NewFact, type Sha256 } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { factTable } from './factTable.ts';
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
  /** All facts of one entity, in order. */
  readonly factsOf: (ent: string) => readonly Fact[];
  /** How many facts this desk holds. */
  readonly count: () => number;
  /** This desk, as the journal knows it. */
  readonly device: string;
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
export function openJournal({ database, device, projections, now, changed }: JournalOptions): Journal {
  const facts = factTable(database);
  const byKind = new Map<string, Projection[]>();
  for (const projection of projections) {
    for (const kind of projection.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), projection]);
  }
  for (const projection of projections) bringUpToDate(database, projection, facts);

  let clock: HybridClock = START;
  const stamp = facts.newestStamp();
  if (stamp) clock = adopt(clock, clockOf(stamp));
  const own = facts.newestOfDevice(device);
  let last = { seq: own?.seq ?? 0, h: own?.h ?? '' };

  const append = (newFacts: readonly NewFact[], { actor, also }: Authorship): readonly Fact[] => {
    let chain = last;
    let ticking = clock;
    const topics = new Set<string>();
    const kept = database.transaction(() => {
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
        facts.insert(fact);
        chain = { seq: fact.seq, h: fact.h };
        return fact;
      });
      for (const ent of new Set(sealed.map((fact) => fact.ent))) {
        for (const projection of byKind.get(kindOf(ent)) ?? []) {
          projection.project(database, ent, facts.ofEntity(ent));
          topics.add(projection.topic);
        }
      }
      also?.(at);
      return sealed;
    })();
    last = chain;
    clock = ticking;
    changed([...topics]);
    return kept;
  };

  return { append, factsOf: facts.ofEntity, count: facts.count, device };
}

function bringUpToDate(database: Database, projection: Projection, facts: ReturnType<typeof factTable>): void {
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
