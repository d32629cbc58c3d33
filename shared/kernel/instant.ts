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

const HOUR_MILLISECONDS = 3_600_000;
const ROME = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Rome',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** What the clocks of Europe/Rome show at `instant`, across daylight saving (P5). */
export function romeOf(instant: Instant): RomeMoment {
  const parts = Object.fromEntries(ROME.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` };
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
