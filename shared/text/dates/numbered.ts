import { addDays, type Day, dayOf, partsOf } from '#shared/kernel/day.ts';
import { inMonth, nearestYear, nextNumbered } from './resolve.ts';
import {
  date,
  dateNumber,
  GAP,
  month,
  monthNumber,
  SPACE,
  weekday,
  weekdayNumber,
  yearAfterDigits,
  yearAfterName,
  yearNumber,
} from './words.ts';

export type Groups = Readonly<Record<string, string | undefined>>;

/** One day read by a rule. */
export interface Reading {
  readonly day: Day;
  /** Last day of a range. */
  readonly end?: Day | undefined;
  /** The weekday written beside the date, 0 = domenica. */
  readonly weekday?: number | undefined;
  /** Where in the match this day is written; the whole match by default. */
  readonly at?: number;
}

/** One form of writing days: a pattern for `plainForm` text and what its groups mean on the day of the message. */
export interface DateRule {
  /** A quick look that tells where the pattern has no chance: most forms are in no given text. */
  readonly hint: RegExp;
  readonly pattern: RegExp;
  readonly read: (groups: Groups, reference: Day | undefined) => readonly Reading[];
}

/** The reading of a day, or nothing when the calendar has no such day. */
export const one = (day: Day | undefined, more: Omit<Reading, 'day'> = {}): readonly Reading[] =>
  day === undefined ? [] : [{ day, ...more }];

const weekdayOfName = (name: string | undefined): number | undefined =>
  name === undefined ? undefined : weekdayNumber(name);

const NOT_INSIDE_NUMBER = '(?<!\\d)(?<!\\d[/.,:-])';
const ARTICLE = "(?:\\bil\\s(?:giorno\\s|prossimo\\s)?|\\bgiorno\\s|\\b[dl]')?";
/** What follows a number that is an amount, a duration or an age. */
const NOT_QUANTITY =
  '(?!\\s?(?:anni|mesi|ore(?! ?\\d)|giorni|minuti|euro|€|%|km|kg|mq|posti|persone|iscritti|punti|classi?|anno|piano)(?![a-zà-ü]))';

interface DayParts {
  readonly year: string | undefined;
  readonly month: number;
  readonly date: number;
  readonly weekday?: number | undefined;
}

/** The day of a written date; without its year the nearest one counts. */
function dayNear(reference: Day | undefined, { year, month, date, weekday }: DayParts): Day | undefined {
  if (year !== undefined) return dayOf(yearNumber(year), month, date);
  return nearestYear(reference, month, date, weekday);
}

/** The first day of a range that ends on `end`, when its month or year may be left out. */
function rangeStart(end: Day, date: number, month: number | undefined, year: number | undefined): Day | undefined {
  const last = partsOf(end);
  const startMonth = month ?? last.month;
  return dayOf(year ?? (startMonth > last.month ? last.year - 1 : last.year), startMonth, date);
}

function readRange(groups: Groups, end: Day | undefined, startMonth: number | undefined): readonly Reading[] {
  if (end === undefined) return [];
  const startYear = groups.y1 === undefined ? undefined : yearNumber(groups.y1);
  const start = rangeStart(end, dateNumber(groups.d1 ?? ''), startMonth, startYear);
  if (start === undefined || start > end) return [];
  return one(start, { end, weekday: weekdayOfName(groups.w1) });
}

const isoDate: DateRule = {
  hint: /\d{4}[-/]\d/,
  pattern: /(?<!\d)(?<y>\d{4})(?<sep>[-/])(?<m>\d{2})\k<sep>(?<d>\d{2})(?![\d/-])/g,
  read: (groups) => one(dayOf(Number(groups.y), Number(groups.m), Number(groups.d))),
};

const namedRange: DateRule = {
  hint: /\b(?:dall?|da|[tf]ra)['\s]?[\s\S]{0,60}?\s(?:al?|e)['\s]/,
  pattern: new RegExp(
    `\\b(?:dal(?:l')?|da|tra|fra)\\s?(?:il\\s|l')?(?:${weekday('w1')}\\s)?${date('d1')}(?:${SPACE}${month('m1')}(?:${yearAfterName('y1')})?)?,?` +
      `${SPACE}(?:(?:fino\\s)?al(?:l')?|a|e)\\s?(?:il\\s|l')?(?:${weekday('w2')}\\s)?${date('d2')}${SPACE}${month('m2')}(?:${yearAfterName('y2')})?`,
    'g',
  ),
  read: (groups, reference) => {
    const end = dayNear(reference, {
      year: groups.y2,
      month: monthNumber(groups.m2 ?? ''),
      date: dateNumber(groups.d2 ?? ''),
    });
    return readRange(groups, end, groups.m1 === undefined ? undefined : monthNumber(groups.m1));
  },
};

