import type { Database } from '#electron/db/open.ts';

type Value = string | number | null;

/**
 * Prepares the question whether a table holds exactly this row under `id`, its first column; without a row, whether it
 * holds none. A value of another kind is another value.
 */
export function sameRow(database: Database, table: string, columns: readonly string[]) {
  const exact = columns.map((name) => `${name} IS ? AND typeof(${name}) <> 'blob'`).join(' AND ');
  const found = database.prepare<Value[], number>(`SELECT 1 FROM ${table} WHERE ${exact}`).pluck();
  const any = database.prepare<[string], number>(`SELECT 1 FROM ${table} WHERE id = ?`).pluck();
  return (id: string, row: readonly Value[] | undefined): boolean =>
    row === undefined ? any.get(id) === undefined : found.get(...row) !== undefined;
}
