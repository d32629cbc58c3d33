import type { Database } from '#electron/db/open.ts';
import { entityTable } from '#electron/journal/entityTable.ts';
import type { Projection } from '#electron/journal/projection.ts';
import type { Day } from '#shared/kernel/day.ts';
import { instantsOfDay } from '#shared/kernel/instant.ts';
import { type Entry, entrySchema, foldEntry } from '#shared/register/entry.ts';
import { seriesKey } from '#shared/register/series.ts';
import { searchProjection } from './searchTable.ts';

const entries = entityTable({
  kind: 'entry',
  version: 2,
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

export const registerProjections: readonly Projection[] = [entries.projection, searchProjection];

export interface RegisterStore {
  readonly get: (id: string) => Entry | undefined;
  /** Rows sent from the first day to the last, both included, newest first; null = without that limit. */
  readonly between: (from: Day | null, to: Day | null) => readonly Entry[];
  /** Every row that belongs to a series (P15), oldest first. */
  readonly inSeries: () => readonly Entry[];
  /** The highest number given in a year, 0 when none. */
  readonly highest: (year: number) => number;
}

/** Reads the register. */
export function registerStore(database: Database): RegisterStore {
  const entry = entries.open(database);
  const highest = database.prepare<[number], { highest: number | null }>(
    'SELECT max(number) AS highest FROM entry WHERE year = ?',
  );
  return {
    get: entry.get,
    between: (from, to) =>
      entry.list(
        'sent_at >= ? AND sent_at < ?',
        [from ? instantsOfDay(from).from : '', to ? instantsOfDay(to).to : '~'],
        'sent_at DESC, id',
      ),
    inSeries: () => entry.list('series IS NOT NULL', [], 'sent_at, id'),
    highest: (year) => highest.get(year)?.highest ?? 0,
  };
}
