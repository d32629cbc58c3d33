import type { ComparableNotice } from './comparableNotice.ts';
import { buildIndex, type DuplicateIndex, heldBack, type IndexedNotice, indexed, marksOf } from './duplicateIndex.ts';

/** An index of notices that come, change and go while they are asked about. */
export interface GrowingIndex {
  /** As `buildIndex` would make it of the present notices, whose order is nobody's. */
  readonly current: () => DuplicateIndex;
  /** Adds a notice, or replaces the one with its id. */
  readonly put: (notice: ComparableNotice) => void;
  readonly remove: (id: string) => void;
}

type Postings = Map<string, number[]>;

/** Where `position` stands, or would stand, in an ascending list. */
function lowerBound(list: readonly number[], position: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function insert(postings: Postings, key: string, position: number): void {
  const list = postings.get(key);
  if (list) list.splice(lowerBound(list, position), 0, position);
  else postings.set(key, [position]);
}

function takeOut(postings: Postings, key: string, position: number): void {
  const list = postings.get(key);
  if (list?.length === 1) postings.delete(key);
  else list?.splice(lowerBound(list, position), 1);
}

/** Prepares notices once; from then on a change costs what its own words cost, not those of all the others. */
export function growingIndex(notices: readonly ComparableNotice[]): GrowingIndex {
  const built = buildIndex(notices);
  const positions = new Map(built.notices.map((one, position) => [one.notice.id, position]));
  let held: Float64Array | undefined = built.held;

  const each = (one: IndexedNotice, position: number, act: typeof insert): void => {
    for (const mark of marksOf(one)) act(built.byMark, mark, position);
    if (one.page !== null) act(built.byPage, one.page, position);
    if (one.folded !== '') act(built.byText, one.folded, position);
  };
  const insertAt = (one: IndexedNotice, position: number): void => {
    built.notices[position] = one;
    positions.set(one.notice.id, position);
    each(one, position, insert);
  };
  const remove = (id: string): void => {
    const position = positions.get(id);
    const gone = position === undefined ? undefined : built.notices[position];
    if (position === undefined || !gone) return;
    each(gone, position, takeOut);
    positions.delete(id);
    const last = built.notices.length - 1;
    const moved = built.notices[last];
    if (moved && last !== position) {
      each(moved, last, takeOut);
      insertAt(moved, position);
    }
    built.notices.length = last;
    held = undefined;
  };
  return {
    current: () => {
      held ??= heldBack(built.notices);
      return { ...built, held };
    },
    put: (notice) => {
      remove(notice.id);
      insertAt(indexed(notice), built.notices.length);
      held = undefined;
    },
    remove,
  };
}
