import { z } from 'zod';
import { daysBetween, sayDay } from '#shared/kernel/day.ts';
import { plural } from '#shared/kernel/text.ts';
import type { ComparableNotice } from './comparableNotice.ts';
import {
  buildIndex,
  type DuplicateIndex,
  highest,
  type IndexedNotice,
  indexed,
  scoresOf,
  sharedTopic,
} from './duplicateIndex.ts';

/** `duplicate`: probably the same notice. `series`: the same subject on another date, or a reminder. `similar`: have a look. */
const verdictSchema = z.enum(['duplicate', 'series', 'similar']);
type Verdict = z.infer<typeof verdictSchema>;

/** An earlier notice that resembles a new one. The verdict is a proposal with its reasons: a person decides (P21). */
export const candidateSchema = z.object({
  id: z.string(),
  /** 0 to 1. */
  score: z.number().min(0).max(1),
  verdict: verdictSchema,
  /** Short Italian phrases, the strongest reason first; never empty. */
  why: z.array(z.string()).min(1).readonly(),
});
export type Candidate = Readonly<z.infer<typeof candidateSchema>>;

export interface DuplicateOptions {
  /** At most so many candidates. */
  readonly limit?: number;
}

/** Whether two notices name the same days, or places: `part` when each has some of its own, `unknown` when one names none. */
type Agreement = 'same' | 'part' | 'other' | 'unknown';

interface Comparison {
  readonly sameText: boolean;
  readonly samePage: boolean;
  readonly reminder: boolean;
  readonly days: Agreement;
  readonly places: Agreement;
  /** Share of the topic in common, 0 to 1. */
  readonly topic: number;
  readonly score: number;
  /** Days between the two notices. */
  readonly apart: number;
}

const LIMIT = 5;
const SHORTLIST = 30;
const SHOWN_FROM = 0.25;
const DAY_WEIGHT: Readonly<Record<Agreement, number>> = { same: 0.15, part: 0.1, other: -0.1, unknown: 0 };
const PLACE_WEIGHT: Readonly<Record<Agreement, number>> = { same: 0.1, part: 0, other: -0.1, unknown: 0 };
const LONG_AGO_DAYS = 60;
const LONG_AGO_WEIGHT = -0.1;
const SAME_PAGE_SCORE = 0.9;
const MOST_WITHOUT_SAME_TEXT = 0.99;

const shared = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one.filter((item) => other.includes(item));

function agreementOf(one: readonly string[], other: readonly string[]): Agreement {
  if (one.length === 0 || other.length === 0) return 'unknown';
  const count = shared(one, other).length;
  if (count === 0) return 'other';
  return count === Math.min(one.length, other.length) ? 'same' : 'part';
}

function compare(index: DuplicateIndex, query: IndexedNotice, one: IndexedNotice, likeness: number): Comparison {
  const sameText = query.folded !== '' && query.folded === one.folded;
  const samePage = query.page !== null && query.page === one.page;
  const days = agreementOf(query.days, one.days);
  const places = agreementOf(query.places, one.places);
  const apart = Math.abs(daysBetween(one.notice.date, query.notice.date));
  const weighed = likeness + DAY_WEIGHT[days] + PLACE_WEIGHT[places] + (apart > LONG_AGO_DAYS ? LONG_AGO_WEIGHT : 0);
  const floor = samePage ? SAME_PAGE_SCORE : 0;
  const score = sameText ? 1 : Math.max(floor, Math.min(MOST_WITHOUT_SAME_TEXT, weighed));
  return {
    sameText,
    samePage,
    reminder: query.reminder,
    days,
    places,
    topic: sharedTopic(index, query, one),
    score,
    apart,
  };
}

/** With less in common, a shared page is only the page of a service and not one news item. */
const UNRELATED_TOPIC = 0.1;
/** Least topic in common to propose a verdict, by what else agrees; measured on hand-made rewordings among 20,000 notices. */
const SAME_DAY_AND_PLACE_TOPIC = 0.1;
const SAME_DAY_TOPIC = 0.2;
/** Least topic in common to show what happens on another day. */
const NEAR_TOPIC = 0.2;
const OTHER_DAY_TOPIC = 0.5;
const UNDATED_TOPIC = 0.6;

