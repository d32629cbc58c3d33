import { z } from 'zod';
import { foldText } from '#shared/kernel/text.ts';

/** The place of a notice in a series of notices with dates apart from each other (P15). */
export const seriesSchema = z
  .object({
    name: z.string().min(1).max(120),
    index: z.int().positive(),
    of: z.int().positive(),
  })
  .refine(({ index, of }) => index <= of, 'Il posto nella serie non può superare quanti avvisi ha la serie.');
export type Series = z.infer<typeof seriesSchema>;

/** `2 di 5`. */
export const saySeries = ({ index, of }: Pick<Series, 'index' | 'of'>): string => `${index} di ${of}`;

/** What a series is recognised by: its name, however it is written. */
export const seriesKey = ({ name }: Pick<Series, 'name'>): string => foldText(name);

/** Whether both are of one series and have different places in it: then one is no double of the other (P15). */
export function areOfOneSeries(one: Series | null, other: Series | null): boolean {
  return one !== null && other !== null && seriesKey(one) === seriesKey(other) && one.index !== other.index;
}

/**
 * The place a notice gets when it joins `other`: after the places taken in its series, or as the second of a series
 * that begins with it and bears its title.
 */
export function joinSeries(other: { readonly series: Series | null; readonly title: string }, taken: number): Series {
  if (!other.series) return { name: other.title.slice(0, 120), index: 2, of: 2 };
  const index = Math.max(other.series.index, taken) + 1;
  return { name: other.series.name, index, of: Math.max(index, other.series.of) };
}
