import type { Database } from '#electron/db/open.ts';
import type { Projection } from '#electron/journal/projection.ts';
import type { Fact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { foldText } from '#shared/kernel/text.ts';
import { type Entry, entryNumber, foldEntry } from '#shared/register/entry.ts';
import { type EntryState, notesOf } from '#shared/register/notes.ts';
import { searchableText } from '#shared/register/search.ts';

/** The columns rows are ordered by, besides their moment. */
const ORDERED = ['number', 'title', 'office', 'category', 'route', 'note', 'recipients'] as const;

/**
 * What the register is searched by (P43). `row` follows the moment of sending, so that both the table and the index of
 * words give the newest first, and a span of days is a span of rows. `cell` is the combination rows are counted by; the
 * columns from `number` on are what rows are ordered by.
 */
const CREATE = `
  CREATE TABLE entry_cell (
    cell INTEGER PRIMARY KEY, office TEXT, category TEXT, route TEXT NOT NULL, year INTEGER NOT NULL,
    note TEXT NOT NULL, state TEXT NOT NULL
  ) STRICT;
  CREATE INDEX entry_cell_by_all ON entry_cell (year, office, category, route, note, state);
  CREATE TABLE entry_line (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, cell INTEGER NOT NULL, corrects TEXT,
    number INTEGER NOT NULL, title TEXT NOT NULL, office TEXT NOT NULL, category TEXT NOT NULL, route TEXT NOT NULL,
    note TEXT NOT NULL, recipients INTEGER NOT NULL
  ) STRICT;
  ${ORDERED.map((column) => `CREATE INDEX entry_line_by_${column} ON entry_line (${column}, row DESC, cell);`).join('\n  ')}
  CREATE INDEX entry_line_by_cell ON entry_line (cell);
  CREATE INDEX entry_line_by_corrects ON entry_line (corrects) WHERE corrects IS NOT NULL;
  CREATE VIRTUAL TABLE entry_words USING fts5(
    words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3'
  );`;

/** Between the deviations of one row. */
export const NOTE_SEPARATOR = ', ';

const ROWS_A_MILLISECOND = 1_000;

/** The first row number a notice sent at `instant` may have. */
export const firstRowOf = (instant: Instant): number => Date.parse(instant) * ROWS_A_MILLISECOND;

/** More than the numbers of any year. */
const NUMBERS_A_YEAR = 10_000_000;

/** What a number of the register is ordered and found by; a provisional row comes after the numbers of its year. */
export const numberKey = (year: number, number: number | null): number =>
  year * NUMBERS_A_YEAR + (number ?? NUMBERS_A_YEAR - 1);

/** Comes after every word. */
const AFTER_ALL = '\u{10FFFF}';
const LONGEST_KEY = 80;
const orderKey = (words: string | null): string => (words === null ? AFTER_ALL : foldText(words).slice(0, LONGEST_KEY));

/** The year a row is counted in: that of its number, of its sending while there is none. */
const yearOf = ({ year, sentAt }: Entry): number => year ?? Number(romeOf(sentAt).day.slice(0, 4));

/** The row of a notice: among those of the same millisecond (a day's notices of an old register) by number. */
function freeRow(database: Database, { sentAt, number }: Entry): number {
  const taken = database.prepare<[number], { row: number }>('SELECT row FROM entry_line WHERE row = ?');
  const first = firstRowOf(sentAt);
  for (let step = 0; step < ROWS_A_MILLISECOND; step++) {
    const row = first + (((number ?? 0) + step) % ROWS_A_MILLISECOND);
    if (!taken.get(row)) return row;
  }
  throw new Error(`Troppi avvisi nello stesso istante: ${sentAt}`);
}

type CellValues = readonly [
  office: string | null,
  category: string | null,
  route: string,
  year: number,
  note: string,
  state: EntryState,
];

/** The combination a row is counted by, made when it is the first of its kind. */
function cellOf(database: Database, values: CellValues): number | bigint {
  const known = database
    .prepare<unknown[], { cell: number }>(
      `SELECT cell FROM entry_cell
       WHERE office IS ? AND category IS ? AND route = ? AND year = ? AND note = ? AND state = ?`,
    )
    .get(...values);
  if (known) return known.cell;
  return database.prepare('INSERT INTO entry_cell VALUES (NULL, ?, ?, ?, ?, ?, ?)').run(...values).lastInsertRowid;
}

/** Counts the row `id` as put right by another one from now on (P37); nothing when it has not arrived yet. */
function countAsCorrected(database: Database, id: string): void {
  const known = database
    .prepare<[string], CellValues>(
      'SELECT c.office, c.category, c.route, c.year, c.note FROM entry_line JOIN entry_cell AS c USING (cell) WHERE id = ?',
    )
    .raw()
    .get(id);
  if (!known) return;
  const [office, category, route, year, note] = known;
  const cell = cellOf(database, [office, category, route, year, note, 'rettificato']);
  database.prepare('UPDATE entry_line SET cell = ? WHERE id = ?').run(cell, id);
}

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

function forget(database: Database, id: string): void {
  const known = database.prepare<[string], { row: number }>('SELECT row FROM entry_line WHERE id = ?').get(id);
  if (!known) return;
  database.prepare('DELETE FROM entry_words WHERE rowid = ?').run(known.row);
  database.prepare('DELETE FROM entry_line WHERE row = ?').run(known.row);
}

function project(database: Database, ent: string, facts: readonly Fact[]): void {
  const id = ent.slice('entry/'.length);
  forget(database, id);
  const entry = foldEntry(id, facts);
  if (!entry) return;
  const row = freeRow(database, entry);
  const { office, category, route, number, title, recipients, corrects } = entry;
  const notes = notesOf(entry).join(NOTE_SEPARATOR);
  const corrected = database.prepare('SELECT 1 FROM entry_line WHERE corrects = ?').get(id) !== undefined;
  const cell = cellOf(database, [
    ...([office, category, route, yearOf(entry), notes] as const),
    corrected ? 'rettificato' : 'inviato',
  ]);
  database
    .prepare('INSERT INTO entry_line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
    .run(
      ...[row, id, cell, corrects ?? null],
      ...[numberKey(yearOf(entry), number), orderKey(title), orderKey(office), orderKey(category), orderKey(route)],
      ...[notes === '' ? AFTER_ALL : notes, recipients ?? -1],
    );
  if (corrects !== undefined) countAsCorrected(database, corrects);
  database.prepare('INSERT INTO entry_words (rowid, words) VALUES (?, ?)').run(row, textOf(entry));
}

/** The read tables the register is searched by, written beside those of its rows. */
export const searchProjection: Projection = {
  name: 'entry_search',
  version: 5,
  kinds: ['entry'],
  tables: ['entry_cell', 'entry_line', 'entry_words'],
  create: CREATE,
  topic: 'register',
  project,
};
