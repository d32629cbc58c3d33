import type { Day } from '#shared/kernel/day.ts';
import type { EventSpan, WantedMoment } from '#shared/kernel/sendingMoment.ts';
import { findDates } from '#shared/text/dates/findDates.ts';
import { datesAnAct } from './style/engine/dates.ts';

/** Words after which a day only begins something, or dates it: what it speaks of is not over with it. */
const BEGINS =
  /(?:(?<!\p{L})(?:da|dal|dalla|del|della|dopo il|scors[oa]|nat[oaie] il)\s|(?:dall|dell)['’])(?:giorno\s+)?$/iu;
const REACH = 16;

const begins = (text: string, from: number): boolean => BEGINS.test(text.slice(Math.max(0, from - REACH), from));

const before = (one: WantedMoment, other: WantedMoment): boolean =>
  one.day === other.day ? (one.time ?? '24:00') < (other.time ?? '24:00') : one.day < other.day;

/**
 * What a text to the citizens speaks of: the first and the last of the days written in it with their number, without those
 * that date an act or only begin something («dal 2 marzo»); null when it writes none. Only proposes: a person decides.
 */
export function eventIn(text: string, today: Day): EventSpan | null {
  const moments = findDates(text, today)
    .filter(
      ({ excerpt, from, endDate }) =>
        /\d/.test(excerpt) && !datesAnAct(text, from) && !(endDate === null && begins(text, from)),
    )
    .flatMap(({ date, time, endDate, endTime }): WantedMoment[] => [
      { day: date, time: endDate === null ? (endTime ?? time) : time },
      ...(endDate === null ? [] : [{ day: endDate, time: endTime }]),
    ]);
  const [one, ...others] = moments;
  if (!one) return null;
  return {
    first: others.reduce((first, next) => (before(next, first) ? next : first), one),
    last: others.reduce((last, next) => (before(last, next) ? next : last), one),
  };
}
