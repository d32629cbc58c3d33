import { addDays, type Day, dayOf, partsOf, type Time } from '#shared/kernel/day.ts';
import { findDates } from './findDates.ts';

const YEAR = /\d{4}/;

/**
 * The day that is typed, in figures (`04/12/2026`, day first) or in words (`4 dicembre`, `venerdì`, `domani`); undefined
 * when it is none. With `past` a day without a year is the last such day until today, else the next one.
 */
export function readDay(typed: string, today: Day, past: boolean): Day | undefined {
  const text = typed.trim();
  if (past && /^ieri$/i.test(text)) return addDays(today, -1);
  const day = findDates(text, today)[0]?.date;
  if (!past || day === undefined || day <= today || YEAR.test(text)) return day;
  const { year, month, date } = partsOf(day);
  return /\d/.test(text) ? (dayOf(year - 1, month, date) ?? day) : addDays(day, -7);
}

const CLOCK = /^(\d{1,2})(?:\s*[:.,]?\s*(\d{2}))?$/;

/** The time that is typed: `9`, `9.05`, `09:05`, `0905`; undefined when it is none. Always the clock of 24 hours. */
export function readTime(typed: string): Time | undefined {
  const [, hours = '', minutes = '00'] = CLOCK.exec(typed.trim()) ?? [];
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes}`;
}
