import { z } from 'zod';
import { addDays, type Day, daySchema, type Time, timeSchema, weekdayOf } from './day.ts';
import { isNationalHoliday } from './holidays.ts';
import { type Instant, instantAt, later, romeOf } from './instant.ts';

const intervalSchema = z
  .object({ from: timeSchema, to: timeSchema })
  .refine(({ from, to }) => from < to, 'La fine viene dopo l’inizio.');
const intervalsSchema = z
  .array(intervalSchema)
  .refine(
    (list) => list.every((one, index) => index === 0 || (list[index - 1]?.to ?? '') <= one.from),
    'In ordine e separati.',
  );

const weekSchema = z
  .array(intervalsSchema)
  .length(7)
  .refine((week) => week.some((day) => day.length > 0), 'Almeno un giorno di servizio.');

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
  hours: weekSchema,
  /** Hours that hold from a day on, in order: what was due before keeps the hours of its own day. */
  later: z.exactOptional(
    z
      .array(z.object({ from: daySchema, hours: weekSchema }))
      .max(50)
      .refine((list) => list.every(({ from }, index) => index === 0 || (list[index - 1]?.from ?? '') < from)),
  ),
  /** How some of the closing days are called. */
  names: z.exactOptional(z.record(daySchema, z.string().trim().min(1).max(100))),
  /** When an urgent request is due (P5, P14). */
  urgency: z.exactOptional(
    z.object({
      /** By the end of service of the day it counts from; otherwise it is due like the others. */
      sameDay: z.boolean(),
      /** So many minutes of service before the notice must leave the step before it must be done. */
      leadMinutes: z.int().min(0).max(600),
    }),
  ),
});
export type Calendar = z.infer<typeof calendarSchema>;

/** What holds of urgent requests until the municipality says otherwise. */
export const ORDINARY_URGENCY: NonNullable<Calendar['urgency']> = { sameDay: true, leadMinutes: 30 };

/** The hours of the week as they hold on `day`. */
const weekOn = ({ hours, later: weeks = [] }: Calendar, day: Day): Calendar['hours'] =>
  weeks.findLast(({ from }) => from <= day)?.hours ?? hours;

/** Farther than this no working day is looked for: a calendar without one is a mistake of configuration. */
const SEARCH_LIMIT_DAYS = 400;
/** When a day without service begins, for a moment that must stand on it. */
const DEFAULT_TIME = '09:00';

/** Whether the office serves on `day` (P5). */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  const hours = weekOn(calendar, day)[weekdayOf(day)] ?? [];
  return (
    hours.length > 0 && !isNationalHoliday(day) && day.slice(5) !== calendar.patron && !calendar.closed.includes(day)
  );
}

/** Works a thing out once for each day of a calendar, which never changes: lists ask for the same days row by row. */
function onceADay<Value>(work: (calendar: Calendar, day: Day) => Value): (calendar: Calendar, day: Day) => Value {
  const known = new WeakMap<Calendar, Map<Day, Value>>();
  return (calendar, day) => {
    const days = known.get(calendar) ?? new Map<Day, Value>();
    known.set(calendar, days);
    if (!days.has(day)) days.set(day, work(calendar, day));
    return days.get(day) as Value;
  };
}

/** The first working day after `day`. Throws when none comes within 400 days: a calendar closed by mistake. */
export const nextWorkingDay = onceADay((calendar, day): Day => {
  for (let ahead = 1; ahead <= SEARCH_LIMIT_DAYS; ahead++) {
    const candidate = addDays(day, ahead);
    if (isWorkingDay(calendar, candidate)) return candidate;
  }
  throw new Error('Il calendario non ha alcun giorno di servizio.');
});

/** The hours of service of `day`, `[]` when closed. */
export function hoursOf(calendar: Calendar, day: Day): readonly { readonly from: string; readonly to: string }[] {
  return isWorkingDay(calendar, day) ? (weekOn(calendar, day)[weekdayOf(day)] ?? []) : [];
}

/** The stretches of service of `day` in order, in milliseconds since 1970; `[]` when closed. */
export const serviceOf = onceADay((calendar, day): readonly { readonly from: number; readonly to: number }[] =>
  hoursOf(calendar, day).map(({ from, to }) => ({
    from: Date.parse(instantAt(day, from)),
    to: Date.parse(instantAt(day, to)),
  })),
);

/** The instant at which service ends on `day`, or `undefined` when the office is closed. */
export const endOfService = onceADay((calendar, day): Instant | undefined => {
  const last = hoursOf(calendar, day).at(-1);
  return last && instantAt(day, last.to);
});

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

/** Deadline of an urgent request: end of service of the day it counts from, unless the calendar says otherwise (P5, P14). */
export function withinSameDay(calendar: Calendar, arrived: Instant): Instant {
  if (!(calendar.urgency ?? ORDINARY_URGENCY).sameDay) return withinOneWorkingDay(calendar, arrived);
  return endOfService(calendar, arrivalDay(calendar, arrived)) as Instant;
}

/** `moment` when the office serves then, else the next moment at which it begins to serve. */
export function nextService(calendar: Calendar, moment: Instant): Instant {
  const { day, time } = romeOf(moment);
  const hours = hoursOf(calendar, day).find(({ to }) => time < to);
  if (hours) return time >= hours.from ? moment : instantAt(day, hours.from);
  const next = nextWorkingDay(calendar, day);
  return instantAt(next, hoursOf(calendar, next)[0]?.from ?? DEFAULT_TIME);
}

/**
 * The planned moment of a sending (P33): the day and time wanted, moved into the hours of service, never in the past.
 * Without a day wanted it is the next moment of service.
 */
export function plannedMoment(calendar: Calendar, now: Instant, day: Day | null, time: Time | null): Instant {
  const wanted = day === null ? now : instantAt(day, time ?? hoursOf(calendar, day)[0]?.from ?? DEFAULT_TIME);
  return nextService(calendar, later(wanted, now));
}

const dayAfter = onceADay((_calendar, day): Day => addDays(day, 1));

/** The moment so many milliseconds of service before `moment`; where the calendar has none behind it, `moment` itself. */
export function beforeInService(calendar: Calendar, moment: Instant, milliseconds: number): Instant {
  let left = milliseconds;
  let day = romeOf(moment).day;
  for (let back = 0; back <= SEARCH_LIMIT_DAYS; back++, day = addDays(day, -1)) {
    for (const service of serviceOf(calendar, day).toReversed()) {
      const to = Math.min(service.to, Date.parse(moment));
      if (to - service.from >= left) return new Date(to - left).toISOString();
      left -= Math.max(0, to - service.from);
    }
  }
  return moment;
}

/** Milliseconds of service between two instants; 0 when `to` is not after `from`. Clocks of P27 count with it. */
export function serviceTimeBetween(calendar: Calendar, from: Instant, to: Instant): number {
  if (to <= from) return 0;
  const [start, end] = [Date.parse(from), Date.parse(to)];
  let total = 0;
  const lastDay = romeOf(to).day;
  for (let day = romeOf(from).day; day <= lastDay; day = dayAfter(calendar, day)) {
    for (const service of serviceOf(calendar, day)) {
      total += Math.max(0, Math.min(end, service.to) - Math.max(start, service.from));
    }
  }
  return total;
}