const numericRange: DateRule = {
  hint: /\bdal?\s[^\n]{0,15}\d[/.-]\d/,
  pattern: new RegExp(
    `\\bdal?\\s(?:${weekday('w1')}\\s)?(?<d1>\\d{1,2})(?<sep>[/.-])(?<m1>\\d{1,2})(?:${yearAfterDigits('y1')})?` +
      `${SPACE}al?\\s(?:${weekday('w2')}\\s)?(?<d2>\\d{1,2})\\k<sep>(?<m2>\\d{1,2})(?:${yearAfterDigits('y2')})?(?![/.-]?\\d)`,
    'g',
  ),
  read: (groups, reference) => {
    const end = dayNear(reference, { year: groups.y2, month: Number(groups.m2), date: Number(groups.d2) });
    return readRange(groups, end, Number(groups.m1));
  },
};

const dashedRange: DateRule = {
  hint: /(?:\d|primo)[°º^]?\s?[-–/]\s?(?:\d{1,2}|primo)[°º^]?\s{1,4}[a-z]/,
  pattern: new RegExp(
    `(?:${weekday('w1')}\\s)?${NOT_INSIDE_NUMBER}${date('d1')}\\s?[-–/]\\s?${date('d2')}${SPACE}${month('m2')}(?:${yearAfterName('y2')})?`,
    'g',
  ),
  read: (groups, reference) => {
    const end = dayNear(reference, {
      year: groups.y2,
      month: monthNumber(groups.m2 ?? ''),
      date: dateNumber(groups.d2 ?? ''),
    });
    return readRange(groups, end, undefined);
  },
};

/** `12 e 13`, `2 e domenica 3`: what every list has. */
const AND_BETWEEN = /(?:\d|primo)[°º^]?\s(?:e|ed|o|oppure)\s/;
const LIST_ITEM = `(?:il\\s|l')?(?:${weekday('w')}\\s)?${date('d')}`;
const listItem = (suffix: string): string => LIST_ITEM.replace('<w>', `<w${suffix}>`).replace('<d>', `<d${suffix}>`);

function readItems(groups: Groups, reference: Day | undefined, month: number): readonly Reading[] {
  return [...(groups.items ?? '').matchAll(new RegExp(`(?<!\\w)${LIST_ITEM}`, 'g'))].flatMap((item) => {
    const named = weekdayOfName(item.groups?.w);
    const parts = { year: groups.y, month, date: dateNumber(item.groups?.d ?? ''), weekday: named };
    return one(dayNear(reference, parts), { weekday: named, at: item.index });
  });
}

/** `12, 13 e 14 dicembre`, `sabato 2 e domenica 3 dicembre`: one reading a day. */
const listOfDays: DateRule = {
  hint: AND_BETWEEN,
  pattern: new RegExp(
    `${NOT_INSIDE_NUMBER}(?<!\\w)(?<items>${listItem('A')}(?:\\s?,\\s?${listItem('B')}){0,6}\\s(?:e|ed|o|oppure)\\s${listItem('C')})${SPACE}${month('m')}(?:${yearAfterName('y')})?`,
    'g',
  ),
  read: (groups, reference) => readItems(groups, reference, monthNumber(groups.m ?? '')),
};

/** `3, 10, 17 dicembre`: three days at least, or a comma tells nothing. */
const commaListOfDays: DateRule = {
  hint: /\d[°º^]?\s?,\s?(?:[a-zì]{3,9}\s)?\d{1,2}[°º^]?\s?,\s?(?:[a-zì]{3,9}\s)?\d/,
  pattern: new RegExp(
    `${NOT_INSIDE_NUMBER}(?<!\\w)(?<items>${listItem('A')}\\s?,\\s?${listItem('B')}(?:\\s?,\\s?${listItem('C')}){1,6})${SPACE}${month('m')}(?:${yearAfterName('y')})?`,
    'g',
  ),
  read: (groups, reference) => readItems(groups, reference, monthNumber(groups.m ?? '')),
};

/** `7, 8 e 9/12`: the days of one month in digits. */
const numericListOfDays: DateRule = {
  hint: AND_BETWEEN,
  pattern: new RegExp(
    `${NOT_INSIDE_NUMBER}(?<!\\w)(?<items>${listItem('A')}(?:\\s?,\\s?${listItem('B')}){0,6}\\s(?:e|ed|o|oppure)\\s${listItem('C')})/(?<m>\\d{1,2})(?:${yearAfterDigits('y')})?(?![/.-]?\\d)`,
    'g',
  ),
  read: (groups, reference) => readItems(groups, reference, Number(groups.m)),
};

const namedDate: DateRule = {
  hint: /(?:\d|primo)[°º^]?\s{0,4}(?:[-/]\s?)?(?:di\s|del mese di\s)?(?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)/,
  pattern: new RegExp(
    `(?:\\b${weekday('w')}${GAP},?${GAP}\\(?(?:prossimo\\s)?)?${ARTICLE}${NOT_INSIDE_NUMBER}${date('d')}(?:${GAP}|\\s?[-/]\\s?)(?:di\\s|del mese di\\s)?${month('m')}(?:${yearAfterName('y')})?` +
      `(?:\\s?\\(?${weekday('after')}(?![a-zà-ü])(?!\\s{1,2}\\d)\\)?|,\\s${weekday('apart')}(?=\\s?,|\\s?$|\\s?\\n|\\.\\s))?(?:\\sp\\.\\s?v\\.?)?`,
    'g',
  ),
  read: (groups, reference) => {
    const named = weekdayOfName(groups.w ?? groups.after ?? groups.apart);
    const parts = {
      year: groups.y,
      month: monthNumber(groups.m ?? ''),
      date: dateNumber(groups.d ?? ''),
      weekday: named,
    };
    return one(dayNear(reference, parts), { weekday: named });
  },
};

