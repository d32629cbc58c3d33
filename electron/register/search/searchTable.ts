import type { Database } from '#electron/db/open.ts';
import type { Projection, WriteRows } from '#electron/journal/projection.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { ORDER_COLUMNS, type OrderId } from '#shared/register/columns.ts';
import { type Entry, entryNumber, foldEntry } from '#shared/register/entry.ts';
import type { EntryState } from '#shared/register/notes.ts';
import { countedYear, joinedNotes } from '#shared/register/orderKeys.ts';
import { searchableText } from '#shared/register/search/search.ts';

/** The columns of `entry_line`; those from the register's own are what rows are ordered by. */
const LINE_COLUMNS: readonly (readonly [name: string, type: string])[] = [
  ['row', 'INTEGER PRIMARY KEY'],
  ['id', 'TEXT NOT NULL UNIQUE'],
  ['cell', 'INTEGER NOT NULL'],
  ['corrects', 'TEXT'],
  ...ORDER_COLUMNS.map(({ id, kind }) => [id, `${kind} NOT NULL`] as const),
];
const LINE_NAMES = LINE_COLUMNS.map(([name]) => name);

/**
 * What the register is searched by (P43). `row` follows the moment of sending, so that both the table and the index of
 * words give the newest first, and a span of days is a span of rows. `cell` is the combination rows are counted by.
 */
const CREATE = `
  CREATE TABLE entry_cell (
    cell INTEGER PRIMARY KEY, office TEXT, category TEXT, route TEXT NOT NULL, year INTEGER NOT NULL,
    note TEXT NOT NULL, state TEXT NOT NULL
  ) STRICT;
  CREATE INDEX entry_cell_by_all ON entry_cell (year, office, category, route, note, state);
  CREATE TABLE entry_line (${LINE_COLUMNS.map((column) => column.join(' ')).join(', ')}) STRICT;
  ${ORDER_COLUMNS.map(({ id }) => `CREATE INDEX entry_line_by_${id} ON entry_line (${id}, row DESC, cell);`).join('\n  ')}
  CREATE INDEX entry_line_by_cell ON entry_line (cell);
  CREATE INDEX entry_line_by_corrects ON entry_line (corrects) WHERE corrects IS NOT NULL;
  CREATE VIRTUAL TABLE entry_words USING fts5(
    words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3'
  );`;

const ROWS_A_MILLISECOND = 1_000;

/** The first row number a notice sent at `instant` may have. */
export const firstRowOf = (instant: Instant): number => Date.parse(instant) * ROWS_A_MILLISECOND;

/** The column of `entry_line` by which rows are ordered. */
export const orderColumn = (by: OrderId): string => ORDER_COLUMNS.find(({ id }) => id === by)?.id ?? 'row';

/** What `entry` is ordered by, under the names of its columns. */
const orderKeys = (entry: Entry): Readonly<Record<string, string | number>> =>
  Object.fromEntries(ORDER_COLUMNS.map(({ id, key }) => [id, key(entry)]));

type CellValues = readonly [
  office: string | null,
  category: string | null,
  route: string,
  year: number,
  note: string,
  state: EntryState,
];

function textOf(entry: Entry): string {
  const { title, office, category, link, number, series, asked, rewritten, approved, sent } = entry;
  const numbers = number === null ? null : `${entryNumber(entry)} ${number}`;
  return searchableText([
    title,
    office,
    category,
    link,
    numbers,
    series?.name ?? null,
    asked,
    rewritten.text,
    approved?.text ?? null,
    sent.text,
  ]);
}

/** The statements of the tables, each prepared once. */
const statementsOn = (database: Database) => ({
  rowTaken: database.prepare<[number], { row: number }>('SELECT row FROM entry_line WHERE row = ?'),
  rowOf: database.prepare<[string], { row: number; corrects: string | null }>(
    'SELECT row, corrects FROM entry_line WHERE id = ?',
  ),
  findCell: database.prepare<unknown[], { cell: number }>(
    `SELECT cell FROM entry_cell
     WHERE office IS ? AND category IS ? AND route = ? AND year = ? AND note = ? AND state = ?`,
  ),
  addCell: database.prepare(
    'INSERT INTO entry_cell (office, category, route, year, note, state) VALUES (?, ?, ?, ?, ?, ?)',
  ),
  cellValuesOf: database
    .prepare<[string], CellValues>(
      'SELECT c.office, c.category, c.route, c.year, c.note FROM entry_line JOIN entry_cell AS c USING (cell) WHERE id = ?',
    )
    .raw(),
  setCell: database.prepare('UPDATE entry_line SET cell = ? WHERE id = ?'),
  correctionOf: database.prepare<[string], unknown>('SELECT 1 FROM entry_line WHERE corrects = ?'),
  addLine: database.prepare(`INSERT INTO entry_line (${LINE_NAMES}) VALUES (${LINE_NAMES.map((name) => `@${name}`)})`),
  dropLine: database.prepare('DELETE FROM entry_line WHERE row = ?'),
  addWords: database.prepare('INSERT INTO entry_words (rowid, words) VALUES (?, ?)'),
  dropWords: database.prepare('DELETE FROM entry_words WHERE rowid = ?'),
});

function prepare(database: Database): WriteRows {
  const statements = statementsOn(database);

  /** The row of a notice: among those of the same millisecond (a day's notices of an old register) by number. */
  const freeRow = ({ sentAt, number }: Entry): number => {
    const first = firstRowOf(sentAt);
    for (let step = 0; step < ROWS_A_MILLISECOND; step++) {
      const row = first + (((number ?? 0) + step) % ROWS_A_MILLISECOND);
      if (!statements.rowTaken.get(row)) return row;
    }
    throw new Error(`Troppi avvisi nello stesso istante: ${sentAt}`);
  };

  /** The combination a row is counted by, made when it is the first of its kind. */
  const cellOf = (values: CellValues): number | bigint =>
    statements.findCell.get(...values)?.cell ?? statements.addCell.run(...values).lastInsertRowid;

  /** Counts the row `id` as put right by another one, or not any more (P37); nothing when it has not arrived yet. */
  const countCorrection = (id: string): void => {
    const known = statements.cellValuesOf.get(id);
    if (!known) return;
    const [office, category, route, year, note] = known;
    statements.setCell.run(cellOf([office, category, route, year, note, stateOf(id)]), id);
  };
  const stateOf = (id: string): EntryState =>
    statements.correctionOf.get(id) === undefined ? 'inviato' : 'rettificato';

  const forget = (id: string): void => {
    const known = statements.rowOf.get(id);
    if (!known) return;
    statements.dropWords.run(known.row);
    statements.dropLine.run(known.row);
    if (known.corrects !== null) countCorrection(known.corrects);
  };

  return (ent, facts) => {
    const id = ent.slice('entry/'.length);
    forget(id);
    const entry = foldEntry(id, facts);
    if (!entry) return;
    const row = freeRow(entry);
    const { office, category, route, corrects } = entry;
    const cell = cellOf([office, category, route, countedYear(entry), joinedNotes(entry), stateOf(id)]);
    statements.addLine.run({ row, id, cell, corrects: corrects ?? null, ...orderKeys(entry) });
    if (corrects !== undefined) countCorrection(corrects);
    statements.addWords.run(row, textOf(entry));
  };
}

/** The read tables the register is searched by, written beside those of its rows. */
export const searchProjection: Projection = {
  name: 'entry_search',
  version: 6,
  kinds: ['entry'],
  tables: ['entry_cell', 'entry_line', 'entry_words'],
  create: CREATE,
  topic: 'register',
  prepare,
};
