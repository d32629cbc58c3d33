import { addDays, type Day, dayOf, partsOf, type Time, weekdayOf } from '#shared/kernel/day.ts';

/** A day and month without a year lying at most so far back is a past day, not one of next year. */
const RECENT_PAST_DAYS = 31;
const DAYS_OF_WEEK = 7;
const NOON = 12;
const MONTHS_OF_YEAR = 12;

/**
 * The day of a date written without its year, near the day of the message: the next one, or one of the last month.
 * A weekday that fits only the later of the two decides. `undefined` without a reference or when no such day exists.
 */
export function nearestYear(
  reference: Day | undefined,
  month: number,
  date: number,
  weekday?: number,
): Day | undefined {
  if (reference === undefined) return undefined;
  const { year, month: current } = partsOf(reference);
  const earliest = addDays(reference, -RECENT_PAST_DAYS);
  const years = current === 1 ? [year - 1, year, year + 1] : [year, year + 1, year + 2];
  const open = years.flatMap((candidate) => dayOf(candidate, month, date) ?? []).filter((day) => day >= earliest);
  const [first, second] = open;
  if (first === undefined || first >= reference || weekday === undefined || second === undefined) return first;
  return weekdayOf(second) === weekday && weekdayOf(first) !== weekday ? second : first;
}

/** The first day numbered `date` on or after `from`, looking a year ahead; `undefined` when there is none (32). */
export function nextNumbered(from: Day, date: number): Day | undefined {
  const { year, month } = partsOf(from);
  for (let ahead = 0; ahead < MONTHS_OF_YEAR; ahead++) {
    const day = inMonth(year, month + ahead, date);
    if (day !== undefined && day >= from) return day;
  }
  return undefined;
}

/** The day numbered `date` of a month that may run over the end of the year (13 = gennaio of the next). */
export function inMonth(year: number, month: number, date: number): Day | undefined {
  return dayOf(year + Math.floor((month - 1) / MONTHS_OF_YEAR), ((month - 1) % MONTHS_OF_YEAR) + 1, date);
}

/** Last day of the month `months` after the one of `reference`. */
export function monthEnd(reference: Day, months: number): Day | undefined {
  const { year, month } = partsOf(reference);
  const next = inMonth(year, month + months + 1, 1);
  return next === undefined ? undefined : addDays(next, -1);
}

/** The next `weekday` after `reference`, one to seven days ahead. */
export function nextWeekday(reference: Day, weekday: number): Day {
  return addDays(reference, (weekday - weekdayOf(reference) + DAYS_OF_WEEK) % DAYS_OF_WEEK || DAYS_OF_WEEK);
}

/** The `weekday` of the week (from Monday) after the one of `reference`. */
export function weekdayOfNextWeek(reference: Day, weekday: number): Day {
  const fromMonday = (day: number): number => (day + 6) % DAYS_OF_WEEK;
  return addDays(reference, DAYS_OF_WEEK - fromMonday(weekdayOf(reference)) + fromMonday(weekday));
}

/** The same date `months` later, or the last day of that month when it is shorter. */
export function addMonths(reference: Day, months: number): Day | undefined {
  const { year, month, date } = partsOf(reference);
  return inMonth(year, month + months, date) ?? monthEnd(reference, months);
}

/** `HH:MM`, or `undefined` when the clock has no such time. With an afternoon or evening word 3 is 15. */
export function clockTime(hour: string | undefined, minute: string | undefined, part?: string): Time | undefined {
  if (hour === undefined) return undefined;
  const late = part !== undefined && /^(?:pom|ser)/.test(part);
  const hours = late && Number(hour) > 0 && Number(hour) < NOON ? Number(hour) + NOON : Number(hour);
  if (hours > 23 || Number(minute ?? 0) > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${minute ?? '00'}`;
}
