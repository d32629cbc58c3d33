/** The days of a month as a calendar shows them, and where a key leads among them. Pure. */

import { addDays, type Day, dayOf, MONTHS, partsOf, weekdayOf } from '#shared/kernel/day.ts';

const DAYS_OF_WEEK = 7;

/** How far a day lies from its Monday. */
const fromMonday = (day: Day): number => (weekdayOf(day) + 6) % DAYS_OF_WEEK;

/** The first day of the month of `day`. */
export const monthOf = (day: Day): Day => `${day.slice(0, 8)}01`;

/** The month of `day`: `dicembre 2026`. */
export function sayMonth(day: Day): string {
  const { year, month } = partsOf(day);
  return `${MONTHS[month - 1]} ${year}`;
}

/** The weeks of the month of `day` from Monday to Sunday; null where the week belongs to another month. */
export function weeksOf(day: Day): readonly (readonly (Day | null)[])[] {
  const first = monthOf(day);
  const start = addDays(first, -fromMonday(first));
  const weeks: (Day | null)[][] = [];
  for (let monday = start; monday <= addMonths(first, 1); monday = addDays(monday, DAYS_OF_WEEK)) {
    const week = Array.from({ length: DAYS_OF_WEEK }, (_, index) => addDays(monday, index));
    const own = week.map((one) => (monthOf(one) === first ? one : null));
    if (own.some((one) => one !== null)) weeks.push(own);
  }
  return weeks;
}

/** The same date `months` later, or the last day of that month when it is shorter; negative goes back. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  for (let number = date; number > 0; number--) {
    const found = dayOf(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, number);
    if (found !== undefined) return found;
  }
  return day;
}

/** A key on the calendar: by a day, a week, a month, a year with Shift, or to the ends of the week. */
export interface CalendarKey {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** The day a key leads to from `day`; `undefined` for a key that moves nothing. */
export function dayAfterKey(day: Day, { key, shiftKey }: CalendarKey): Day | undefined {
  const months = shiftKey ? 12 : 1;
  const moves: Readonly<Record<string, () => Day>> = {
    ArrowLeft: () => addDays(day, -1),
    ArrowRight: () => addDays(day, 1),
    ArrowUp: () => addDays(day, -DAYS_OF_WEEK),
    ArrowDown: () => addDays(day, DAYS_OF_WEEK),
    PageUp: () => addMonths(day, -months),
    PageDown: () => addMonths(day, months),
    Home: () => addDays(day, -fromMonday(day)),
    End: () => addDays(day, DAYS_OF_WEEK - 1 - fromMonday(day)),
  };
  return moves[key]?.();
}
