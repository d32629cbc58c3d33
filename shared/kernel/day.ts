import { z } from 'zod';

/** A civil day of Europe/Rome, `YYYY-MM-DD`. Days sort as text. */
export const daySchema = z.iso.date();
export type Day = string;

/** A time of day, `HH:MM` on 24 hours. Times sort as text. */
export const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export type Time = string;

const DAY_MILLISECONDS = 86_400_000;
export const WEEKDAYS = ['domenica', 'lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato'] as const;
export const MONTHS = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
] as const;

const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`);
const two = (value: number): string => String(value).padStart(2, '0');

/** The day with these parts (month 1–12), or `undefined` when the calendar has no such day (31 novembre). */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const day = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
  return daySchema.safeParse(day).success ? day : undefined;
}

/** Year, month (1–12) and date (1–31) of `day`. */
export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, date };
}

/** `day` moved by a whole number of calendar days, also negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(utc(day).getTime() + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** How many calendar days lie from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / DAY_MILLISECONDS);
}

/** Day of the week, 0 = domenica … 6 = sabato. */
export function weekdayOf(day: Day): number {
  return utc(day).getUTCDay();
}

/** The day as people say it: `venerdì 4 dicembre`, with `1°` for the first (L6). */
export function sayDay(day: Day): string {
  const { month, date } = partsOf(day);
  return `${WEEKDAYS[weekdayOf(day)]} ${date === 1 ? '1°' : date} ${MONTHS[month - 1]}`;
}

/** The day as it stands in a letter: `6 marzo 2026`, with `1°` for the first. */
export function sayDate(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date === 1 ? '1°' : date} ${MONTHS[month - 1]} ${year}`;
}

/** As `sayDay`, with the year: `venerdì 4 dicembre 2026`. */
export function sayDayAndYear(day: Day): string {
  return `${sayDay(day)} ${partsOf(day).year}`;
}
