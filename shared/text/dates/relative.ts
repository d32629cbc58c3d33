import { addDays, type Day } from '#shared/kernel/day.ts';
import { type DateRule, type Groups, one, type Reading } from './numbered.ts';
import { addMonths, monthEnd, nextWeekday, weekdayOfNextWeek } from './resolve.ts';
import { fullWeekday, month, monthNumber, SPACE, weekdayNumber } from './words.ts';

const MONDAY = 1;
const AHEAD: Readonly<Record<string, number>> = { domani: 1, domattina: 1, dopodomani: 2 };
const NUMBERS: Readonly<Record<string, number>> = {
  un: 1,
  una: 1,
  due: 2,
  tre: 3,
  quattro: 4,
  cinque: 5,
  sei: 6,
  sette: 7,
  otto: 8,
  dieci: 10,
  quindici: 15,
  venti: 20,
};

/** A rule that needs the day of the message: without it, nothing is read. */
function relativeTo(read: (groups: Groups, reference: Day) => Day | undefined) {
  return (groups: Groups, reference: Day | undefined): readonly Reading[] =>
    reference === undefined ? [] : one(read(groups, reference));
}

const near: DateRule = {
  hint: /oggi|giornata|immediat|subito|stama|stase|quest[oa] |doman|domat/,
  pattern:
    /\b(?<word>oggi|(?:in|entro la) giornata(?! d)|immediat[oa](?:mente)?|subito|stamattina|stamane|stasera|quest[oa] (?:mattina|pomeriggio|sera)|dopodomani|domani|domattina)(?: stesso)?(?![a-zà-ü])/g,
  read: relativeTo((groups, reference) => addDays(reference, AHEAD[groups.word ?? ''] ?? 0)),
};

const inSomeTime: DateRule = {
  hint: /\b[tf]ra\s/,
  pattern: new RegExp(
    `\\b(?:tra|fra)${SPACE}(?<count>\\d{1,2}|${Object.keys(NUMBERS).join('|')})${SPACE}(?<unit>giorn[oi]|settiman[ae]|mes[ei])(?![a-zà-ü])(?!\\s(?:lavorativ|feriali))`,
    'g',
  ),
  read: relativeTo((groups, reference) => {
    const count = NUMBERS[groups.count ?? ''] ?? Number(groups.count);
    if (groups.unit?.startsWith('m')) return addMonths(reference, count);
    return addDays(reference, groups.unit?.startsWith('s') ? count * 7 : count);
  }),
};

const NEXT_WEEK = '(?:prossima settimana|settimana prossima)';
const nextWeek: DateRule = {
  hint: /settimana/,
  pattern: new RegExp(
    `\\b(?:${fullWeekday('before')}\\s(?:(?:del)?la\\s|di\\s)?)?(?:(?:del)?la\\s)?${NEXT_WEEK}(?:,?\\s${fullWeekday('after')})?(?![a-zà-ü])`,
    'g',
  ),
  read: relativeTo((groups, reference) => {
    const named = groups.before ?? groups.after;
    return weekdayOfNextWeek(reference, named === undefined ? MONDAY : weekdayNumber(named));
  }),
};

const endOfMonth: DateRule = {
  hint: /\bfine\s/,
  pattern:
    /\bfine\s(?:(?:del|di questo|di)\s)?(?:(?<next>mese prossimo|prossimo mese)|mese(?! di)|(?<year>anno))(?![a-zà-ü])/g,
  read: relativeTo((groups, reference) => {
    if (groups.year !== undefined) return `${reference.slice(0, 4)}-12-31`;
    return monthEnd(reference, groups.next === undefined ? 0 : 1);
  }),
};

/** `entro fine dicembre`; without `entro` the end of a month is only a rough time, and is left out. */
const endOfNamedMonth: DateRule = {
  hint: /\bfine\s/,
  pattern: new RegExp(`\\bentro\\s(?:la\\s)?fine\\s(?:di\\s|del mese di\\s)?${month('m')}`, 'g'),
  read: relativeTo((groups, reference) => {
    const ahead = (monthNumber(groups.m ?? '') - Number(reference.slice(5, 7)) + 12) % 12;
    return monthEnd(reference, ahead);
  }),
};

const weekdayAlone: DateRule = {
  hint: /luned|marted|mercoled|gioved|venerd|sabato|domenica/,
  pattern: new RegExp(
    `(?:\\bprossim[oa]\\s)?\\b${fullWeekday('w')}(?![a-zà-ü])(?:\\s(?:prossim[oa]|p\\.\\s?v\\.?|venturo))?`,
    'g',
  ),
  read: relativeTo((groups, reference) => nextWeekday(reference, weekdayNumber(groups.w ?? ''))),
};

/** Days told by their distance from the day of the message. */
export const RELATIVE_RULES: readonly DateRule[] = [
  near,
  inSomeTime,
  nextWeek,
  endOfMonth,
  endOfNamedMonth,
  weekdayAlone,
];
