import type { Database } from '#electron/db/open.ts';
import type { Json } from '#shared/journal/canonical.ts';
import type { Fact } from '#shared/journal/fact.ts';

type FactRow = Omit<Fact, 'body'> & { readonly body: string };

const toFact = (row: FactRow): Fact => ({ ...row, body: JSON.parse(row.body) as Json });

/** Reads and writes of the table of facts; nothing is ever changed or deleted in it. */
export function factTable(database: Database) {
  const insert = database.prepare(
    `INSERT INTO fact (dev, seq, v, hlc, type, ent, ver, base, actor, at, body, prev, h)
     VALUES (@dev, @seq, @v, @hlc, @type, @ent, @ver, @base, @actor, @at, @body, @prev, @h)`,
  );
  const ofEntity = database.prepare<[string], FactRow>('SELECT * FROM fact WHERE ent = ? ORDER BY ver, hlc, dev, seq');
  const newestOfEntity = database.prepare<[string], { ver: number; h: string }>(
    'SELECT ver, h FROM fact WHERE ent = ? ORDER BY ver DESC, hlc DESC, dev DESC LIMIT 1',
  );
  const newestOfDevice = database.prepare<[string], { seq: number; h: string; hlc: string }>(
    'SELECT seq, h, hlc FROM fact WHERE dev = ? ORDER BY seq DESC LIMIT 1',
  );
  const newestStamp = database.prepare<[], { hlc: string | null }>('SELECT max(hlc) AS hlc FROM fact');
  const entities = database.prepare<[string, string], { ent: string }>(
    'SELECT DISTINCT ent FROM fact WHERE ent >= ? AND ent < ? ORDER BY ent',
  );
  const count = database.prepare<[], { count: number }>('SELECT count(*) AS count FROM fact');
  return {
    insert: (fact: Fact): void => {
      insert.run({ ...fact, body: JSON.stringify(fact.body) });
    },
    ofEntity: (ent: string): readonly Fact[] => ofEntity.all(ent).map(toFact),
    newestOfEntity: (ent: string) => newestOfEntity.get(ent),
    newestOfDevice: (device: string) => newestOfDevice.get(device),
    newestStamp: (): string | undefined => newestStamp.get()?.hlc ?? undefined,
    /** Every entity of a kind that has facts. */
    entitiesOf: (kind: string): readonly string[] => entities.all(`${kind}/`, `${kind}0`).map(({ ent }) => ent),
    count: (): number => count.get()?.count ?? 0,
  };
}
