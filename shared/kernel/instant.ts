import { z } from 'zod';
import { addDays, type Day, type Time } from './day.ts';

/** A moment in UTC, ISO 8601 with milliseconds (`2026-03-02T08:00:00.000Z`). Instants sort as text. */
export const instantSchema = z.iso.datetime({ precision: 3 });
export type Instant = string;

/** A civil day and time on the clocks of Europe/Rome. */
export interface RomeMoment {
  readonly day: Day;
  readonly time: Time;
}

const MINUTE_MILLISECONDS = 60_000;
const HOUR_MILLISECONDS = 3_600_000;
const DAY_MILLISECONDS = 86_400_000;
const two = (value: number): string => String(value).padStart(2, '0');
const ROME = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Rome',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** By how many milliseconds the clocks of Rome are ahead of UTC, by whole hours since 1970: they change on the hour. */
const OFFSETS = new Map<number, number>();

function offsetIn(hour: number): number {
  const known = OFFSETS.get(hour);
  if (known !== undefined) return known;
  const start = hour * HOUR_MILLISECONDS;
  const parts = Object.fromEntries(ROME.formatToParts(start).map((part) => [part.type, Number(part.value)]));
  const { year = 0, month = 1, day, hour: clock, minute } = parts;
  const offset = Date.UTC(year, month - 1, day, clock, minute) - start;
  OFFSETS.set(hour, offset);
  return offset;
}

/** Days by their number since 1970: lists ask for the moments of thousands of rows, on few days. */
const DAYS = new Map<number, Day>();

function dayAt(number: number): Day {
  const day = DAYS.get(number) ?? new Date(number * DAY_MILLISECONDS).toISOString().slice(0, 10);
  DAYS.set(number, day);
  return day;
}

/** What the clocks of Europe/Rome show at `instant`, across daylight saving (P5). */
export function romeOf(instant: Instant): RomeMoment {
  const at = Date.parse(instant);
  const shown = at + offsetIn(Math.floor(at / HOUR_MILLISECONDS));
  const dayNumber = Math.floor(shown / DAY_MILLISECONDS);
  const minutes = Math.floor((shown - dayNumber * DAY_MILLISECONDS) / MINUTE_MILLISECONDS);
  return { day: dayAt(dayNumber), time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` };
}

/**
 * The instant at which the clocks of Europe/Rome show `day` and `time`.
 * In the hour that spring skips, the clock already moved ahead; in the hour that autumn repeats, the first pass.
 */
export function instantAt(day: Day, time: Time): Instant {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  const wanted = `${day} ${time}`;
  const candidates = [2, 1].map((hours) => new Date(asIfUtc - hours * HOUR_MILLISECONDS).toISOString());
  const exact = candidates.find((candidate) => {
    const shown = romeOf(candidate);
    return `${shown.day} ${shown.time}` === wanted;
  });
  return exact ?? (candidates[1] as Instant);
}

/** `instant` moved by `milliseconds`, also negative. */
export function addMilliseconds(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString();
}

/** Milliseconds from `from` to `to`. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** First instant of a Rome day and of the day after it: a half-open interval `[from, to)`. */
export function instantsOfDay(day: Day): { readonly from: Instant; readonly to: Instant } {
  return { from: instantAt(day, '00:00'), to: instantAt(addDays(day, 1), '00:00') };
}

/** The later of two moments. */
export const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);
