import type { ComparableNotice } from './comparableNotice.ts';
import { pageOf, type Traits, traitsOf } from './likeness.ts';

/** A notice with what it is compared by. */
export interface IndexedNotice extends Traits {
  readonly notice: ComparableNotice;
  /** The page its link leads to, `null` without a link of its own. */
  readonly page: string | null;
}

/** Earlier notices prepared for many queries. Positions are those of `notices`. */
export interface DuplicateIndex {
  readonly notices: readonly IndexedNotice[];
  /** Positions of the notices that hold a mark, in order. */
  readonly byMark: ReadonlyMap<string, readonly number[]>;
  readonly byPage: ReadonlyMap<string, readonly number[]>;
  readonly byText: ReadonlyMap<string, readonly number[]>;
  /** How much each mark of a notice counts: less in a long one (BM25). */
  readonly held: Float64Array;
}

const DAY = '@';
const PLACE = '#';

/** What a notice is found by: stems, days and places, each once. */
export const marksOf = ({ stems, days, places }: Traits): readonly string[] => [
  ...stems,
  ...days.map((day) => DAY + day),
  ...places.map((place) => PLACE + place),
];

/** A place is half a mark of its own: its name already counts among the stems. */
const weightOf = (mark: string): number => (mark.startsWith(PLACE) ? 0.5 : 1);

function push(map: Map<string, number[]>, key: string, position: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [position]);
  else list.push(position);
}

/** The notice with what it is compared by. */
export const indexed = (notice: ComparableNotice): IndexedNotice => ({
  ...traitsOf(notice.text, notice.date),
  notice,
  page: pageOf(notice.link),
});

/** Parameters of BM25: how soon more marks stop counting, and how much a long notice is held back. */
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.5;

const lengthOf = ({ stems, days, places }: Traits): number => stems.length + days.length + places.length;

/** How much each mark of each notice counts. */
export function heldBack(notices: readonly IndexedNotice[]): Float64Array {
  const average = Math.max(1, notices.reduce((sum, one) => sum + lengthOf(one), 0) / Math.max(1, notices.length));
  return Float64Array.from(notices, (one) => {
    const length = 1 - LENGTH_WEIGHT + (LENGTH_WEIGHT * lengthOf(one)) / average;
    return (SATURATION + 1) / (1 + SATURATION * length);
  });
}

/** Prepares earlier notices (sent ones and those in the queue), so that each query takes a few milliseconds. */
export function buildIndex(sent: readonly ComparableNotice[]) {
  const byMark = new Map<string, number[]>();
  const byPage = new Map<string, number[]>();
  const byText = new Map<string, number[]>();
  const notices = sent.map((notice, position) => {
    const entry = indexed(notice);
    for (const mark of marksOf(entry)) push(byMark, mark, position);
    if (entry.page !== null) push(byPage, entry.page, position);
    if (entry.folded !== '') push(byText, entry.folded, position);
    return entry;
  });
  return { notices, byMark, byPage, byText, held: heldBack(notices) } satisfies DuplicateIndex;
}

/** A young register counts as this large: a word in all of its few notices is not a common word yet. */
const LEAST_NOTICES = 1000;

const rarity = (index: DuplicateIndex, mark: string): number => {
  const having = index.byMark.get(mark)?.length ?? 0;
  const count = Math.max(index.notices.length, LEAST_NOTICES);
  return Math.log(1 + (count - having + 0.5) / (having + 0.5)) * weightOf(mark);
};

/** Likeness of `query` with every notice, from 0 to about 1: BM25 divided by the weight of all the marks of the query. */
export function scoresOf(index: DuplicateIndex, query: Traits): Float64Array {
  const { notices, byMark, held } = index;
  const scores = new Float64Array(notices.length);
  let whole = 0;
  for (const mark of marksOf(query)) {
    const weight = rarity(index, mark);
    whole += weight;
    for (const position of byMark.get(mark) ?? []) {
      scores[position] = (scores[position] ?? 0) + weight * (held[position] ?? 0);
    }
  }
  return whole === 0 ? scores : scores.map((score) => score / whole);
}

/** How much of what two notices are about they share, 0 to 1 (Dice over stems weighed by rarity); days and places aside. */
export function sharedTopic(index: DuplicateIndex, one: Traits, other: Traits): number {
  const weight = (stems: readonly string[]): number => stems.reduce((sum, stem) => sum + rarity(index, stem), 0);
  const theirs = new Set(other.topic);
  const whole = weight(one.topic) + weight(other.topic);
  return whole === 0 ? 0 : (2 * weight(one.topic.filter((stem) => theirs.has(stem)))) / whole;
}

/** Positions of the `count` highest scores above 0, best first. */
export function highest(scores: Float64Array, count: number): readonly number[] {
  const best: number[] = [];
  let lowest = 0;
  for (let position = 0; position < scores.length; position++) {
    const score = scores[position] ?? 0;
    if (score <= lowest) continue;
    let at = best.length;
    while (at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score) at--;
    best.splice(at, 0, position);
    if (best.length > count) best.pop();
    if (best.length === count) lowest = scores[best[count - 1] ?? 0] ?? 0;
  }
  return best;
}
