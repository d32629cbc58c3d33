import { MONTHS, WEEKDAYS } from '#shared/kernel/day.ts';

/**
 * Pieces of the date grammar as regular expression sources, to be matched on `plainForm` text.
 * Every repetition is bounded, so that a match costs the same wherever it starts (hostile texts stay linear).
 */

/** Up to four blanks, a line break included: dates are often wrapped. */
export const GAP = '\\s{0,4}';
/** At least one blank. */
export const SPACE = '\\s{1,4}';

/** An accented final i in all its spellings: ì, í, i, i', and i with a combining accent. */
const I = "(?:i[\\u0300\\u0301']?|[ìí]'?)";
export const WEEKDAY_NAME = `(?:(?:lune|marte|mercole|giove|vener)d${I}|sabato|domenica)`;
export const WEEKDAY_SHORT = 'lun|mar|mer|gio|ven|sab|dom';
/** A weekday in full or shortened; group `name`. */
export const weekday = (name: string): string => `(?<${name}>${WEEKDAY_NAME}|${WEEKDAY_SHORT})\\.?`;
/** A weekday in full; group `name`. */
export const fullWeekday = (name: string): string => `(?<${name}>${WEEKDAY_NAME})`;

export const MONTH_SHORT = 'genn?|febb?|mar|apr|mag|giu|lug|ago|sett?|ott|nov|dic';
const MONTH_NAME = `(?:${MONTHS.join('|')}|${MONTH_SHORT})`;
/** A month by name, full or shortened; group `name`. */
export const month = (name: string): string => `(?<${name}>${MONTH_NAME})(?![a-zà-ü])\\.?`;
/** Day of the month, also `1°` and `primo`; group `name`. */
export const date = (name: string): string => `(?<${name}>\\d{1,2}|primo)(?!\\d)[°º^]?`;
/** A year after a month's name: four digits, or two after an apostrophe or a dash (`12-dic-26`); group `name`. */
export const yearAfterName = (name: string): string =>
  `(?:[\\s.,/-]{1,3}(?:del(?:l'anno)?\\s)?(?<${name}>(?:19|20)\\d{2}|(?:'|(?<=[a-z.][/-]))\\d{2})(?![\\d.:,]\\d|\\d)|${SPACE}c\\.\\s?a\\.)`;
/** A year in digits: `/2023`, `.23`; group `name`. */
export const yearAfterDigits = (name: string): string => `[/.-](?<${name}>(?:19|20)\\d{2}|\\d{2})(?!\\d)`;

const CLOCK_WORD =
  "(?:(?:alle|all'|dalle|per le|dopo le|entro le|verso le|non prima delle|a partire dalle)\\s{0,2}(?:ore\\s{1,2})?" +
  '|ore\\s{1,2}|h\\.?\\s{0,2})';
const NOON = 'a mezzogiorno';
/** Hours and minutes as they are said; a number stands for itself. */
const SAID_NUMBERS: Readonly<Record<string, number>> = {
  una: 1,
  due: 2,
  tre: 3,
  quattro: 4,
  cinque: 5,
  sei: 6,
  sette: 7,
  otto: 8,
  nove: 9,
  dieci: 10,
  undici: 11,
  dodici: 12,
  tredici: 13,
  quattordici: 14,
  quindici: 15,
  sedici: 16,
  diciassette: 17,
  diciotto: 18,
  diciannove: 19,
  venti: 20,
  ventuno: 21,
  ventidue: 22,
  trenta: 30,
  quaranta: 40,
  cinquanta: 50,
  mezza: 30,
  mezzo: 30,
  'un quarto': 15,
  'tre quarti': 45,
};
const NO_LETTER = '(?![a-zà-ü])';
const SAID_HOUR =
  'una|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici|diciassette|diciotto|diciannove|venti|ventuno|ventidue';
const SAID_MINUTES = 'mezz[ao]|un quarto|tre quarti|cinque|dieci|quindici|venti|trenta|quaranta|cinquanta';
/** `e mezza`, `e un quarto`, `e 30`, `meno un quarto`; a number of people or of the month is none. */
const minutesSaid = (suffix: string): string =>
  `(?:\\s{1,2}e\\s{1,2}(?<past${suffix}>(?:${SAID_MINUTES})${NO_LETTER}|[0-5]\\d(?![\\d/.,:])(?!\\s{0,2}(?:${MONTH_NAME}|post[io]|person|euro|€)))` +
  `|\\s{1,2}meno\\s{1,2}(?<less${suffix}>(?:un quarto|cinque|dieci|venti)${NO_LETTER}|[0-5]?\\d(?!\\d)))?`;
