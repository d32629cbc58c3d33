import { type Day, dayOf, daysBetween, MONTHS, partsOf } from '#shared/kernel/day.ts';
import { MONTH_SHORT, monthNumber, WEEKDAY_NAME, WEEKDAY_SHORT, weekdayNumber, yearNumber } from './words.ts';

/** A weekday written before a date: 0 = domenica … 6 = sabato, and where the word stands. */
interface WeekdayMention {
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** A date written in an Italian text, in words (`lunedì 30 novembre 2026`) or in figures (`30/11/2026`). Offsets are UTF-16. */
export interface DateMention {
  /** The whole mention, its own weekday included. */
  readonly from: number;
  readonly to: number;
  readonly weekday: WeekdayMention | null;
  /** Day of the month as written, 0–99, and where its figures start. */
  readonly date: number;
  readonly dateFrom: number;
  /** Month 1–12 as written; higher in a date of figures that the calendar does not have. */
  readonly month: number;
  readonly year: number | null;
  readonly style: 'words' | 'figures';
  /** Whether day, month and year are all spelled here, and not taken from a later date of the same list. */
  readonly complete: boolean;
}

/** Short names count only right before a date: `gio 26/11`. */
const SHORT_WEEKDAY = `(?:${WEEKDAY_SHORT})\\.?`;
const MONTH = `${MONTHS.join('|')}|(?:${MONTH_SHORT})(?:\\.|(?![a-zà-ÿ]))`;

const WHOLE = new RegExp(
  `(?<![\\p{L}\\d.,:/-])(\\d{1,2})(?:[°ºª]|(?=\\s))?\\s*(?:di\\s+)?(${MONTH})(?![\\p{L}\\d])(?:\\s+(?:del\\s+)?((?:19|20)\\d\\d)(?!\\d))?`,
  'giu',
);
const FIGURES = /(?<![\p{L}\d.,:/-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\d/-])/gu;
const SHORT_FIGURES = /(?<![\p{L}\d.,:/-])(\d{1,2})\/(\d{1,2})(?![\d/.,-]*\d)(?!\p{L})/gu;
const OWN_WEEKDAY = new RegExp(
  `(?<![\\p{L}])(${WEEKDAY_NAME}|${SHORT_WEEKDAY})['’\`]?,?\\s+(?:il\\s+|giorno\\s+)?$`,
  'iu',
);
const WEEKDAY_BEFORE = new RegExp(`(?<![\\p{L}])(${WEEKDAY_NAME})['’\`]?\\s*(?:,|e|ed|o|-|–|/)\\s*$`, 'iu');
/** What announces a short date of figures: without it `5/6` may be a fraction or an age. */
const ANNOUNCED = /(?:(?<!\p{L})(?:il|da|dal|a|al|del|entro|giorno|giorni|data)\s|dall['’]|all['’]|l['’])\s*$/iu;
const LIST_ITEM = /(?<![\p{L}\d.,:/-])(\d{1,2})[°º]?\s*(?:,|e|ed|o|al|all['’]|a|-|–|fino al)\s*(?:giorno\s+)?$/iu;
const LIST_START = /(?<!\p{L})(?:il|i|dal|del|dei|nei|giorni|giorno|al|da|a)\s+$|(?:dall|all|dell|l)['’]$/iu;
const LOOK_BACK = 40;

function weekdayBefore(text: string, end: number, pattern: RegExp): WeekdayMention | null {
  const start = Math.max(0, end - LOOK_BACK);
  const match = pattern.exec(text.slice(start, end));
  const word = match?.[1];
  if (match === null || word === undefined) return null;
  const from = start + match.index;
  return { value: weekdayNumber(word.toLowerCase()), from, to: from + word.length };
}

const fullYear = (written: string | undefined): number | null => (written === undefined ? null : yearNumber(written));

function mention(
  text: string,
  match: RegExpMatchArray,
  month: number,
  year: string | undefined,
  style: DateMention['style'],
): DateMention {
  const dateFrom = match.index ?? 0;
  const weekday = weekdayBefore(text, dateFrom, OWN_WEEKDAY);
  return {
    from: weekday?.from ?? dateFrom,
    to: dateFrom + match[0].length,
    weekday,
    date: Number(match[1]),
    dateFrom,
    month,
    year: fullYear(year),
    style,
    complete: true,
  };
}

/** The days that borrow month and year from `last`, as the 10 and 11 in `il 10, 11 e 12 febbraio`. */
function borrowed(text: string, last: DateMention): readonly DateMention[] {
  const found: DateMention[] = [];
  let next = last;
  for (;;) {
    const start = Math.max(0, next.from - LOOK_BACK);
    const match = LIST_ITEM.exec(text.slice(start, next.from));
    const date = Number(match?.[1]);
    if (match === null || date >= next.date) break;
    const dateFrom = start + match.index;
    const weekday = weekdayBefore(text, dateFrom, OWN_WEEKDAY);
    next = {
      ...last,
      from: weekday?.from ?? dateFrom,
      to: dateFrom + String(match[1]).length,
      weekday,
      date,
      dateFrom,
      complete: false,
    };
    found.unshift(next);
  }
  const announced = next.weekday !== null || LIST_START.test(text.slice(Math.max(0, next.from - LOOK_BACK), next.from));
  return announced ? found : found.filter((one) => one.weekday !== null);
}

/** Pairs `sabato e domenica 28 e 29 novembre`: the last weekday of the list stands before the first number. */
function pairWeekdays(text: string, dates: readonly DateMention[]): readonly DateMention[] {
  const own = dates[0]?.weekday;
  if (own === undefined || own === null || dates.length === 1) return dates;
  const names = [own];
  for (;;) {
    const before = weekdayBefore(text, names[0]?.from ?? 0, WEEKDAY_BEFORE);
    if (before === null) break;
    names.unshift(before);
  }
  if (names.length === 1) return dates;
  const inOrder = names.length === dates.length;
  return dates.map((date, index) => ({ ...date, weekday: inOrder ? (names[index] ?? null) : null }));
}

/** Every date mentioned in `text`, in the order of the text. Nothing is checked against the calendar here. */
export function dateMentions(text: string): readonly DateMention[] {
  const found: DateMention[] = [];
  for (const match of text.matchAll(WHOLE)) {
    const month = monthNumber((match[2] ?? '').toLowerCase());
    const whole = mention(text, match, month, match[3], 'words');
    found.push(...pairWeekdays(text, [...borrowed(text, whole), whole]));
  }
  for (const match of text.matchAll(FIGURES)) found.push(mention(text, match, Number(match[3]), match[4], 'figures'));
  for (const match of text.matchAll(SHORT_FIGURES)) {
    const short = mention(text, match, Number(match[2]), undefined, 'figures');
    const before = text.slice(Math.max(0, short.dateFrom - LOOK_BACK), short.dateFrom);
    if (short.weekday !== null || ANNOUNCED.test(before)) found.push(short);
  }
  return found.sort((one, other) => one.dateFrom - other.dateFrom);
}

/** Without a year, a date up to this many days before the sending means the past; notices look ahead, so the rest means what comes. */
const PAST_DAYS = 110;
const FUTURE_DAYS = 365 - PAST_DAYS;

/** The year a date without one means in a text sent on `sendDate`. */
export function yearNear(mention: DateMention, sendDate: Day): number {
  const { year } = partsOf(sendDate);
  const day = dayOf(year, mention.month, mention.date) ?? dayOf(year, mention.month, 28);
  if (day === undefined) return year;
  const ahead = daysBetween(sendDate, day);
  if (ahead < -PAST_DAYS) return year + 1;
  return ahead > FUTURE_DAYS ? year - 1 : year;
}
