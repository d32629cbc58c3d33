import { addDays, daysBetween, weekdayOf } from '#shared/kernel/day.ts';
import { plainForm } from '#shared/text/plainForm.ts';
import type { DateCandidate } from './requestDates.ts';
import type { Span } from './split.ts';

/** Code of the remark that an event of several days gets one notice, at its beginning (P15). */
export const ONE_NOTICE = 'one-notice';

/** An event longer than this is a season, and its weekdays tell nothing. */
const LONGEST_EVENT_DAYS = 14;
/** What is asked for on those days: a notice, and not a concert. */
const NOTICE = /\b(?:messagg|avvis|invi(?![dt])|mand|spedi|promemori|pubblic|whatsapp)/;
const REACH = 80;

/** An event of several days. */
export interface LongEvent {
  /** The words that tell its days. */
  readonly range: DateCandidate;
  readonly days: number;
}

function longEvent(range: DateCandidate): LongEvent | undefined {
  const days = range.endDate === null ? 0 : daysBetween(range.date, range.endDate) + 1;
  return days > 1 && days <= LONGEST_EVENT_DAYS ? { range, days } : undefined;
}

/** Whether a day told only by its weekday may be one of the event: the office counts from the event, not from today. */
const fallsIn = ({ range, days }: LongEvent, one: DateCandidate): boolean =>
  Array.from({ length: days }, (_, index) => weekdayOf(addDays(range.date, index))).includes(weekdayOf(one.date));

/**
 * The event of several days for which a request asks a notice on each day («un messaggio venerdì, uno sabato e uno
 * domenica»); `undefined` when it asks no such thing, or names a day of sending besides (P15). Offsets are those of `text`.
 */
export function eventOfEachDay(
  dates: readonly DateCandidate[],
  draft: Span | undefined,
  text: string,
): LongEvent | undefined {
  const outside = dates.filter(({ from, to }) => draft === undefined || from < draft.from || to > draft.to);
  const weekdays = outside.filter(({ excerpt, endDate }) => endDate === null && !/\d/.test(excerpt));
  const [first] = weekdays;
  if (!first || outside.some((one) => one.cue > 0 && !weekdays.includes(one))) return undefined;
  if (!NOTICE.test(plainForm(text.slice(Math.max(0, first.from - REACH), first.from)))) return undefined;
  for (const range of dates) {
    const event = longEvent(range);
    if (!event) continue;
    const asked = new Set(weekdays.filter((one) => fallsIn(event, one)).map(({ date }) => date));
    if (asked.size > 1) return event;
  }
  return undefined;
}