const LATE = '(?:\\s{1,2}(?:del|della|di|nel)\\s{1,2}(?<late>mattin[ao]|mattinata|pomeriggio|sera))';
/** What follows an hour in words; `alle due associazioni` is none. */
const AFTER_SAID =
  '(?=\\s{0,2}(?:[,.;:!?)\\n–-]|$)|\\s{1,2}(?:e|meno|alle|del|della|di|nel|in punto|circa|presso|questo|questa|il|lo|la|un|una)\\s)';
const clock = (suffix: string): string =>
  `(?:(?<hour${suffix}>\\d{1,2})(?:[.:,](?<minute${suffix}>\\d{2}))?(?!\\d|/\\d{1,2}/)|(?<said${suffix}>${SAID_HOUR})${NO_LETTER}${AFTER_SAID})${minutesSaid(suffix)}`;
const PART = '(?:(?:in |di |nel |la |al )?(?<part>mattin[ao]|mattinata|pomeriggio|sera|serata))';
const CLOCK_RANGE = `${CLOCK_WORD}${clock('')}(?:\\s{0,2}(?:alle|all'|-|–|/)\\s{0,2}(?:ore\\s{1,2})?${clock('To')})?${LATE}?`;
/** The time after a date: `alle 9,30`, `alle nove e mezza`, `ore 15`, `h 9`, `dalle 9 alle 12`, `10:00`; see `timesOf`. */
export const TIME_AFTER =
  `(?:,?${SPACE}${PART}(?![a-zà-ü]))?` +
  `(?:[,;]?\\s{0,3}[-–]?\\s{0,2}\\(?(?:` +
  `${CLOCK_RANGE}` +
  `|(?<noon>${NOON})|(?<=[\\s(-])(?<hourBare>\\d{1,2})(?::(?<minuteBare>\\d{2})|\\.(?<minuteDot>[0-5]\\d)(?!\\s?(?:€|euro)))(?![\\d.,:]\\d|\\d)))?`;
/** The time before a date, at the end of what precedes it: `alle ore 10 di` (lunedì), `09:30 del`, `a mezzogiorno di`; group `whole`. */
export const TIME_BEFORE = new RegExp(
  `(?:^|[^a-zà-ü\\d])(?<whole>(?:(?<noon>${NOON})|${CLOCK_RANGE}),?` +
    `(?:\\s{1,2}(?:di|del|dell'|della giornata di|del giorno|nella giornata di))?\\s{1,2}` +
    `|(?<hourBare>\\d{1,2})[.:](?<minuteBare>[0-5]\\d)\\s{1,2}(?:di|del|del giorno)\\s{1,2})$`,
);

const numberSaid = (words: string): number => SAID_NUMBERS[words] ?? Number(words);

/** Hours and minutes of the groups of a time, `suffix` of its end; undefined when the groups hold none. */
export function clockSaid(
  groups: Readonly<Record<string, string | undefined>>,
  suffix: '' | 'To',
): { readonly hour: number; readonly minute: number } | undefined {
  const bare = suffix === '';
  const hour = groups[`hour${suffix}`] ?? groups[`said${suffix}`] ?? (bare ? groups.hourBare : undefined);
  if (hour === undefined) return undefined;
  const minute = groups[`minute${suffix}`] ?? (bare ? (groups.minuteBare ?? groups.minuteDot) : undefined);
  const [past, less] = [groups[`past${suffix}`], groups[`less${suffix}`]];
  const minutes = numberSaid(hour) * 60 + numberSaid(past ?? minute ?? '0') - numberSaid(less ?? '0');
  return minutes < 0 ? undefined : { hour: Math.floor(minutes / 60), minute: minutes % 60 };
}

const STEM_LENGTH = 3;
const MONTH_STEMS = MONTHS.map((month) => month.slice(0, STEM_LENGTH));
const WEEKDAY_STEMS = WEEKDAYS.map((weekday) => weekday.slice(0, STEM_LENGTH));

/** Month 1–12 of a name matched by `month`. */
export const monthNumber = (name: string): number => MONTH_STEMS.indexOf(name.slice(0, STEM_LENGTH)) + 1;
/** Weekday 0 = domenica … 6 = sabato of a name matched by `weekday`. */
export const weekdayNumber = (name: string): number => WEEKDAY_STEMS.indexOf(name.slice(0, STEM_LENGTH));
/** Day of the month of a text matched by `date`. */
export const dateNumber = (text: string): number => (text === 'primo' ? 1 : Number(text));
/** Full year of the digits matched by a year piece: two digits are of this century. */
export function yearNumber(text: string): number {
  const year = Number(text.replace("'", ''));
  return year < 100 ? 2000 + year : year;
}
