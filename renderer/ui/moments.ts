import { type Day, daysBetween, MONTHS, partsOf, WEEKDAYS, weekdayOf } from '#shared/kernel/day.ts';
import { type Instant, millisecondsBetween, romeOf } from '#shared/kernel/instant.ts';

const MINUTE_MILLISECONDS = 60_000;
/** Farther than this, the weekday alone no longer tells which one is meant. */
const WEEK_DAYS = 6;
/** Days with a name of their own, by how far they are. */
const NEAR: Readonly<Record<number, string>> = { [-1]: 'ieri', 0: 'oggi', 1: 'domani' };

/** The clock of `instant` in Rome: `09:12` (L6). */
export const sayClock = (instant: Instant): string => romeOf(instant).time;

/** A day without its weekday: `4 dicembre 2026`. */
export function sayPlainDay(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date === 1 ? '1°' : date} ${MONTHS[month - 1]} ${year}`;
}

/** A day seen from `today`: `ieri`, `oggi`, `domani`, `venerdì 20` within a week, then `20 novembre`, with the year when it is another one. */
export function sayNearDay(day: Day, today: Day): string {
  const away = daysBetween(today, day);
  const near = NEAR[away];
  if (near !== undefined) return near;
  const { year, month, date } = partsOf(day);
  const number = date === 1 ? '1°' : String(date);
  if (Math.abs(away) <= WEEK_DAYS) return `${WEEKDAYS[weekdayOf(day)]} ${number}`;
  return `${number} ${MONTHS[month - 1]}${year === partsOf(today).year ? '' : ` ${year}`}`;
}

/** A moment in a list: `ieri 11:04`. */
export function sayMoment(instant: Instant, today: Day): string {
  const { day, time } = romeOf(instant);
  return `${sayNearDay(day, today)} ${time}`;
}

/** A moment in a sentence: `oggi alle 17:30`. */
export function sayMomentAt(instant: Instant, today: Day): string {
  const { day, time } = romeOf(instant);
  return `${sayNearDay(day, today)} alle ${time}`;
}

/** Since a moment: `dalle 09:00` of today, `da ieri alle 09:00`. */
export function saySince(instant: Instant, today: Day): string {
  const { day, time } = romeOf(instant);
  return day === today ? `dalle ${time}` : `da ${sayMomentAt(instant, today)}`;
}

/** How long until `to`: `tra 48 minuti`, `tra 2 h 48 min`; `adesso` when it is less than a minute away, `in ritardo` once it is past. */
export function sayUntil(from: Instant, to: Instant): string {
  const minutes = Math.floor(millisecondsBetween(from, to) / MINUTE_MILLISECONDS);
  if (minutes < -1) return 'in ritardo';
  if (minutes < 1) return 'adesso';
  if (minutes < 60) return minutes === 1 ? 'tra un minuto' : `tra ${minutes} minuti`;
  const rest = minutes % 60;
  return `tra ${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
}

/** `text` with a capital first letter, to begin a sentence. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
