import { damageIn } from '#electron/db/damage.ts';
import type { Database } from '#electron/db/open.ts';
import { breathe, type Pause } from '#electron/db/soundness.ts';

/** Rows looked at before everything else that waits runs. */
const ROWS_A_SLICE = 200;
/** The tables that `entityTable` makes: the state of each entity as JSON. */
const ENTITY_TABLES = `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE % (id TEXT PRIMARY KEY, state TEXT NOT NULL%'`;

/** Notes the rows whose state is no JSON any more, in slices with a pause after each: a query over all of them would fail. */
export async function checkRows(database: Database, pause: Pause = breathe): Promise<void> {
  const tables = database.prepare<[], string>(ENTITY_TABLES).pluck().all();
  for (const table of tables) {
    const last = database.prepare<[], number | null>(`SELECT max(rowid) FROM ${table}`).pluck().get() ?? 0;
    const wrong = database
      .prepare<[number, number], string>(
        `SELECT id FROM ${table} WHERE rowid BETWEEN ? AND ? AND NOT json_valid(state)`,
      )
      .pluck();
    for (let first = 1; first <= last && database.open; first += ROWS_A_SLICE) {
      for (const id of wrong.all(first, first + ROWS_A_SLICE - 1))
        damageIn(database).note({ what: 'row', table, key: `${table}/${id}` });
      await pause();
    }
    if (!database.open) return;
  }
}
