import type { Database } from '#electron/db/open.ts';
import { problemOfStorage } from '#electron/db/storageProblem.ts';
import { DATABASE_DAMAGED } from '#electron/db/storageProblems.ts';

/** Where the rows of a table end when even that cannot be read. */
const UNKNOWN_END = 2 ** 24;

const isDamaged = (cause: unknown): boolean => problemOfStorage(cause)?.code === DATABASE_DAMAGED.code;

/** Runs `read`, or answers `undefined` where the pages it needs are torn. */
function unlessTorn<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (cause) {
    if (isDamaged(cause)) return undefined;
    throw cause;
  }
}

/** After so many reads that met torn pages the rest of the table is given up. */
const MOST_TORN_READS = 20_000;
/** Rows that are read at once. */
const ROWS_A_READ = 1_000;

/** A question for rows by their number; `undefined` for a table that has none. */
function byNumber<Row>(database: Database, name: string, listed: string) {
  const { hasNumbers } = database
    .prepare<[string], { hasNumbers: number }>('SELECT wr = 0 AS hasNumbers FROM pragma_table_list(?)')
    .get(name) ?? { hasNumbers: 0 };
  if (hasNumbers === 0) return undefined;
  return database
    .prepare<[number, number], Row>(
      `SELECT ${listed} FROM ${quoted(name)} NOT INDEXED WHERE rowid BETWEEN ? AND ? ORDER BY rowid`,
    )
    .raw();
}

/** A name as SQL writes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Reads every row of a table that can still be read, as lists of these columns, and tells how many stretches of it are
 * lost: a torn page takes only its own rows. A table without row numbers is read up to its first torn page.
 */
export function readRows<Row>(
  database: Database,
  table: string,
  columns: readonly string[],
  each: (row: Row) => void,
): { readonly lost: number } {
  const listed = columns.map(quoted).join(', ');
  const numbered = byNumber<Row>(database, table, listed);
  if (!numbered) {
    const all = unlessTorn(() => {
      for (const row of database
        .prepare<[], Row>(`SELECT ${listed} FROM ${quoted(table)}`)
        .raw()
        .iterate())
        each(row);
      return true;
    });
    return { lost: all ? 0 : 1 };
  }
  const end = unlessTorn(
    () =>
      database.prepare<[], { end: number | null }>(`SELECT max(rowid) AS end FROM ${quoted(table)}`).get()?.end ?? 0,
  );
  let lost = end === undefined ? 1 : 0;
  let torn = 0;
  const readBetween = (first: number, last: number): void => {
    if (torn > MOST_TORN_READS) return;
    const rows = unlessTorn(() => numbered.all(first, last));
    if (!rows) torn++;
    if (rows) for (const row of rows) each(row);
    else if (first === last) lost++;
    else {
      const middle = Math.floor((first + last) / 2);
      readBetween(first, middle);
      readBetween(middle + 1, last);
    }
  };
  const final = end ?? UNKNOWN_END;
  for (let first = 1; first <= final; first += ROWS_A_READ)
    readBetween(first, Math.min(first + ROWS_A_READ - 1, final));
  return { lost };
}
