import { addDays, type Day, dayOf, weekdayOf } from '#shared/kernel/day.ts';
import { type DateMention, yearNear } from '#shared/text/dates/mentions.ts';

/** A date of the draft with the calendar day it means. */
export interface WrittenDate extends DateMention {
  /** The day meant, `undefined` when the calendar does not have it (31 novembre). */
  readonly day: Day | undefined;
  /** Whether the year was not written and was taken near the day of sending. */
  readonly inferred: boolean;
  /** Whether it dates an act (`ordinanza n. 43 del 27 maggio`) and not what happens. */
  readonly ofAct: boolean;
}

const LEAP_YEAR = 2024;
const ACT =
  /(?:ordinanz[ae]|deliber\w*|determin\w*|decret[oi]|legg[ei]|regolament[oi]|protocollo|prot\.|circolar[ei]|not[ae]|verbal[ei]|articol[oi]|bando)[^.\n]{0,12}(?:n\.?|numero|nr\.)?[^\n]{0,14}\s(?:del|in data|dell['’])\s*$/i;
const LOOK_BACK = 60;

/** The year that is the only one written in the text, `undefined` when there are none or several. */
function onlyYear(mentions: readonly DateMention[]): number | undefined {
  const years = new Set(mentions.map((one) => one.year).filter((year) => year !== null));
  return years.size === 1 ? [...years][0] : undefined;
}

/** Whether `year` makes the weekday and the date of `mention` agree. */
function fits(mention: DateMention, year: number): boolean {
  const day = dayOf(year, mention.month, mention.date);
  return day !== undefined && mention.weekday !== null && weekdayOf(day) === mention.weekday.value;
}

/** Whether the date at `from` dates an act (`ordinanza n. 43 del 27 maggio`) and not what happens. */
export const datesAnAct = (text: string, from: number): boolean =>
  ACT.test(text.slice(Math.max(0, from - LOOK_BACK), from));

/** Gives each mention its calendar day; a missing year is the one written elsewhere that fits, else the nearest to `sendDate`. */
export function resolveDates(text: string, mentions: readonly DateMention[], sendDate: Day): readonly WrittenDate[] {
  const elsewhere = onlyYear(mentions);
  return mentions.map((mention) => {
    const near = elsewhere !== undefined && fits(mention, elsewhere) ? elsewhere : yearNear(mention, sendDate);
    const year = mention.year ?? near;
    return {
      ...mention,
      day: dayOf(year, mention.month, mention.date),
      inferred: mention.year === null,
      ofAct: datesAnAct(text, mention.from),
    };
  });
}

/** Whether some year has this day of the month: 29 February has, 31 November has not. */
export const existsInSomeYear = (mention: DateMention): boolean =>
  dayOf(LEAP_YEAR, mention.month, mention.date) !== undefined;

/** The day nearest to `day` that falls on `weekday` (0 = domenica), at most 3 days away. */
export function nearestWeekday(day: Day, weekday: number): Day {
  const ahead = (weekday - weekdayOf(day) + 7) % 7;
  return addDays(day, ahead > 3 ? ahead - 7 : ahead);
}
