import { z } from 'zod';
import { addDays, type Day, daySchema, timeSchema, weekdayOf } from './day.ts';
import { isNationalHoliday } from './holidays.ts';
import { type Instant, instantAt, millisecondsBetween, romeOf } from './instant.ts';

const intervalSchema = z
  .object({ from: timeSchema, to: timeSchema })
  .refine(({ from, to }) => from < to, 'La fine viene dopo l’inizio.');
const intervalsSchema = z
  .array(intervalSchema)
  .refine(
    (list) => list.every((one, index) => index === 0 || (list[index - 1]?.to ?? '') <= one.from),
    'In ordine e separati.',
  );

/** When the office serves (P5): closing days and, for each weekday, its hours in order. All of it is configuration. */
export const calendarSchema = z.object({
  /** Patron day, `MM-DD`, or null when unknown. */
  patron: z
    .string()
    .regex(/^\d\d-\d\d$/)
    .nullable(),
  /** Further closing days. */
  closed: z.array(daySchema),
  /** Hours of domenica … sabato, in that order; an empty list is a day without service. */
  hours: z
    .array(intervalsSchema)
    .length(7)
    .refine((week) => week.some((day) => day.length > 0), 'Almeno un giorno di servizio.'),
});
export type Calendar = z.infer<typeof calendarSchema>;

/** Farther than this no working day is looked for: a calendar without one is a mistake of configuration. */
const SEARCH_LIMIT_DAYS = 400;

/** Whether the office serves on `day` (P5). */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  const hours = calendar.hours[weekdayOf(day)] ?? [];
  return (
    hours.length > 0 && !isNationalHoliday(day) && day.slice(5) !== calendar.patron && !calendar.closed.includes(day)
  );
}

/** The first working day after `day`. Throws when none comes within 400 days: a calendar closed by mistake. */
export function nextWorkingDay(calendar: Calendar, day: Day): Day {
  for (let ahead = 1; ahead <= SEARCH_LIMIT_DAYS; ahead++) {
    const candidate = addDays(day, ahead);
    if (isWorkingDay(calendar, candidate)) return candidate;
  }
  throw new Error('Il calendario non ha alcun giorno di servizio.');
}

/** The hours of service of `day`, `[]` when closed. */
export function hoursOf(calendar: Calendar, day: Day): readonly { readonly from: string; readonly to: string }[] {
  return isWorkingDay(calendar, day) ? (calendar.hours[weekdayOf(day)] ?? []) : [];
}

/** The instant at which service ends on `day`, or `undefined` when the office is closed. */
export function endOfService(calendar: Calendar, day: Day): Instant | undefined {
  const last = hoursOf(calendar, day).at(-1);
  return last && instantAt(day, last.to);
}

/** The working day an arrival counts from: its own, or the next one after the end of service or on a closed day (P5). */
export function arrivalDay(calendar: Calendar, arrived: Instant): Day {
  const { day } = romeOf(arrived);
  const end = endOfService(calendar, day);
  return end !== undefined && arrived <= end ? day : nextWorkingDay(calendar, day);
}

/** Deadline "within 1 working day": end of service of the first working day after the day of arrival (P5). */
export function withinOneWorkingDay(calendar: Calendar, arrived: Instant): Instant {
  return endOfService(calendar, nextWorkingDay(calendar, arrivalDay(calendar, arrived))) as Instant;
}

/** Deadline of an urgent request: end of service of the day it counts from (P5, P14). */
export function withinSameDay(calendar: Calendar, arrived: Instant): Instant {
  return endOfService(calendar, arrivalDay(calendar, arrived)) as Instant;
}

/** Milliseconds of service between two instants; 0 when `to` is not after `from`. Clocks of P27 count with it. */
export function serviceTimeBetween(calendar: Calendar, from: Instant, to: Instant): number {
  if (to <= from) return 0;
  let total = 0;
  const lastDay = romeOf(to).day;
  for (let day = romeOf(from).day; day <= lastDay; day = addDays(day, 1)) {
    for (const hours of hoursOf(calendar, day)) {
      const start = instantAt(day, hours.from);
      const end = instantAt(day, hours.to);
      const overlap = millisecondsBetween(start > from ? start : from, end < to ? end : to);
      if (overlap > 0) total += overlap;
    }
  }
  return total;
}
