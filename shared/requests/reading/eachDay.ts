import { addDays, daysBetween, weekdayOf } from '#shared/kernel/day.ts';
import { blank, plainForm } from '#shared/text/plainForm.ts';
import type { DateCandidate } from './requestDates.ts';
import { listedDays } from './severalDays.ts';
import type { Span } from './split.ts';

/** Code of the remark that an event of several days gets one notice, at its beginning (P15). */
export const ONE_NOTICE = 'one-notice';

/** Whether a request asks for a notice on each day of an event, and nobody has confirmed yet the one at its beginning (P15). */
export const asksForEachDay = ({
  warnings,
  confirmed,
}: {
  readonly warnings: readonly { readonly code: string }[];
  readonly confirmed: readonly string[];
}): boolean => !confirmed.includes('sendDate') && warnings.some(({ code }) => code === ONE_NOTICE);

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

/** `un avviso per ogni giorno della sagra`, `un messaggio al giorno`. */
const EVERY_DAY =
  /\b(?:messagg|avvis|promemori|notific|whatsapp|invi)[a-z]{0,8}\b[^.\n]{0,40}\b(?:(?:per |in |a )?(?:ogni|ciascun|tutti i) (?:singolo )?giorn[oi]|al giorno|giornalier|quotidian)/;

/** Days in a row after a word of sending, `venerdì 4, sabato 5 e domenica 6 dicembre`: one event that lasts so long. */
function inARow(dates: readonly DateCandidate[], draft: Span | undefined, plain: string): LongEvent | undefined {
  const list = listedDays(dates, draft, plain);
  const [first, last] = [list[0], list.at(-1)];
  const isRow = list.every(({ date }, index) => index === 0 || daysBetween(list[index - 1]?.date ?? date, date) === 1);
  return first && last && isRow ? longEvent({ ...first, endDate: last.date }) : undefined;
}

/**
 * The event of several days for which a request asks a notice on each day («un messaggio venerdì, uno sabato e uno
 * domenica»); `undefined` when it asks no such thing, or names a day of sending besides (P15). Offsets are those of `text`.
 */
export function eventOfEachDay(
  dates: readonly DateCandidate[],
  draft: Span | undefined,
  text: string,
): LongEvent | undefined {
  if (dates.length === 0) return undefined;
  const plain = plainForm(text);
  const outside = dates.filter(({ from, to }) => draft === undefined || from < draft.from || to > draft.to);
  const events = dates.flatMap((one) => longEvent(one) ?? []);
  const isWanted = outside.some(({ cue, endDate }) => cue > 0 && endDate === null);
  const every = EVERY_DAY.exec(draft ? blank(plain, [[draft.from, draft.to]]) : plain);
  if (every && !isWanted && events[0]) return events[0];
  const weekdays = outside.filter(({ excerpt, endDate }) => endDate === null && !/\d/.test(excerpt));
  const [first] = weekdays;
  if (!first || outside.some((one) => one.cue > 0 && !weekdays.includes(one))) return inARow(dates, draft, plain);
  if (!NOTICE.test(plain.slice(Math.max(0, first.from - REACH), first.from))) return undefined;
  return events.find((event) => {
    const asked = new Set(weekdays.filter((one) => fallsIn(event, one)).map(({ date }) => date));
    return asked.size > 1;
  });
}
