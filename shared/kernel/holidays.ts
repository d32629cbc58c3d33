import { addDays, type Day, dayOf, partsOf } from './day.ts';

/** National holidays of a fixed date, `MM-DD` (law 260/1949 and later; P5). */
const FIXED: readonly string[] = [
  '01-01',
  '01-06',
  '04-25',
  '05-01',
  '06-02',
  '08-15',
  '11-01',
  '12-08',
  '12-25',
  '12-26',
];
/** San Francesco is a national holiday again from this year (law 151/2025; P5). */
const SAN_FRANCESCO_FROM = 2026;

/** Easter Sunday of a Gregorian year (anonymous algorithm of Meeus, Jones and Butcher). */
export function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const date = ((h + l - 7 * m + 114) % 31) + 1;
  return dayOf(year, month, date) as Day;
}

/** Whether `day` is a national holiday: a fixed one, 4 October from 2026, Easter or Easter Monday (P5). */
export function isNationalHoliday(day: Day): boolean {
  const { year } = partsOf(day);
  const monthAndDate = day.slice(5);
  if (FIXED.includes(monthAndDate)) return true;
  if (monthAndDate === '10-04') return year >= SAN_FRANCESCO_FROM;
  const sunday = easter(year);
  return day === sunday || day === addDays(sunday, 1);
}
