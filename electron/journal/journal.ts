import { createHash } from 'node:crypto';
import type { Database } from '#electron/db/open.ts';
import { breathe, type Pause } from '#electron/db/soundness.ts';
import { adopt, clockOf, type HybridClock, isFarAhead, START, stampOf, tick } from '#shared/journal/clock.ts';
import { type Fact, factSchema, hashOf, type NewFact, type Sha256, versionOfType } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { compareRows } from './compareRows.ts';
import { openCounting } from './counting.ts';
import { type FactTable, factTable } from './factTable.ts';
import { learning } from './learning.ts';
import { formOf, kindOf, type Projection, type WriteRows } from './projection.ts';

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
   * Keeps facts of other desks, verified before, with what `also` writes, in one transaction. Idempotent: those already
   * there change nothing. Facts of one desk may come in any order, and again.
   */
  readonly receive: (facts: readonly Fact[], also: (received: Received) => void) => Received;
  /** All facts of one entity that this app understands and that count, in order. */
  readonly factsOf: (ent: string) => readonly Fact[];
  /** From now on `listener` is told each entity of these kinds that gets a new fact, in the transaction that keeps it. */
  readonly follow: (kinds: readonly string[], listener: (ent: string) => void) => void;
  /** Whether a newer app wrote something of one of these entities that this one must not pass over. */
  readonly isAheadOf: (ents: readonly string[]) => boolean;
  /** Whether a desk was expelled, or only continues one that was: of its facts not all count. */
  readonly isLimited: (dev: string) => boolean;
  /** Writes the rows of these entities anew from their facts, and tells their topics. */
  readonly refold: (ents: readonly string[]) => void;
  /** The entities whose rows are not what their facts say, but for those of `skip`; looked at in slices. */
  readonly strays: (skip: ReadonlySet<string>, pause?: Pause) => Promise<readonly string[]>;
  /** How many facts this desk holds. */
  readonly count: () => number;
  /** This desk, as the journal knows it. */
  readonly device: () => string;
  /** From now on this computer writes as another desk: the one it was is known to be a copy, or to have been restored. */
  readonly become: (device: string) => void;
}

/** The result of receiving facts. */
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

/** A projection on the open database. */
interface Reader {
  readonly topic: string;
  readonly write: WriteRows;
}

/** Opens the journal kept in the database; projections of an older form are rebuilt first. */
export function openJournal({ database, device: first, projections, now, changed }: JournalOptions): Journal {
  const facts = factTable(database);
  const byKind = new Map<string, Reader[]>();
  for (const projection of projections) {
    const reader = { topic: projection.topic, write: bringUpToDate(database, projection, facts) };
    for (const kind of projection.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), reader]);
  }

  let device = first;
  let clock = clockAtStart(facts, device, now());
  let last = endOfChain(facts, device);

  const followers = new Map<string, ((ent: string) => void)[]>();
  const projectAll = (ents: Iterable<string>): ReadonlySet<string> => {
    const topics = new Set<string>();
    for (const ent of ents) {
      const readers = byKind.get(kindOf(ent)) ?? [];
      const all = readers.length > 0 ? facts.ofEntity(ent) : [];
      for (const { topic, write } of readers) {
        write(ent, all);
        topics.add(topic);
      }
      for (const listener of followers.get(kindOf(ent)) ?? []) listener(ent);
    }
    return topics;
  };

  const counting = openCounting(database);
  /** What is written in one transaction; when it is taken back, so is what counts. */
  const inOne = <Value>(work: () => Value): Value => {
    try {
      return database.transaction(work)();
    } catch (cause) {
      counting.forget();
      throw cause;
    }
  };
  // Facts that an older app of this computer did not understand are projected from now on.
  const learned = learning(database).facts();
  if (learned.length > 0) inOne(() => projectAll(new Set([...learned.map(({ ent }) => ent), ...counting.refresh()])));

  const append = (newFacts: readonly NewFact[], { actor, also }: Authorship): readonly Fact[] => {
    let chain = last;
    let ticking = clock;
    const [kept, topics] = inOne(() => {
      const at = now();
      const sealed = newFacts.map(({ type, ent, body }): Fact => {
        const seen = facts.newestOfEntity(ent);
        ticking = tick(ticking, Date.parse(at));
        const open = {
          v: versionOfType(type),
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
      const recounted = counting.update(sealed);
      const changedTopics = projectAll(new Set([...sealed.map(({ ent }) => ent), ...recounted]));
      also?.(at);
      return [sealed, changedTopics] as const;
    });
    last = chain;
    clock = ticking;
    changed([...topics]);
    return kept;
  };

  const receive = (sealed: readonly Fact[], also: (received: Received) => void): Received => {
    let ticking = clock;
    const [received, topics] = inOne(() => {
      const added = sealed.filter((fact) => facts.insert(fact, true));
      const forked = facts.doublesAmong(added);
      const wall = Date.parse(now());
      for (const { hlc } of added) if (!isFarAhead(hlc, wall)) ticking = adopt(ticking, clockOf(hlc));
      const recounted = counting.update(added);
      const changedTopics = projectAll(new Set([...added.map(({ ent }) => ent), ...recounted]));
      also({ added, forked });
      return [{ added, forked }, changedTopics] as const;
    });
    clock = ticking;
    if (topics.size > 0) changed([...topics]);
    return received;
  };

  return {
    append,
    receive,
    factsOf: facts.ofEntity,
    follow: (kinds, listener) => {
      for (const kind of kinds) followers.set(kind, [...(followers.get(kind) ?? []), listener]);
    },
    isAheadOf: (ents) => ents.some(facts.isAhead),
    isLimited: (dev) => counting.limitOf(dev) !== undefined,
    refold: (ents) => {
      const topics = database.transaction(() => projectAll(new Set(ents)))();
      if (topics.size > 0) changed([...topics]);
    },
    strays: (skip, pause = breathe) => compareRows(database, projections, skip, pause),
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

/** The clock from the newest stamps: own ones always, those of other desks unless they are far ahead of the wall clock. */
function clockAtStart(facts: FactTable, device: string, now: Instant): HybridClock {
  const wall = Date.parse(now);
  return facts
    .newestStamps()
    .filter(({ dev, hlc }) => dev === device || !isFarAhead(hlc, wall))
    .reduce((clock, { hlc }) => adopt(clock, clockOf(hlc)), START);
}

/** Rebuilds the tables of a projection when their form changed; returns how it writes them from now on. */
function bringUpToDate(database: Database, projection: Projection, facts: FactTable): WriteRows {
  const current = database
    .prepare<[string], { version: number }>('SELECT version FROM projection WHERE name = ?')
    .get(projection.name);
  if (current?.version === formOf(projection)) return projection.prepare(database);
  return database.transaction(() => {
    for (const table of projection.tables) database.exec(`DROP TABLE IF EXISTS ${table}`);
    database.exec(projection.create);
    const write = projection.prepare(database);
    for (const kind of projection.kinds) {
      for (const ent of facts.entitiesOf(kind)) write(ent, facts.ofEntity(ent));
    }
    database
      .prepare(
        `INSERT INTO projection (name, version) VALUES (?, ?)
         ON CONFLICT (name) DO UPDATE SET version = excluded.version`,
      )
      .run(projection.name, formOf(projection));
    return write;
  })();
}
