import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { noticeRefSchema } from '#shared/register/noticeRef.ts';
import { type Series, seriesKey } from '#shared/register/series.ts';

/** A notice that belongs to a series. */
export const seriesNoticeSchema = noticeRefSchema.pick({ id: true, number: true, title: true }).extend({
  kind: z.enum(['sent', 'queued', 'request']),
  /** Null while it is only known that it belongs: somebody joined another one to it. */
  index: z.int().nullable(),
  /** When it was sent, or is planned; null for a request. */
  when: instantSchema.nullable(),
});
export type SeriesNotice = z.infer<typeof seriesNoticeSchema>;

/** A series with all its notices the desk knows, in order of index (P15). */
export const knownSeriesSchema = z.object({ name: z.string(), of: z.int(), notices: z.array(seriesNoticeSchema) });
export type KnownSeries = z.infer<typeof knownSeriesSchema>;

/** A notice and the series it belongs to. */
export interface SeriesMember extends SeriesNotice {
  readonly series: Pick<Series, 'name' | 'of'>;
}

const ITALIAN = new Intl.Collator('it');

function byIndex(a: SeriesNotice, b: SeriesNotice): number {
  if (a.index !== b.index) return (a.index ?? 0) - (b.index ?? 0);
  return (a.when ?? '~') < (b.when ?? '~') ? -1 : 1;
}

/** The series that notices tell of, by name. Of a notice that is told twice the one with an index counts. */
export function knownSeries(members: readonly SeriesMember[]): readonly KnownSeries[] {
  const series = new Map<string, { name: string; of: number; notices: Map<string, SeriesNotice> }>();
  for (const { series: of, ...notice } of members) {
    const key = seriesKey(of);
    const known = series.get(key) ?? { name: of.name, of: 0, notices: new Map<string, SeriesNotice>() };
    known.of = Math.max(known.of, of.of);
    const before = known.notices.get(notice.id);
    if (!before || before.index === null) known.notices.set(notice.id, notice);
    series.set(key, known);
  }
  return [...series.values()]
    .map(({ name, of, notices }) => ({ name, of, notices: [...notices.values()].sort(byIndex) }))
    .sort((a, b) => ITALIAN.compare(a.name, b.name));
}

/** Where a notice stands among the known series, and the highest index taken there; without an index it takes the first. */
export function positionIn(
  known: readonly KnownSeries[],
  id: string,
): { readonly series: Series; readonly taken: number } | undefined {
  for (const { name, of, notices } of known) {
    const notice = notices.find((one) => one.id === id);
    if (!notice) continue;
    const indexes = notices.map(({ index }) => index ?? 1);
    return { series: { name, index: notice.index ?? 1, of }, taken: Math.max(...indexes) };
  }
  return undefined;
}