/** `7/12`, `07.12.2023`, `7-12-23`. Without a year a dot or a dash is a date only after a word that says so. */
const numericDate: DateRule = {
  hint: /\d[/.-]\d/,
  pattern: new RegExp(
    `(?:(?<said>\\b(?:il|(?:il\\s)?giorno)\\s|(?<=\\b(?:entro|al|dal|del|per|data)\\s)|\\bl')|\\b${weekday('w')}${GAP},?${GAP}(?:(?:il|prossimo)\\s)?)?` +
      `(?<!\\bore\\s)${NOT_INSIDE_NUMBER}(?<d>\\d{1,2})(?<sep>[/.-])(?<m>\\d{1,2})(?:\\k<sep>(?<y>(?:19|20)\\d{2}|\\d{2}))?(?![/.-]?\\d)${NOT_QUANTITY}(?:\\s?\\(?${weekday('after')}(?![a-zà-ü])(?!\\s{1,2}\\d)\\)?)?`,
    'g',
  ),
  read: (groups, reference) => {
    const bare = groups.y === undefined;
    if (bare && groups.sep === '.' && groups.said === undefined && groups.w === undefined) return [];
    if (bare && groups.sep === '-' && groups.said === undefined) return [];
    const named = weekdayOfName(groups.w ?? groups.after);
    const parts = { year: groups.y, month: Number(groups.m), date: Number(groups.d), weekday: named };
    return one(dayNear(reference, parts), { weekday: named });
  },
};

/** `12 c.m.`, `12 p.v.`, `il 5 p.m.`, `15 del mese prossimo`. */
const monthByReference: DateRule = {
  hint: /(?:\d|primo)[°º^]?\s?(?:c\.|p\.|corrente|del |di questo)/,
  pattern: new RegExp(
    `(?:\\b${weekday('w')}\\s)?(?<said>\\b(?:il|del|giorno)\\s)?${NOT_INSIDE_NUMBER}${date('d')}\\s?` +
      `(?<which>c\\.\\s?m\\.?|p\\.\\s?v\\.?|p\\.\\s?m\\.?|corrente(?: mese)?|(?:del|di questo) (?:corrente mese|mese corrente|mese prossimo|prossimo mese|mese))(?![a-zà-ü])`,
    'g',
  ),
  read: (groups, reference) => {
    if (reference === undefined) return [];
    const { year, month: current } = partsOf(reference);
    const which = groups.which ?? '';
    const dateOfMonth = dateNumber(groups.d ?? '');
    const named = weekdayOfName(groups.w);
    if (/^p\.\s?m/.test(which) && groups.said === undefined && named === undefined) return [];
    if (/^p\.\s?v/.test(which)) return one(nextNumbered(addDays(reference, 1), dateOfMonth), { weekday: named });
    const next = /^p\.\s?m|prossimo/.test(which) ? 1 : 0;
    return one(inMonth(year, current + next, dateOfMonth), { weekday: named });
  },
};

/** A verb of sending right before `il 3`: only then a bare number is a day. */
const SENDING_ON =
  '(?<=\\b(?:invi(?:are|o|arlo|arla|ate)|pubblicar(?:e|lo|la)|mandar(?:e|lo|la)|spedire|diffondere)\\s(?:per\\s|entro\\s)?)';
/** `giovedì 7`, `il giorno 15`, `da inviare il 3`: the next day with that number. */
const dayByNumber: DateRule = {
  hint: new RegExp(
    `(?:[ìií]l?|'|\\u0300|\\u0301|to|ca|lun|mar|mer|gio|ven|sab|dom|no)\\.?${SPACE}${date('d')}(?![.:,/]?\\d)(?!${GAP}${month('m')})`,
  ),
  pattern: new RegExp(
    `(?:\\b(?:${weekday('w')}|giorno)|${SENDING_ON}il)${SPACE}${date('d')}(?![.:,/]?\\d)(?!\\s{0,2}[-–]\\s{0,2}\\d)(?!${GAP}${month('m')})(?!\\s(?:e|o)\\s\\d)${NOT_QUANTITY}(?:\\sp\\.\\s?v\\.?)?`,
    'g',
  ),
  read: (groups, reference) => {
    if (reference === undefined) return [];
    return one(nextNumbered(reference, dateNumber(groups.d ?? '')), { weekday: weekdayOfName(groups.w) });
  },
};

/** Days written with their number, the most telling forms first: what one rule took, the next ones leave. */
export const NUMBERED_RULES: readonly DateRule[] = [
  isoDate,
  namedRange,
  numericRange,
  dashedRange,
  listOfDays,
  commaListOfDays,
  numericListOfDays,
  namedDate,
  numericDate,
  monthByReference,
  dayByNumber,
];
