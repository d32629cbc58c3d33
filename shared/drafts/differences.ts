/** A run of two compared texts: in both, only in the new one, or only in the old one. */
export interface Difference {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words, spaces and single marks; together they are the whole text. */
const TOKEN = /[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu;
const LONE_SPACE = /^[^\S\n]+$/;

/** Lengths of the longest common subsequence of `old` with every prefix of `fresh`; linear space. */
function lengths(old: readonly string[], fresh: readonly string[]): Uint32Array {
  const row = new Uint32Array(fresh.length + 1);
  for (const token of old) {
    let diagonal = 0;
    for (let at = 1; at <= fresh.length; at++) {
      const above = row[at] ?? 0;
      row[at] = fresh[at - 1] === token ? diagonal + 1 : Math.max(above, row[at - 1] ?? 0);
      diagonal = above;
    }
  }
  return row;
}

/** Where to cut `fresh` so that both halves of `old` keep the longest common subsequence (Hirschberg, 1975). */
function bestCut(old: readonly string[], fresh: readonly string[], middle: number): number {
  const left = lengths(old.slice(0, middle), fresh);
  const right = lengths(old.slice(middle).reverse(), [...fresh].reverse());
  let best = 0;
  for (let at = 1; at <= fresh.length; at++) {
    const total = (left[at] ?? 0) + (right[fresh.length - at] ?? 0);
    if (total > (left[best] ?? 0) + (right[fresh.length - best] ?? 0)) best = at;
  }
  return best;
}

type Push = (kind: Difference['kind'], tokens: readonly string[]) => void;

function compare(old: readonly string[], fresh: readonly string[], push: Push): void {
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start++;
  let end = 0;
  const rest = Math.min(old.length, fresh.length) - start;
  while (end < rest && old[old.length - 1 - end] === fresh[fresh.length - 1 - end]) end++;
  const oldMiddle = old.slice(start, old.length - end);
  const freshMiddle = fresh.slice(start, fresh.length - end);
  push('same', old.slice(0, start));
  const [only] = oldMiddle;
  const found = oldMiddle.length === 1 && only !== undefined ? freshMiddle.indexOf(only) : -1;
  if (oldMiddle.length === 0 || freshMiddle.length === 0 || (oldMiddle.length === 1 && found < 0)) {
    push('removed', oldMiddle);
    push('added', freshMiddle);
  } else if (oldMiddle.length === 1) {
    push('added', freshMiddle.slice(0, found));
    push('same', oldMiddle);
    push('added', freshMiddle.slice(found + 1));
  } else {
    const half = oldMiddle.length >> 1;
    const cut = bestCut(oldMiddle, freshMiddle, half);
    compare(oldMiddle.slice(0, half), freshMiddle.slice(0, cut), push);
    compare(oldMiddle.slice(half), freshMiddle.slice(cut), push);
  }
  push('same', old.slice(old.length - end));
}

/** Joins neighbours of one kind, the removed before the added; a lone space between two changes becomes part of them. */
function joined(runs: readonly Difference[]): readonly Difference[] {
  const result: Difference[] = [];
  let same = '';
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    if (same !== '') result.push({ kind: 'same', text: same });
    [same, removed, added] = ['', '', ''];
  };
  for (const { kind, text } of runs) {
    if (kind === 'same') same += text;
    else {
      if (same !== '' && removed !== '' && added !== '' && LONE_SPACE.test(same)) {
        removed += same;
        added += same;
        same = '';
      } else if (same !== '') flush();
      if (kind === 'removed') removed += text;
      else added += text;
    }
  }
  flush();
  return result;
}

/**
 * What changed from `old` to `fresh`, word by word (P24, P26). `same` and `removed` together are `old`,
 * `same` and `added` together are `fresh`; of a change the removed part comes first.
 */
export function differences(old: string, fresh: string): readonly Difference[] {
  const runs: Difference[] = [];
  compare(old.match(TOKEN) ?? [], fresh.match(TOKEN) ?? [], (kind, tokens) => {
    if (tokens.length > 0) runs.push({ kind, text: tokens.join('') });
  });
  return joined(runs);
}
