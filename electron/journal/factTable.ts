import { damageIn } from '#electron/db/damage.ts';
import type { Database, ReadableDatabase } from '#electron/db/open.ts';
import type { Json } from '#shared/journal/canonical.ts';
import { FACTS_VERSION, type Fact } from '#shared/journal/fact.ts';
import { inOrder, type Ordered, versionsOf } from '#shared/journal/order.ts';
import type { Link } from '#shared/journal/revocations.ts';
import type { Instant } from '#shared/kernel/instant.ts';

export type FactRow = Omit<Fact, 'body'> & { readonly body: string };

/** Selects the facts this app understands: those of a newer app are stored and published, and not folded. */
const UNDERSTOOD = `v <= ${FACTS_VERSION}`;
/** Selects those of them that count: what an expelled desk wrote beyond its limit does not. */
const COUNTED = 'NOT EXISTS (SELECT 1 FROM uncounted WHERE uncounted.h = fact.h)';
const NAMES = ['v', 'dev', 'seq', 'hlc', 'type', 'ent', 'ver', 'base', 'actor', 'at', 'body', 'prev', 'h'];
const COLUMNS = NAMES.join(', ');
/** What is written in place of a body that cannot be read: no fact has it, so its hash never matches. */
const UNREADABLE: Json = { unreadable: true };

/** Reads a body; `undefined` when what is kept is no JSON any more. */
function bodyOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The row itself with its body parsed: no copy is made of the many that an import reads again. */
export const toFact = (row: FactRow): Fact => Object.assign(row, { body: bodyOf(row.body) ?? UNREADABLE });

/** Columns of a fact, in the order of its envelope. */
export const FACT_COLUMNS = COLUMNS;

/**
 * Reads the facts of one entity that this app understands and that count, in order. One that cannot be read is noted as damaged and left
 * out: the others still mean something.
 */
export function entityFacts(database: ReadableDatabase): (ent: string) => readonly Fact[] {
  const ofEntity = database.prepare<[string], FactRow>(
    `SELECT ${COLUMNS} FROM fact WHERE ent = ? AND ${UNDERSTOOD} AND ${COUNTED}`,
  );
  return (ent) => {
    const facts: Fact[] = [];
    for (const row of ofEntity.all(ent)) {
      const fact = toFact(row);
      if (fact.body === UNREADABLE) damageIn(database).note({ what: 'fact', table: 'fact', key: fact.h });
      else facts.push(fact);
    }
    return inOrder(facts);
  };
}

/** A fact that is not published yet, and the row it stands in. */
export interface WaitingFact {
  readonly row: number;
  readonly fact: Fact;
}

const opened = new WeakMap<Database, FactTable>();

/** Reads and writes of the append-only table of facts; only `published` ever changes. */
export function factTable(database: Database): FactTable {
  const known = opened.get(database) ?? prepareTable(database);
  opened.set(database, known);
  return known;
}

