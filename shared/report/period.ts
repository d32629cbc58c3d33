import { z } from 'zod';
import { addDays, type Day, daysBetween, MONTHS, partsOf, sayDate, weekdayOf } from '#shared/kernel/day.ts';

/**
 * A two-month period of the report (P50): `2026-1` is January and February … `2026-6` November and December. Of this century
 * and the last: what is reckoned around it stays within what a day can say.
 */
export const periodSchema = z.string().regex(/^(?:19|20)\d{2}-[1-6]$/);
export type Period = string;

/** Days from `from` to `to`, both included. */
export interface DayRange {
  readonly from: Day;
  readonly to: Day;
}

const PERIODS_A_YEAR = 6;
const DAYS_A_WEEK = 7;

const partsOfPeriod = (period: Period): { year: number; index: number } => {
  const [year = 0, index = 0] = period.split('-').map(Number);
  return { year, index };
};

const firstOfMonth = (year: number, month: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;

/** The period `day` falls in. */
export function periodOf(day: Day): Period {
  const { year, month } = partsOf(day);
  return `${String(year).padStart(4, '0')}-${Math.ceil(month / 2)}`;
}

/** The two months before `period`. */
export function previousPeriod(period: Period): Period {
  return periodOf(addDays(daysOfPeriod(period).from, -1));
}

/** The same two months of the year before. */
export function yearBefore(period: Period): Period {
  const { year, index } = partsOfPeriod(period);
  return `${String(year - 1).padStart(4, '0')}-${index}`;
}

/** First and last day of `period`. */
export function daysOfPeriod(period: Period): DayRange {
  const { year, index } = partsOfPeriod(period);
  const next = index === PERIODS_A_YEAR ? firstOfMonth(year + 1, 1) : firstOfMonth(year, index * 2 + 1);
  return { from: firstOfMonth(year, index * 2 - 1), to: addDays(next, -1) };
}

/** Whether `day` lies in `period`. */
export function isInPeriod(period: Period, day: Day): boolean {
  return periodOf(day) === period;
}

/** The weeks that touch `period`, from Monday to Sunday, cut at its ends. */
export function weeksOfPeriod(period: Period): readonly DayRange[] {
  const { from, to } = daysOfPeriod(period);
  const weeks: DayRange[] = [];
  for (let start = from; start <= to; ) {
    const sunday = addDays(start, (DAYS_A_WEEK - weekdayOf(start)) % DAYS_A_WEEK);
    weeks.push({ from: start, to: daysBetween(sunday, to) > 0 ? sunday : to });
    start = addDays(sunday, 1);
  }
  return weeks;
}

/** `gennaio–febbraio 2026`. */
export function sayPeriod(period: Period): string {
  const { year, index } = partsOfPeriod(period);
  return `${MONTHS[index * 2 - 2]}–${MONTHS[index * 2 - 1]} ${year}`;
}

/** `dal 1° gennaio al 28 febbraio 2026`. */
export function sayPeriodDays(period: Period): string {
  const { from, to } = daysOfPeriod(period);
  const { date, month } = partsOf(from);
  return `dal ${date}° ${MONTHS[month - 1]} al ${sayDate(to)}`;
}
