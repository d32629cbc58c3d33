import { dayOf } from '#shared/kernel/day.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { instantAt } from '#shared/kernel/instant.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** RFC 5322 `date-time` with the old two-digit years and named zones that are still met. */
const DATE_TIME =
  /^\s*(?:[a-z]{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4}|\d{2})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[a-z]{1,5})?/i;
const EARLIEST_YEAR = 1980;
const LATEST_YEAR = 2100;
const MINUTE_MILLISECONDS = 60_000;
const two = (text: string): string => text.padStart(2, '0');

function offsetMinutes(zone: string): number | undefined {
  const digits = /^([+-])(\d{2})(\d{2})$/.exec(zone);
  if (digits === null) return /^(?:gmt|utc?|z)$/i.test(zone) ? 0 : { cet: 60, cest: 120 }[zone.toLowerCase()];
  const minutes = Number(digits[2]) * 60 + Number(digits[3]);
  return digits[1] === '-' ? -minutes : minutes;
}

/**
 * The instant of a Date header, or `undefined` when it is no date of e-mail: nothing is guessed, since `new Date` reads
 * "5" as a day of 2001. Without a zone, or with one that is not known, the clock is that of Rome.
 */
export function parseHeaderDate(header: string): Instant | undefined {
  const [, date = '', monthName = '', yearText = '', hour = '', minute = '', second = '00', zone = ''] =
    DATE_TIME.exec(header) ?? [];
  const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
  const year = yearText.length === 2 ? Number(yearText) + (Number(yearText) < 50 ? 2000 : 1900) : Number(yearText);
  const day = month === 0 || year < EARLIEST_YEAR || year > LATEST_YEAR ? undefined : dayOf(year, month, Number(date));
  if (day === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const minutes = offsetMinutes(zone);
  if (minutes === undefined) return instantAt(day, `${two(hour)}:${minute}`);
  const local = Date.parse(`${day}T${two(hour)}:${minute}:${two(second === '60' ? '59' : second)}.000Z`);
  return new Date(local - minutes * MINUTE_MILLISECONDS).toISOString();
}
