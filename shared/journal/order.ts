import type { Fact } from './fact.ts';

/**
 * The one order of the facts of an entity, the same on every desk: by version, then clock, then device.
 * The hash tells apart what a cloned desk wrote twice at one position.
 */
export function compareFacts(a: Fact, b: Fact): number {
  if (a.ver !== b.ver) return a.ver - b.ver;
  if (a.hlc !== b.hlc) return a.hlc < b.hlc ? -1 : 1;
  if (a.dev !== b.dev) return a.dev < b.dev ? -1 : 1;
  if (a.seq !== b.seq) return a.seq - b.seq;
  if (a.h !== b.h) return a.h < b.h ? -1 : 1;
  return 0;
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
