import { MOST_UNPROVED_VERSION } from './bounds.ts';
import type { Fact } from './fact.ts';

/** The fields that order facts. */
export type Ordered = Pick<Fact, 'h' | 'base' | 'ver' | 'hlc' | 'dev' | 'seq'>;

/**
 * The causal version of each fact, by its hash: one more than that of its base. The version a fact carries itself counts
 * only while its base has not arrived, and up to a bound, so that one absurd number neither wins for ever nor leaves no room
 * for the next. A function of the set alone.
 */
export function versionsOf(facts: readonly Ordered[]): ReadonlyMap<string, number> {
  const byHash = new Map(facts.map((fact) => [fact.h, fact]));
  const versions = new Map<string, number>();
  for (const fact of facts) {
    const path: Ordered[] = [];
    let next: Ordered | undefined = fact;
    while (next && !versions.has(next.h)) {
      path.push(next);
      next = next.base === null ? undefined : byHash.get(next.base);
    }
    for (const one of path.reverse()) {
      const base = one.base === null ? 0 : versions.get(one.base);
      versions.set(one.h, base === undefined ? Math.min(one.ver, MOST_UNPROVED_VERSION) : base + 1);
    }
  }
  return versions;
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Whether the facts form one chain without branches, each based on the one before: already in order, the usual case. */
export const isOneLine = (facts: readonly Ordered[]): boolean =>
  facts.every(({ base }, index) => base === (index === 0 ? null : facts[index - 1]?.h));

/**
 * The facts in one total order, the same on every desk: by causal version, then hybrid clock, then device. The hash breaks
 * the tie of what a cloned desk wrote twice at one position; duplicates are dropped.
 */
export function inOrder<One extends Ordered>(facts: readonly One[]): readonly One[] {
  if (isOneLine(facts)) return facts;
  const versions = versionsOf(facts);
  const once = new Map(facts.map((fact) => [fact.h, fact]));
  return [...once.values()].sort(
    (a, b) =>
      (versions.get(a.h) ?? a.ver) - (versions.get(b.h) ?? b.ver) ||
      compareText(a.hlc, b.hlc) ||
      compareText(a.dev, b.dev) ||
      a.seq - b.seq ||
      compareText(a.h, b.h),
  );
}

/** Folds a set of facts into a state: in total order, without duplicates, one by one. */
export function foldFacts<State>(
  facts: readonly Fact[],
  start: State,
  apply: (state: State, fact: Fact) => State,
): State {
  return inOrder(facts).reduce(apply, start);
}