/** What two notices probably are to each other. Errs towards `similar`, which asks for nothing but a look. */
function verdictOf(found: Comparison): Verdict {
  const { sameText, samePage, reminder, days, places, topic, apart } = found;
  const longAgo = days !== 'same' && days !== 'part' && apart > LONG_AGO_DAYS;
  const again: Verdict = days === 'other' || longAgo || (reminder && !sameText) ? 'series' : 'duplicate';
  if (sameText) return again;
  if (samePage && (topic >= UNRELATED_TOPIC || days === 'same')) return again;
  if (places === 'other' || places === 'part' || days === 'part') return 'similar';
  const least =
    days === 'other'
      ? OTHER_DAY_TOPIC
      : days === 'unknown'
        ? UNDATED_TOPIC
        : places === 'same'
          ? SAME_DAY_AND_PLACE_TOPIC
          : SAME_DAY_TOPIC;
  return topic >= least ? again : 'similar';
}

/** Another day in a street both name, and next to nothing else: a neighbour, no double (it would be one among many). */
const isOnlyNear = ({ sameText, samePage, days, topic }: Comparison): boolean =>
  !sameText && !samePage && days === 'other' && topic < NEAR_TOPIC;

const written = (place: string): string =>
  place.replace(/(?<= )(?!(?:di|del|della|dei|delle|dello) )\p{Ll}/gu, (letter) => letter.toUpperCase());

function reasonsOf(found: Comparison, query: IndexedNotice, one: IndexedNotice): readonly string[] {
  const [day] = shared(query.days, one.days);
  const [place] = shared(query.places, one.places);
  const [ours] = query.days;
  const [theirs] = one.days;
  const why: string[] = [];
  if (found.sameText) why.push('Stesso testo');
  if (found.samePage) why.push('Stesso link');
  if (day !== undefined) why.push(`Stessa data: ${sayDay(day)}`);
  if (place !== undefined) why.push(`Stesso luogo: ${written(place)}`);
  if (found.days === 'other' && ours !== undefined && theirs !== undefined) {
    why.push(`Altra data: ${sayDay(ours)}, prima ${sayDay(theirs)}`);
  }
  if (found.places === 'other') why.push('Altro luogo');
  if (found.reminder) why.push('Si presenta come promemoria');
  why.push(found.apart === 0 ? 'Nello stesso giorno' : `A distanza di ${plural(found.apart, 'giorno', 'giorni')}`);
  return why;
}

/**
 * The earlier notices most like `notice`, best first (P21). Same page and same text are found whatever their age;
 * the rest by words, days and places in common. A notice is never a candidate of itself.
 */
export function queryIndex(
  index: DuplicateIndex,
  notice: ComparableNotice,
  options: DuplicateOptions = {},
): readonly Candidate[] {
  const query = indexed(notice);
  const scores = scoresOf(index, query);
  const exact = [
    ...(index.byText.get(query.folded) ?? []),
    ...(query.page === null ? [] : (index.byPage.get(query.page) ?? [])),
  ];
  const candidates: Candidate[] = [];
  for (const position of new Set([...exact, ...highest(scores, SHORTLIST)])) {
    const one = index.notices[position];
    if (one === undefined || one.notice.id === notice.id) continue;
    const found = compare(index, query, one, scores[position] ?? 0);
    if (found.score < SHOWN_FROM || isOnlyNear(found)) continue;
    candidates.push({
      id: one.notice.id,
      score: found.score,
      verdict: verdictOf(found),
      why: reasonsOf(found, query, one),
    });
  }
  return candidates
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
    .slice(0, options.limit ?? LIMIT);
}

/** The candidates of each new notice among `sent`, in the order of `fresh` (P21). */
export function findDuplicates(
  fresh: readonly ComparableNotice[],
  sent: readonly ComparableNotice[],
  options: DuplicateOptions = {},
): readonly { readonly id: string; readonly candidates: readonly Candidate[] }[] {
  const index = buildIndex(sent);
  return fresh.map((notice) => ({ id: notice.id, candidates: queryIndex(index, notice, options) }));
}
