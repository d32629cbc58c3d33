import type { Database } from '#electron/db/open.ts';
import type { Projection } from '#electron/journal/projection.ts';
import type { Fact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { type Entry, entryNumber, foldEntry } from '#shared/register/entry.ts';
import { searchableText } from '#shared/register/search.ts';

/**
 * What the register is searched by (P43). `row` follows the moment of sending, so that both the table and the index of
 * words give the newest first, and a span of days is a span of rows. `cell` is the combination rows are counted by.
 */
const CREATE = `
  CREATE TABLE entry_cell (
    cell INTEGER PRIMARY KEY, office TEXT, category TEXT, route TEXT NOT NULL, year INTEGER NOT NULL,
    deviates INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX entry_cell_by_all ON entry_cell (year, office, category, route, deviates);
  CREATE TABLE entry_line (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, cell INTEGER NOT NULL, year INTEGER, number INTEGER, corrects TEXT
  ) STRICT;
  CREATE INDEX entry_line_by_number ON entry_line (year, number);
  CREATE INDEX entry_line_by_corrects ON entry_line (corrects) WHERE corrects IS NOT NULL;
  CREATE VIRTUAL TABLE entry_words USING fts5(
    words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='2 3'
  );`;

const ROWS_A_MILLISECOND = 1_000;

/** The first row number a notice sent at `instant` may have. */
export const firstRowOf = (instant: Instant): number => Date.parse(instant) * ROWS_A_MILLISECOND;

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

/** The combination a row is counted by, made when it is the first of its kind. */
function cellOf(database: Database, { office, category, route, year, sentAt, deviations }: Entry): number | bigint {
  const countedYear = year ?? Number(romeOf(sentAt).day.slice(0, 4));
  const values = [office, category, route, countedYear, deviations.length > 0 ? 1 : 0];
  const known = database
    .prepare<unknown[], { cell: number }>(
      'SELECT cell FROM entry_cell WHERE office IS ? AND category IS ? AND route = ? AND year = ? AND deviates = ?',
    )
    .get(...values);
  if (known) return known.cell;
  return database.prepare('INSERT INTO entry_cell VALUES (NULL, ?, ?, ?, ?, ?)').run(...values).lastInsertRowid;
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
  database
    .prepare('INSERT INTO entry_line VALUES (?, ?, ?, ?, ?, ?)')
    .run(row, id, cellOf(database, entry), entry.year, entry.number, entry.corrects ?? null);
  database.prepare('INSERT INTO entry_words (rowid, words) VALUES (?, ?)').run(row, textOf(entry));
}

/** The read tables the register is searched by, written beside those of its rows. */
export const searchProjection: Projection = {
  name: 'entry_search',
  version: 3,
  kinds: ['entry'],
  tables: ['entry_cell', 'entry_line', 'entry_words'],
  create: CREATE,
  topic: 'register',
  project,
};
