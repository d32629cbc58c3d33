import type { ReadableDatabase } from '#electron/db/open.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import type { Projection } from '#electron/journal/projection.ts';
import { searchProjection } from '#electron/register/search/searchTable.ts';
import type { Day } from '#shared/kernel/day.ts';
import { type Instant, instantsOfDay, romeOf } from '#shared/kernel/instant.ts';
import type { ComparableNotice } from '#shared/register/duplicates/comparableNotice.ts';
import { type Entry, entrySchema, foldEntry, numbersGiven } from '#shared/register/entry.ts';
import { type Series, seriesKey, seriesSchema } from '#shared/register/series.ts';

const entries = entityTable({
  kind: 'entry',
  version: 5,
  topic: 'register',
  schema: entrySchema,
  fold: foldEntry,
  columns: {
    sent_at: ({ sentAt }) => sentAt,
    year: ({ year }) => year,
    number: ({ number }) => number,
    link: ({ link }) => link,
    series: ({ series }) => (series ? seriesKey(series) : null),
  },
});

/** Every number ever given, also to rows that were taken back: none is given again (P40). */
const numbersProjection: Projection = {
  name: 'entry_number',
  version: 1,
  kinds: ['entry'],
  tables: ['entry_number'],
  create: `CREATE TABLE entry_number (id TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL) STRICT;
    CREATE INDEX entry_number_by_id ON entry_number (id);
    CREATE INDEX entry_number_by_year ON entry_number (year, number);`,
  topic: 'register',
  prepare: (database) => {
    const remove = database.prepare('DELETE FROM entry_number WHERE id = ?');
    const put = database.prepare('INSERT INTO entry_number (id, year, number) VALUES (?, ?, ?)');
    return (ent, facts) => {
      const id = ent.slice('entry/'.length);
      remove.run(id);
      for (const { year, number } of numbersGiven(facts)) put.run(id, year, number);
    };
  },
};

export const registerProjections: readonly Projection[] = [entries.projection, numbersProjection, searchProjection];

/** A row of a series, as much as a list of its series shows. */
export type EntryInSeries = Pick<Entry, 'id' | 'year' | 'number' | 'title' | 'sentAt'> & { readonly series: Series };

export interface RegisterStore {
  readonly get: (id: string) => Entry | undefined;
  /** Rows sent from the first day to the last, both included, newest first; null = without that limit. */
  readonly between: (from: Day | null, to: Day | null) => readonly Entry[];
  /** What every row is compared by, of all of them and of one (P21). */
  readonly notices: () => readonly ComparableNotice[];
  readonly notice: (id: string) => ComparableNotice | undefined;
  /** Every row that belongs to a series (P15), oldest first. */
  readonly inSeries: () => readonly EntryInSeries[];
  /** Rows without a number yet. */
  readonly countProvisional: () => number;
  /** The highest number ever given in a year, 0 when none. */
  readonly highest: (year: number) => number;
  /** Whether a number was given in an earlier year. */
  readonly isNumberedBefore: (year: number) => boolean;
  /** Whether a row has a number, also while it is taken back. */
  readonly hasNumber: (id: string) => boolean;
}

type NoticeRow = Omit<ComparableNotice, 'date'> & { readonly sentAt: Instant };

/** Without parsing the whole row: every notice ever sent is read at once. */
const NOTICES = "SELECT id, sent_at AS sentAt, link, json_extract(state, '$.sent.text') AS text FROM entry";
/** The plus keeps SQLite from walking the whole table in the order of `sent_at`. */
const IN_SERIES = `SELECT id, year, number, json_extract(state, '$.title') AS title, sent_at AS sentAt,
  json_extract(state, '$.series') AS series FROM entry WHERE series > '' ORDER BY +sent_at, id`;
const noticeOf = ({ sentAt, ...row }: NoticeRow): ComparableNotice => ({ ...row, date: romeOf(sentAt).day });

/** Reads the register. */
export function registerStore(database: ReadableDatabase): RegisterStore {
  const entry = entries.open(database);
  const highest = database.prepare<[number], { highest: number | null }>(
    'SELECT max(number) AS highest FROM entry_number WHERE year = ?',
  );
  const before = database.prepare<[number], unknown>('SELECT 1 FROM entry_number WHERE year < ? LIMIT 1');
  const numbered = database.prepare<[string], unknown>('SELECT 1 FROM entry_number WHERE id = ? LIMIT 1');
  const inSeries = database.prepare<[], Omit<EntryInSeries, 'series'> & { series: string }>(IN_SERIES);
  const notices = database.prepare<[], NoticeRow>(NOTICES);
  const notice = database.prepare<[string], NoticeRow>(`${NOTICES} WHERE id = ?`);
  return {
    get: entry.get,
    between: (from, to) =>
      entry.list(
        'sent_at >= ? AND sent_at < ?',
        [from ? instantsOfDay(from).from : '', to ? instantsOfDay(to).to : '~'],
        'sent_at DESC, id',
      ),
    notices: () => notices.all().map(noticeOf),
    notice: (id) => {
      const row = notice.get(id);
      return row && noticeOf(row);
    },
    inSeries: () => inSeries.all().map((row) => ({ ...row, series: seriesSchema.parse(JSON.parse(row.series)) })),
    countProvisional: () => entry.count('number IS NULL'),
    highest: (year) => highest.get(year)?.highest ?? 0,
    isNumberedBefore: (year) => before.get(year) !== undefined,
    hasNumber: (id) => numbered.get(id) !== undefined,
  };
}
