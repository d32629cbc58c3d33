import { z } from 'zod';
import { instantSchema } from '../kernel/instant.ts';
import { type Series, seriesKey } from '../register/series.ts';

/** A notice that belongs to a series. */
export const seriesNoticeSchema = z.object({
  id: z.string(),
  kind: z.enum(['sent', 'queued', 'request']),
  /** Null while it is only known that it belongs: somebody joined another one to it. */
  index: z.int().nullable(),
  number: z.string().nullable(),
  title: z.string(),
  /** When it was sent, or is planned; null for a request. */
  when: instantSchema.nullable(),
});
export type SeriesNotice = z.infer<typeof seriesNoticeSchema>;

/** A series with all its notices the desk knows, in order of place (P15). */
export const knownSeriesSchema = z.object({ name: z.string(), of: z.int(), notices: z.array(seriesNoticeSchema) });
export type KnownSeries = z.infer<typeof knownSeriesSchema>;

/** A notice and the series it belongs to. */
export interface SeriesMember extends SeriesNotice {
  readonly series: Pick<Series, 'name' | 'of'>;
}

const ITALIAN = new Intl.Collator('it');

function byPlace(a: SeriesNotice, b: SeriesNotice): number {
  if (a.index !== b.index) return (a.index ?? 0) - (b.index ?? 0);
  return (a.when ?? '~') < (b.when ?? '~') ? -1 : 1;
}

/** The series that notices tell of, by name. Of a notice that is told twice the one with a place counts. */
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
    .map(({ name, of, notices }) => ({ name, of, notices: [...notices.values()].sort(byPlace) }))
    .sort((a, b) => ITALIAN.compare(a.name, b.name));
}

/** Where a notice stands among the known series, and the highest place taken there; without a place it takes the first. */
export function placeIn(
  known: readonly KnownSeries[],
  id: string,
): { readonly series: Series; readonly taken: number } | undefined {
  for (const { name, of, notices } of known) {
    const notice = notices.find((one) => one.id === id);
    if (!notice) continue;
    const places = notices.map(({ index }) => index ?? 1);
    return { series: { name, index: notice.index ?? 1, of }, taken: Math.max(...places) };
  }
  return undefined;
}
