import type { ReadableDatabase } from '#electron/db/open.ts';
import { instantsOfDay } from '#shared/kernel/instant.ts';
import { noteSchema } from '#shared/register/notes.ts';
import { NOTE_SEPARATOR, numberKey } from '#shared/register/orderKeys.ts';
import { countFacets, type FacetCell, type Facets, isWanted } from '#shared/register/search/facets.ts';
import { parseSearch, type RegisterFilter, type RegisterOrder } from '#shared/register/search/search.ts';
import { firstRowOf, orderColumn } from './searchTable.ts';

/** How many rows a filter lets through, and what they can be narrowed to. */
export interface Counted {
  readonly total: number;
  readonly facets: Facets;
}

/** A stretch of the rows found. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
}

export interface RegisterIndex {
  readonly count: (filter: RegisterFilter) => Counted;
  /** Ids a filter lets through, in order: of one page, or without it all. */
  readonly idsOf: (filter: RegisterFilter, order: RegisterOrder, page?: Page) => readonly string[];
  /** How many rows come before `id` in what a filter lets through; null when it is not among them. */
  readonly placeOf: (filter: RegisterFilter, order: RegisterOrder, id: string) => number | null;
  /** The rows that put another one right (P37), oldest first. */
  readonly correctionsOf: (id: string) => readonly string[];
  /** How many rows there are, and the year of the oldest. */
  readonly extent: () => { readonly rows: number; readonly since: number | null };
}

const EVERYTHING: Page = { limit: -1, offset: 0 };

type Parameter = string | number;
interface Statement {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

/** Text, number and days: all that is not counted by facet. */
function conditionOf({ text, from, to }: RegisterFilter) {
  const { match, number } = parseSearch(text);
  const row = match === null ? 'line.row' : 'entry_words.rowid';
  const parts: (readonly [sql: string, ...parameters: Parameter[]])[] = [];
  if (match !== null) parts.push(['entry_words MATCH ?', match]);
  if (from !== null) parts.push([`${row} >= CAST(? AS INTEGER)`, firstRowOf(instantsOfDay(from).from)]);
  if (to !== null) parts.push([`${row} < CAST(? AS INTEGER)`, firstRowOf(instantsOfDay(to).to)]);
  if (number) {
    const { year } = number;
    parts.push(['line.number BETWEEN ? AND ?', numberKey(year, number.from), numberKey(year, number.to)]);
  }
  const tables =
    match === null ? 'entry_line AS line' : 'entry_words JOIN entry_line AS line ON line.row = entry_words.rowid';
  return {
    row,
    match,
    sql: `FROM ${tables} WHERE ${parts.map(([sql]) => sql).join(' AND ') || '1'}`,
    parameters: parts.flatMap(([, ...parameters]) => parameters),
  };
}

/** The filter as the end of a statement; `cells` narrows to these combinations, null to none. */
function narrowedBy(filter: RegisterFilter, cells: readonly number[] | null): Statement & { readonly row: string } {
  const { sql, parameters, row } = conditionOf(filter);
  if (!cells) return { sql, parameters, row };
  const narrowed = `${sql} AND line.cell IN (SELECT value FROM json_each(?))`;
  return { sql: narrowed, parameters: [...parameters, JSON.stringify(cells)], row };
}

/** The statement that lists ids; `cells` narrows to these combinations, null to none. */
export function listStatement(
  filter: RegisterFilter,
  { by, direction }: RegisterOrder,
  cells: readonly number[] | null,
  { limit, offset }: Page,
): Statement {
  const { sql, parameters, row } = narrowedBy(filter, cells);
  const [way, opposite] = direction === 'ascending' ? ['ASC', 'DESC'] : ['DESC', 'ASC'];
  const column = orderColumn(by);
  const order = column === 'row' ? `${row} ${way}` : `line.${column} ${way}, line.row ${opposite}`;
  return {
    sql: `SELECT line.id ${sql} ORDER BY ${order} LIMIT ? OFFSET ?`,
    parameters: [...parameters, limit, offset],
  };
}

/** The columns a row is compared by, and the condition for those before it, which takes their values. */
function comparison({ by, direction }: RegisterOrder) {
  const [before, after] = direction === 'ascending' ? ['<', '>'] : ['>', '<'];
  const column = orderColumn(by);
  if (column === 'row') return { columns: ['row'], condition: `line.row ${before} ?` };
  const condition = `(line.${column} ${before} ? OR (line.${column} = ? AND line.row ${after} ?))`;
  return { columns: [column, column, 'row'], condition };
}

interface CellRow extends Omit<FacetCell, 'note'> {
  readonly note: string;
}
const notesIn = (joined: string): FacetCell['note'] =>
  joined === '' ? [] : joined.split(NOTE_SEPARATOR).map((note) => noteSchema.parse(note));

/** Searches the register through its read tables. */
export function registerIndex(database: ReadableDatabase): RegisterIndex {
  const cells = database.prepare<[], CellRow>('SELECT * FROM entry_cell');
  const corrections = database.prepare<[string], { id: string }>(
    'SELECT id FROM entry_line WHERE corrects = ? ORDER BY row',
  );
  const extent = database.prepare<[], { rows: number; since: number | null }>(
    `SELECT count(*) AS rows, (SELECT c.year FROM entry_line JOIN entry_cell AS c USING (cell) ORDER BY row LIMIT 1)
       AS since FROM entry_line`,
  );
  const knownCells = (): readonly FacetCell[] => cells.all().map((cell) => ({ ...cell, note: notesIn(cell.note) }));

  /** How many rows of each combination have the text, the number and the days wanted. */
  const countCells = (filter: RegisterFilter): ReadonlyMap<number, number> => {
    const { sql, parameters, match } = conditionOf(filter);
    const counts = new Map<number, number>();
    if (match === null) {
      const grouped = database.prepare<Parameter[], [cell: number, rows: number]>(
        `SELECT line.cell, count(*) ${sql} GROUP BY line.cell`,
      );
      for (const [cell, rows] of grouped.raw().all(...parameters)) counts.set(cell, rows);
      return counts;
    }
    // Grouping in SQL would sort what the index of words finds.
    const each = database.prepare<Parameter[], number>(`SELECT line.cell ${sql}`).pluck();
    for (const cell of each.all(...parameters)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
    return counts;
  };
  const wantedCells = (filter: RegisterFilter): readonly number[] | null => {
    const known = knownCells();
    const wanted = known.filter((cell) => isWanted(cell, filter)).map(({ cell }) => cell);
    return wanted.length < known.length ? wanted : null;
  };
  return {
    count: (filter) => countFacets(knownCells(), countCells(filter), filter),
    idsOf: (filter, order, page = EVERYTHING) => {
      const { sql, parameters } = listStatement(filter, order, wantedCells(filter), page);
      return database
        .prepare<Parameter[], string>(sql)
        .pluck()
        .all(...parameters);
    },
    placeOf: (filter, order, id) => {
      const { sql, parameters } = narrowedBy(filter, wantedCells(filter));
      const { columns, condition } = comparison(order);
      const mine = database
        .prepare<Parameter[], Parameter[]>(`SELECT ${columns.map((name) => `line.${name}`)} ${sql} AND line.id = ?`)
        .raw()
        .get(...parameters, id);
      if (!mine) return null;
      const count = database.prepare<Parameter[], number>(`SELECT count(*) ${sql} AND ${condition}`).pluck();
      return count.get(...parameters, ...mine) ?? null;
    },
    correctionsOf: (id) => corrections.all(id).map((row) => row.id),
    extent: () => extent.get() ?? { rows: 0, since: null },
  };
}
