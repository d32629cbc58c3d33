import { z } from 'zod';
import { timeSchema } from '#shared/kernel/day.ts';
import { readTime } from './typed.ts';

/** A stretch of service hours of one day. */
export interface Interval {
  readonly from: string;
  readonly to: string;
}

const timesSchema = z.tuple([timeSchema, timeSchema]);

/** `09:00-13:00, 15:00-18:00` read as intervals; empty or `chiuso` is a closed day; undefined when it makes no sense (P5). */
export function readHours(typed: string): readonly Interval[] | undefined {
  const words = typed.trim().toLowerCase();
  if (words === '' || words === 'chiuso') return [];
  const intervals = words.split(/\s*(?:[,;]|\be\b)\s*/).map((part) => {
    const times = part
      .replace(/^dalle\s+/, '')
      .split(/\s*(?:-|–|\balle\b)\s*/)
      .map((time) => readTime(time));
    const read = timesSchema.safeParse(times);
    return read.success && read.data[0] < read.data[1] ? { from: read.data[0], to: read.data[1] } : undefined;
  });
  const isOrdered = intervals.every((one, index) => one && (intervals[index - 1]?.to ?? '') <= one.from);
  return isOrdered ? intervals.filter((one) => one !== undefined) : undefined;
}

/** Intervals as they are typed: `09:00-13:00, 15:00-18:00`. */
export const writeHours = (intervals: readonly Interval[]): string =>
  intervals.map(({ from, to }) => `${from}-${to}`).join(', ');

/** A day of every year, `13/06` or `13 giugno` already read by the caller: `13/06` → `06-13`; undefined when none. */
export function readYearDay(typed: string): string | undefined {
  const [, day, month] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$/.exec(typed) ?? [];
  if (day === undefined || month === undefined) return undefined;
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isDay ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}

/** `06-13` as it is typed: `13/06`. */
export const writeYearDay = (day: string): string => day.split('-').toReversed().join('/');
