/** The calendar as it is typed, and what it means (P5). Pure. */
import type { Day } from '#shared/kernel/day.ts';
import { type Calendar, ORDINARY_URGENCY } from '#shared/kernel/workdays.ts';
import { readHours, readYearDay, writeHours, writeYearDay } from '#shared/text/dates/hours.ts';

/** Hours of domenica … sabato, as typed, and the day from which they hold; empty is always. */
export interface TypedWeek {
  readonly from: Day | '';
  readonly hours: readonly string[];
}

export interface TypedCalendar {
  /** The first one holds until the next begins. */
  readonly weeks: readonly TypedWeek[];
  readonly patron: string;
  readonly closed: readonly Day[];
  readonly names: Readonly<Record<Day, string>>;
  readonly sameDay: boolean;
  readonly leadMinutes: string;
}

/** A calendar as one would type it. */
export function typedCalendar({ hours, later = [], patron, closed, names = {}, urgency }: Calendar): TypedCalendar {
  const { sameDay, leadMinutes } = urgency ?? ORDINARY_URGENCY;
  return {
    weeks: [
      { from: '', hours: hours.map(writeHours) },
      ...later.map((week) => ({ from: week.from, hours: week.hours.map(writeHours) })),
    ],
    patron: patron === null ? '' : writeYearDay(patron),
    closed,
    names,
    sameDay,
    leadMinutes: String(leadMinutes),
  };
}

function weekOf({ hours }: TypedWeek): Calendar['hours'] | undefined {
  const week = hours.map((typed) => readHours(typed));
  if (week.some((intervals) => intervals === undefined)) return undefined;
  return week.map((intervals) => [...(intervals ?? [])]);
}

/** The calendar that was typed; undefined while a part of it makes no sense. What is as usual is left out. */
export function calendarOf({
  weeks,
  patron,
  closed,
  names,
  sameDay,
  leadMinutes,
}: TypedCalendar): Calendar | undefined {
  const day = patron.trim() === '' ? null : readYearDay(patron);
  const read = weeks.map((week) => ({ from: week.from, hours: weekOf(week) }));
  const known = read.flatMap(({ from, hours }) => (hours ? [{ from, hours }] : []));
  const [first, ...later] = known;
  if (day === undefined || known.length < read.length || !first || !/^\d{1,3}$/.test(leadMinutes.trim()))
    return undefined;
  const named = Object.entries(names).filter(([one, name]) => closed.includes(one) && name.trim() !== '');
  const urgency = { sameDay, leadMinutes: Number(leadMinutes.trim()) };
  const isOrdinary = sameDay === ORDINARY_URGENCY.sameDay && urgency.leadMinutes === ORDINARY_URGENCY.leadMinutes;
  return {
    patron: day,
    closed: [...closed],
    hours: first.hours,
    ...(later.length > 0 ? { later } : {}),
    ...(named.length > 0 ? { names: Object.fromEntries(named.map(([one, name]) => [one, name.trim()])) } : {}),
    ...(isOrdinary ? {} : { urgency }),
  };
}

/** The week that holds from `from` on, a copy of the one before it; the same where there is one for that day. */
export function withWeekFrom(weeks: readonly TypedWeek[], from: Day): readonly TypedWeek[] {
  if (weeks.some((week) => week.from === from)) return weeks;
  const before = weeks.findLast((week) => week.from < from) ?? weeks[0];
  const next = [...weeks, { from, hours: before?.hours ?? [] }];
  return next.sort((one, other) => (one.from < other.from ? -1 : 1));
}
