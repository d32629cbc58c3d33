import type { Day } from '#shared/kernel/day.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';
import { plural } from '#shared/kernel/text.ts';

const MINUTE_MILLISECONDS = 60_000;
const MINUTES_AN_HOUR = 60;

/** What stands where the register does not say. */
export const NOT_KNOWN = 'non noto';

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
  const hourWords = plural(hours, 'ora', 'ore');
  return rest === 0 ? hourWords : `${hourWords} e ${plural(rest, 'minuto', 'minuti')}`;
}

/** A share in hundredths: `93,5 %`; `non noto` of nothing. */
export function sayShare(part: number, whole: number): string {
  if (whole === 0) return NOT_KNOWN;
  return `${(Math.round((part / whole) * 1000) / 10).toFixed(1).replace('.', ',')} %`;
}
