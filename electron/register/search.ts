import type { Database } from '#electron/db/open.ts';
import { instantsOfDay } from '#shared/kernel/instant.ts';
import { type Cell, countFacets, type Facets, isWanted } from '#shared/register/facets.ts';
import { parseSearch, type RegisterFilter } from '#shared/register/search.ts';
import { firstRowOf } from './searchTable.ts';

/** What a filter lets through, newest first. */
export interface Found {
  /** Ids of the page asked for. */
  readonly ids: readonly string[];
  readonly total: number;
  readonly facets: Facets;
  readonly words: readonly string[];
}

export interface RegisterIndex {
  readonly find: (filter: RegisterFilter, page: { readonly limit: number; readonly offset: number }) => Found;
  /** Every id a filter lets through, newest first. */
  readonly idsOf: (filter: RegisterFilter) => readonly string[];
  /** The rows that put another one right (P37), oldest first. */
  readonly correctionsOf: (id: string) => readonly string[];
  /** How many rows there are, and the year of the oldest. */
  readonly extent: () => { readonly rows: number; readonly since: number | null };
}

const WITHOUT_LIMIT = -1;

type Parameter = string | number;
interface Statement {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** Text, number and days: all that is not counted by facet. */
function conditionOf({ text, from, to }: RegisterFilter) {
  const { match, number, words } = parseSearch(text);
  const row = match === null ? 'line.row' : 'entry_words.rowid';
  const parts: (readonly [sql: string, ...parameters: Parameter[]])[] = [];
  if (match !== null) parts.push(['entry_words MATCH ?', match]);
  if (from !== null) parts.push([`${row} >= CAST(? AS INTEGER)`, firstRowOf(instantsOfDay(from).from)]);
  if (to !== null) parts.push([`${row} < CAST(? AS INTEGER)`, firstRowOf(instantsOfDay(to).to)]);
  if (number) parts.push(['line.year = ? AND line.number BETWEEN ? AND ?', number.year, number.from, number.to]);
  const tables =
    match === null ? 'entry_line AS line' : 'entry_words JOIN entry_line AS line ON line.row = entry_words.rowid';
  return {
    row,
    words,
    sql: `FROM ${tables} WHERE ${parts.map(([sql]) => sql).join(' AND ') || '1'}`,
    parameters: parts.flatMap(([, ...parameters]) => parameters),
  };
}

/** The statement that lists ids, newest first; `cells` narrows to these combinations, null to none. */
export function listStatement(
  filter: RegisterFilter,
  cells: readonly number[] | null,
  limit: number,
  offset: number,
): Statement {
  const { sql, parameters, row } = conditionOf(filter);
  const narrowed = cells ? ' AND line.cell IN (SELECT value FROM json_each(?))' : '';
  return {
    sql: `SELECT line.id ${sql}${narrowed} ORDER BY ${row} DESC LIMIT ? OFFSET ?`,
    parameters: [...parameters, ...(cells ? [JSON.stringify(cells)] : []), limit, offset],
  };
}

/** Searches the register through its read tables. */
export function registerIndex(database: Database): RegisterIndex {
  const cells = database.prepare<[], Omit<Cell, 'deviates'> & { deviates: number }>('SELECT * FROM entry_cell');
  const corrections = database.prepare<[string], { id: string }>(
    'SELECT id FROM entry_line WHERE corrects = ? ORDER BY row',
  );
  const extent = database.prepare<[], { rows: number; since: number | null }>(
    `SELECT count(*) AS rows, (SELECT c.year FROM entry_line JOIN entry_cell AS c USING (cell) ORDER BY row LIMIT 1)
       AS since FROM entry_line`,
  );
  const knownCells = (): readonly Cell[] => cells.all().map((cell) => ({ ...cell, deviates: cell.deviates === 1 }));

  const list = (filter: RegisterFilter, known: readonly Cell[], limit: number, offset: number): readonly string[] => {
    const wanted = known.filter((cell) => isWanted(cell, filter)).map(({ cell }) => cell);
    const { sql, parameters } = listStatement(filter, wanted.length < known.length ? wanted : null, limit, offset);
    return database
      .prepare<Parameter[], string>(sql)
      .pluck()
      .all(...parameters);
  };
  return {
    find: (filter, { limit, offset }) => {
      const { sql, parameters, words } = conditionOf(filter);
      const known = knownCells();
      const counts = new Map<number, number>();
      for (const cell of database
        .prepare<Parameter[], number>(`SELECT line.cell ${sql}`)
        .pluck()
        .all(...parameters)) {
        counts.set(cell, (counts.get(cell) ?? 0) + 1);
      }
      const { facets, total } = countFacets(known, counts, filter);
      return { ids: list(filter, known, limit, offset), total, facets, words };
    },
    idsOf: (filter) => list(filter, knownCells(), WITHOUT_LIMIT, 0),
    correctionsOf: (id) => corrections.all(id).map((row) => row.id),
    extent: () => extent.get() ?? { rows: 0, since: null },
  };
}
