import { damageIn } from '#electron/db/damage.ts';
import type { Database } from '#electron/db/open.ts';
import { breathe, type Pause } from '#electron/db/soundness.ts';
import { problemOfStorage } from '#electron/db/storageProblem.ts';
import { DATABASE_DAMAGED } from '#electron/db/storageProblems.ts';
import { FACT_COLUMNS, type FactRow, factTable, toFact } from './factTable.ts';
import { isWhole } from './wholeFact.ts';

/** Facts looked at before everything else that waits runs: a few milliseconds. */
const FACTS_A_SLICE = 100;

/** The rows of the table of facts from one row to another, both included. */
const rowsBetween = `SELECT rowid AS row, published, ${FACT_COLUMNS} FROM fact WHERE rowid BETWEEN ? AND ?`;
/** How the facts are found: by entity, by desk, by hash. An entry that was torn loses its fact for that way. */
const WAYS = [
  'SELECT 1 FROM fact INDEXED BY fact_by_entity WHERE ent = @ent AND rowid = @row',
  'SELECT 1 FROM fact INDEXED BY fact_by_device WHERE dev = @dev AND seq = @seq AND rowid = @row',
  'SELECT 1 FROM fact WHERE h = @h AND rowid = @row',
] as const;

type Row = FactRow & { readonly row: number; readonly published: number };
/** What `hold` of the table of facts writes. */
const HELD = 2;

/** Whether a torn index was made anew from the table. */
function isIndexedAgain(database: Database): boolean {
  try {
    database.exec('REINDEX fact');
    return true;
  } catch (cause) {
    if (problemOfStorage(cause)?.code === DATABASE_DAMAGED.code) return false;
    throw cause;
  }
}

/**
 * Recomputes the hash of every fact in slices, with a pause after each, and notes those that are not what was written; the
 * ways to find them are made anew where one is lost. Answers how many facts were looked at.
 */
export async function checkFacts(database: Database, pause: Pause = breathe): Promise<number> {
  const damage = damageIn(database);
  let isLost = false;
  let seen = 0;
  try {
    const { last } = database.prepare<[], { last: number | null }>('SELECT max(rowid) AS last FROM fact').get() ?? {};
    const read = database.prepare<[number, number], Row>(rowsBetween);
    const ways = WAYS.map((sql) => database.prepare<[Row], { 1: number }>(sql));
    for (let first = 1; first <= (last ?? 0) && database.open; first += FACTS_A_SLICE) {
      for (const row of read.all(first, first + FACTS_A_SLICE - 1)) {
        seen++;
        isLost ||= ways.some((way) => way.get(row) === undefined);
        const fact = toFact(row);
        if (!isWhole(fact)) damage.note({ what: 'fact', table: 'fact', key: fact.h });
        else if (row.published === HELD) factTable(database).release(fact.h);
      }
      await pause();
    }
    if (isLost && database.open && !isIndexedAgain(database)) damage.note({ what: 'table', table: 'fact', key: '' });
  } catch (cause) {
    if (problemOfStorage(cause)?.code !== DATABASE_DAMAGED.code) throw cause;
    damage.note({ what: 'table', table: 'fact', key: '' });
  }
  return seen;
}
