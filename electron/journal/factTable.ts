import type { Database } from '#electron/db/open.ts';
import type { Json } from '#shared/journal/canonical.ts';
import type { Fact } from '#shared/journal/fact.ts';
import { inOrder, type Ordered, versionsOf } from '#shared/journal/order.ts';

type FactRow = Omit<Fact, 'body'> & { readonly body: string };

const COLUMNS = 'v, dev, seq, hlc, type, ent, ver, base, actor, at, body, prev, h';
const toFact = (row: FactRow): Fact => ({ ...row, body: JSON.parse(row.body) as Json });

const opened = new WeakMap<Database, FactTable>();

/** Reads and writes of the table of facts; nothing in it is ever changed but whether the shared place has it. */
export function factTable(database: Database): FactTable {
  const known = opened.get(database) ?? prepareTable(database);
  opened.set(database, known);
  return known;
}

function prepareTable(database: Database) {
  const insert = database.prepare(
    `INSERT OR IGNORE INTO fact (${COLUMNS}, published)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ofEntity = database.prepare<[string], FactRow>(`SELECT ${COLUMNS} FROM fact WHERE ent = ?`);
  const orderOfEntity = database.prepare<[string], Ordered>(
    'SELECT h, base, ver, hlc, dev, seq FROM fact WHERE ent = ?',
  );
  const newestOfDevice = database.prepare<[string, string], { seq: number; h: string; hlc: string }>(
    `SELECT seq, h, hlc FROM fact WHERE dev = ? AND seq = (SELECT max(seq) FROM fact WHERE dev = ?)
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
  const unpublished = database.prepare<[number], FactRow>(
    `SELECT ${COLUMNS} FROM fact WHERE published = 0 ORDER BY dev, seq LIMIT ?`,
  );
  const countUnpublished = database.prepare<[], { count: number }>(
    'SELECT count(*) AS count FROM fact WHERE published = 0',
  );
  const between = database.prepare<[string, number, number], FactRow>(
    `SELECT ${COLUMNS} FROM fact WHERE dev = ? AND seq BETWEEN ? AND ? ORDER BY seq DESC`,
  );
  const countOfTypes = database.prepare<[], { type: string; count: number }>(
    'SELECT type, count(*) AS count FROM fact GROUP BY type',
  );
  const setPublished = database.prepare('UPDATE fact SET published = 1 WHERE h = ?');
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
    /** Keeps a fact; false when it was there already. */
    insert: (fact: Fact, published: boolean): boolean => {
      const { v, dev, seq, hlc, type, ent, ver, base, actor, at, body, prev, h } = fact;
      const text = JSON.stringify(body);
      const { changes } = insert.run(
        v,
        dev,
        seq,
        hlc,
        type,
        ent,
        ver,
        base,
        actor,
        at,
        text,
        prev,
        h,
        published ? 1 : 0,
      );
      return changes === 1;
    },
    ofEntity: (ent: string): readonly Fact[] => inOrder(ofEntity.all(ent).map(toFact)),
    /** The fact an act of now is based on, with the version it really has. */
    newestOfEntity: (ent: string): Pick<Ordered, 'h' | 'ver'> | undefined => {
      const all = orderOfEntity.all(ent);
      const newest = inOrder(all).at(-1);
      return newest && { h: newest.h, ver: versionsOf(all).get(newest.h) ?? newest.ver };
    },
    newestOfDevice: (device: string) => newestOfDevice.get(device, device),
    /** The newest stamp of each desk. */
    newestStamps: () => newestStamps.all(),
    /** Every entity of a kind that has facts. */
    entitiesOf: (kind: string): readonly string[] => entities.all(`${kind}/`, `${kind}0`).map(({ ent }) => ent),
    count: (): number => count.get()?.count ?? 0,
    /** How many facts are of none of these types. */
    countOfOtherTypes: (types: ReadonlySet<string>): number =>
      countOfTypes
        .all()
        .filter(({ type }) => !types.has(type))
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
    /** Facts the shared place does not have yet, those of one desk together and in order. */
    unpublished: (limit: number): readonly Fact[] => unpublished.all(limit).map(toFact),
    countUnpublished: (): number => countUnpublished.get()?.count ?? 0,
    /** The unbroken chain of a desk that ends with the fact `newest`, from `first` on; shorter when some are missing. */
    chain,
    /** Whether the chain that ends with `newest` holds the fact `hash`, at `seq` of the same desk. */
    isInChain: (device: string, hash: string, seq: number, newest: string, last: number): boolean =>
      chain(device, seq, last, newest)[0]?.h === hash,
    setPublished: (hash: string): void => {
      setPublished.run(hash);
    },
  };
}
export type FactTable = ReturnType<typeof prepareTable>;
