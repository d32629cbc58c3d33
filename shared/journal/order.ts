import type { Fact } from './fact.ts';

/** What the order of facts hangs on. */
export type Ordered = Pick<Fact, 'h' | 'base' | 'ver' | 'hlc' | 'dev' | 'seq'>;

/**
 * The version each fact really has, by its hash: one more than that of the fact it was based on. What a fact claims of
 * itself counts only while its base has not arrived: one absurd number cannot win for ever. A function of the set alone.
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
      versions.set(one.h, base === undefined ? one.ver : base + 1);
    }
  }
  return versions;
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Each fact is based on the one before it, from the first on: the usual case, and in order as it is. */
const isOneLine = (facts: readonly Ordered[]): boolean =>
  facts.every(({ base }, index) => base === (index === 0 ? null : facts[index - 1]?.h));

/**
 * The facts in their one order, the same on every desk: by version, then clock, then device. The hash tells apart what a
 * cloned desk wrote twice at one position; doubles are dropped.
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

/** The state that a set of facts means: put in order, doubles dropped, then applied one by one. */
export function foldFacts<State>(
  facts: readonly Fact[],
  start: State,
  apply: (state: State, fact: Fact) => State,
): State {
  return inOrder(facts).reduce(apply, start);
}
