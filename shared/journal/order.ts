import type { Fact } from './fact.ts';

/** The one order of the facts of an entity, the same on every desk: by version, then clock, then device. */
export function compareFacts(a: Fact, b: Fact): number {
  if (a.ver !== b.ver) return a.ver - b.ver;
  if (a.hlc !== b.hlc) return a.hlc < b.hlc ? -1 : 1;
  if (a.dev !== b.dev) return a.dev < b.dev ? -1 : 1;
  return a.seq - b.seq;
}

/** The state that a set of facts means: sorted by `compareFacts`, doubles dropped, then applied one by one. */
export function foldFacts<State>(
  facts: readonly Fact[],
  start: State,
  apply: (state: State, fact: Fact) => State,
): State {
  const seen = new Set<string>();
  let state = start;
  for (const fact of [...facts].sort(compareFacts)) {
    if (seen.has(fact.h)) continue;
    seen.add(fact.h);
    state = apply(state, fact);
  }
  return state;
}
