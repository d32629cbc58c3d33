import { type Day, sayDayAndYear, type Time } from '#shared/kernel/day.ts';
import { type Calendar, hoursOf, isWorkingDay } from '#shared/kernel/workdays.ts';
import { clockTime } from '#shared/text/dates/resolve.ts';
import { labelLines } from './labels.ts';
import type { DateCandidate } from './requestDates.ts';
import type { Span } from './split.ts';

/** The day of sending a request asks for, and the days it was chosen among. */
export interface SendDate {
  readonly chosen: DateCandidate | undefined;
  readonly time: Time | null;
  /** Best first, each day and time once. */
  readonly candidates: readonly DateCandidate[];
}

/** Where the days of a request stand. */
export interface DatesOfRequest {
  /** In the stretch of the request, the proposed text included. */
  readonly own: readonly DateCandidate[];
  /** Before the first of several requests: words that hold for all of them. */
  readonly common: readonly DateCandidate[];
  readonly subject: readonly DateCandidate[];
}

/** A range tells how long something lasts: without a word of sending it is no day of sending. */
const weight = (date: DateCandidate): number => (date.endDate !== null && date.cue === 0 ? -1 : date.cue);

function best(dates: readonly DateCandidate[]): readonly DateCandidate[] {
  const seen = new Set<string>();
  return [...dates]
    .sort((a, b) => weight(b) - weight(a))
    .filter(({ date, time }) => !seen.has(`${date} ${time}`) && seen.add(`${date} ${time}`));
}

/** The time on a line of its own: `Ora: 10.30`. */
function labelledTime(words: string): Time | null {
  const label = labelLines(words).find(({ kind }) => kind === 'send-time');
  if (label === undefined) return null;
  const value = words.slice(label.valueFrom, label.valueFrom + 30);
  const clock = /^\s*(?:(?:alle|dalle) )?(?:ore )?(\d{1,2})(?:[.:,](\d{2}))?(?!\d)/i.exec(value);
  return clockTime(clock?.[1], clock?.[2]) ?? null;
}

/** What stands between two tellings of one day is short: `lunedì prossimo, 30 novembre, alle 10`. */
const MOST_BETWEEN = 4;

/** The time of the same day told again right after: `lunedì prossimo, 30 novembre, alle 10`. */
const timeBeside = ({ date, to }: DateCandidate, dates: readonly DateCandidate[]): Time | undefined =>
  dates.find((one) => one.date === date && one.from >= to && one.from - to <= MOST_BETWEEN)?.time ?? undefined;

/**
 * Chooses the day of sending (P11, P14) among the days of a request. Those inside the proposed `draft` speak to the
 * citizens and are only shown; a day that nothing ties to the sending is taken only when `bare` days are (an answer to
 * "per quando?", or a text told apart from the rest). `words` is the stretch of the request.
 */
export function chooseSendDate(dates: DatesOfRequest, draft: Span | undefined, words: string, bare: boolean): SendDate {
  const inDraft = (date: DateCandidate): boolean =>
    draft !== undefined && date.from >= draft.from && date.to <= draft.to;
  const outside = dates.own.filter((date) => !inDraft(date));
  const tied = (date: DateCandidate): boolean => weight(date) > 0;
  const dated = outside.some((date) => weight(date) >= 0);
  const pool = outside.some(tied)
    ? outside
    : [...outside, ...(dated ? [] : dates.common.filter(tied)), ...dates.subject.filter(tied)];
  const candidates = best(pool.length > 0 ? pool : [...dates.own, ...dates.subject]);
  const first = candidates[0];
  const chosen = first && pool.includes(first) && weight(first) >= (bare ? 0 : 1) ? first : undefined;
  const time = chosen && (chosen.time ?? timeBeside(chosen, pool) ?? labelledTime(words));
  return { chosen, time: time ?? null, candidates };
}

/** A day that nothing ties to the sending: it may be the event’s (R46). */
export const NOT_SAID = 'non è scritto che è la data di invio';

const inHours = (calendar: Calendar, day: Day, time: Time): boolean =>
  hoursOf(calendar, day).some(({ from, to }) => from <= time && time <= to);

/** Why the chosen day must be looked at before it is taken, as the end of an Italian sentence; [] for a plain one. */
export function doubtsAbout(send: SendDate, written: Day | undefined, calendar: Calendar): readonly string[] {
  const { chosen, candidates, time } = send;
  const days = new Set(candidates.map((candidate) => candidate.date));
  if (chosen === undefined) {
    return days.size > 0 ? ['ci sono delle date ma nessuna è detta come data di invio'] : [];
  }
  const doubts: string[] = [];
  const dayWords = (): string => sayDayAndYear(chosen.date);
  if (days.size > 1) doubts.push(`nella richiesta ci sono ${days.size} date diverse`);
  if (written !== undefined && chosen.date < written) doubts.push(`${dayWords()} è prima del giorno della e-mail`);
  if (!isWorkingDay(calendar, chosen.date)) doubts.push(`${dayWords()} non è un giorno di servizio`);
  else if (time !== null && !inHours(calendar, chosen.date, time))
    doubts.push(`le ${time} sono fuori dall’orario di servizio`);
  if (weight(chosen) === 0) doubts.push(NOT_SAID);
  if (chosen.endDate !== null) doubts.push('è il primo giorno di un periodo');
  return doubts;
}
