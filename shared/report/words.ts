import { type Day, MONTHS, partsOf } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { plural } from '#shared/kernel/text.ts';

const MINUTE_MILLISECONDS = 60_000;
const MINUTES_AN_HOUR = 60;

/** What stands where the register does not say. */
export const NOT_KNOWN = 'non noto';

/** The day as it stands in a letter: `6 marzo 2026`, with `1°` for the first. */
export function sayDate(day: Day): string {
  const { year, month, date } = partsOf(day);
  return `${date === 1 ? '1°' : date} ${MONTHS[month - 1]} ${year}`;
}

/** The day in a table: `06/03/2026`. */
export function figuresOfDay(day: Day): string {
  return day.split('-').reverse().join('/');
}

/** The moment in a table, on the clocks of Europe/Rome: `06/03/2026 17:30`. */
export function figuresOfMoment(instant: Instant): string {
  const { day, time } = romeOf(instant);
  return `${figuresOfDay(day)} ${time}`;
}

/** `1 ora e 35 minuti`, at least one minute. */
export function sayDuration(milliseconds: number): string {
  const minutes = Math.max(1, Math.round(milliseconds / MINUTE_MILLISECONDS));
  const [hours, rest] = [Math.floor(minutes / MINUTES_AN_HOUR), minutes % MINUTES_AN_HOUR];
  if (hours === 0) return plural(rest, 'minuto', 'minuti');
  const said = plural(hours, 'ora', 'ore');
  return rest === 0 ? said : `${said} e ${plural(rest, 'minuto', 'minuti')}`;
}

/** A whole number as Italians write it: `3.120`. */
export function sayNumber(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, '.');
}

/** A share in hundredths: `93,5 %`; `non noto` of nothing. */
export function sayShare(part: number, whole: number): string {
  if (whole === 0) return NOT_KNOWN;
  return `${(Math.round((part / whole) * 1000) / 10).toFixed(1).replace('.', ',')} %`;
}