function prepareTable(database: Database) {
  const insert = database.prepare(
    `INSERT OR IGNORE INTO fact (${COLUMNS}, published) VALUES (${NAMES.map((name) => `@${name}`).join(', ')}, @published)`,
  );
  const ofEntity = entityFacts(database);
  const orderOfEntity = database.prepare<[string], Ordered>(
    `SELECT h, base, ver, hlc, dev, seq FROM fact WHERE ent = ? AND ${UNDERSTOOD} AND ${COUNTED}`,
  );
  const newestOfDevice = database.prepare<[string, string], { seq: number; h: string; hlc: string; at: Instant }>(
    `SELECT seq, h, hlc, at FROM fact WHERE dev = ? AND seq = (SELECT max(seq) FROM fact WHERE dev = ?)
     ORDER BY published LIMIT 1`,
  );
  const newestStamps = database.prepare<[], { dev: string; hlc: string }>(
    'SELECT dev, max(hlc) AS hlc FROM fact GROUP BY dev',
  );
  const entities = database.prepare<[string, string], { ent: string }>(
    'SELECT DISTINCT ent FROM fact WHERE ent >= ? AND ent < ? ORDER BY ent',
  );
  const count = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM fact');
  const has = database.prepare<[string], { seq: number }>('SELECT seq FROM fact WHERE h = ?');
  const doubled = database.prepare<[string, number, number], { seq: number }>(
    'SELECT seq FROM fact WHERE dev = ? AND seq BETWEEN ? AND ? GROUP BY seq HAVING count(*) > 1',
  );
  const unpublished = database.prepare<[string, number], FactRow & { readonly row: number }>(
    `SELECT rowid AS row, ${COLUMNS} FROM fact WHERE published = 0 AND dev IN (SELECT value FROM json_each(?)) ORDER BY dev, seq LIMIT ?`,
  );
  const countUnpublished = database.prepare<[], { count: number }>(
    'SELECT count(*) AS count FROM fact WHERE published = 0',
  );
  const between = database.prepare<[string, number, number], FactRow>(
    `SELECT ${COLUMNS} FROM fact WHERE dev = ? AND seq BETWEEN ? AND ? ORDER BY seq DESC`,
  );
  const countOfTypes = database.prepare<[], { type: string; isUnderstood: number; count: number }>(
    `SELECT type, ${UNDERSTOOD} AS isUnderstood, count(*) AS count FROM fact GROUP BY type, isUnderstood`,
  );
  const aheadOf = database.prepare<[string], { h: string }>(
    `SELECT h FROM fact WHERE ent = ? AND NOT (${UNDERSTOOD}) AND ${COUNTED} LIMIT 1`,
  );
  const above = database.prepare<[number], FactRow>(
    `SELECT ${COLUMNS} FROM fact WHERE v > ? AND ${UNDERSTOOD} ORDER BY hlc`,
  );
  const links = database.prepare<[string], Link>('SELECT h, prev, seq FROM fact WHERE dev = ?');
  const setPublished = database.prepare('UPDATE fact SET published = 1 WHERE h = ?');
  const hold = database.prepare('UPDATE fact SET published = 2 WHERE rowid = ?');
  const release = database.prepare('UPDATE fact SET published = 0 WHERE published = 2 AND h = ?');
  const chain = (device: string, first: number, last: number, newest: string): readonly Fact[] => {
    const links: Fact[] = [];
    let wanted = newest;
    for (const row of between.all(device, first, last)) {
      if (row.h !== wanted) continue;
      links.push(toFact(row));
      wanted = row.prev;
    }
    return links.reverse();
  };
  return {
    /** Keeps a fact; idempotent: false when it was there already. */
    insert: (fact: Fact, published: boolean): boolean => {
      const row = { ...fact, body: JSON.stringify(fact.body), published: published ? 1 : 0 };
      return insert.run(row).changes === 1;
    },
    /** Those this app understands and that count. */
    ofEntity,
    /** Whether there is a fact of this entity that only a newer app understands. */
    isAhead: (ent: string): boolean => aheadOf.get(ent) !== undefined,
    /** The facts this app understands and one of `version` did not, in the order of their clocks. */
    above: (version: number): readonly Fact[] => above.all(version).map(toFact),
    /** The fact an act of now is based on, with the version it really has. */
    newestOfEntity: (ent: string): Pick<Ordered, 'h' | 'ver'> | undefined => {
      const all = orderOfEntity.all(ent);
      const newest = inOrder(all).at(-1);
      return newest && { h: newest.h, ver: versionsOf(all).get(newest.h) ?? newest.ver };
    },
    /** All facts of a desk as links of its chain, in no order. */
    linksOf: (device: string): readonly Link[] => links.all(device),
    newestOfDevice: (device: string) => newestOfDevice.get(device, device),
    /** The newest stamp of each desk. */
    newestStamps: () => newestStamps.all(),
    /** Every entity of a kind that has facts. */
    entitiesOf: (kind: string): readonly string[] => entities.all(`${kind}/`, `${kind}0`).map(({ ent }) => ent),
    count: (): number => count.get()?.count ?? 0,
    /** How many facts are of none of these types, or of a newer app. */
    countOfOtherTypes: (types: ReadonlySet<string>): number =>
      countOfTypes
        .all()
        .filter(({ type, isUnderstood }) => isUnderstood === 0 || !types.has(type))
        .reduce((total, { count: facts }) => total + facts, 0),
    has: (hash: string): boolean => has.get(hash) !== undefined,
    /** Those of these facts whose desk wrote another one at the same position: it was copied or restored. */
    doublesAmong: (kept: readonly Fact[]): readonly Fact[] => {
      const ranges = new Map<string, readonly [first: number, last: number]>();
      for (const { dev, seq } of kept) {
        const [first, last] = ranges.get(dev) ?? [seq, seq];
        ranges.set(dev, [Math.min(first, seq), Math.max(last, seq)]);
      }
      const doubles = new Set(
        [...ranges].flatMap(([dev, [first, last]]) => doubled.all(dev, first, last).map(({ seq }) => `${dev} ${seq}`)),
      );
      return doubles.size === 0 ? [] : kept.filter(({ dev, seq }) => doubles.has(`${dev} ${seq}`));
    },
    /** Unpublished facts of these desks, those of one desk together and in order, each with the row it stands in. */
    unpublished: (devices: readonly string[], limit: number): readonly WaitingFact[] =>
      unpublished.all(JSON.stringify(devices), limit).map(({ row, ...columns }) => ({ row, fact: toFact(columns) })),
    countUnpublished: (): number => countUnpublished.get()?.count ?? 0,
    /** The unbroken chain of a desk that ends with the fact `newest`, from `first` on; shorter when some are missing. */
    chain,
    /** Whether the chain that ends with `newest` holds the fact `hash`, at `seq` of the same desk. */
    isInChain: (device: string, hash: string, seq: number, newest: string, last: number): boolean =>
      chain(device, seq, last, newest)[0]?.h === hash,
    setPublished: (hash: string): void => {
      setPublished.run(hash);
    },
    /** A fact that is not what was written waits no longer to be published, until it is healed. */
    hold: (row: number): void => {
      hold.run(row);
    },
    /** A fact that was held and is whole again waits to be published. */
    release: (hash: string): void => {
      release.run(hash);
    },
  };
}
export type FactTable = ReturnType<typeof prepareTable>;
