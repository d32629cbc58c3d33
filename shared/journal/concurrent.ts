import type { Fact } from './fact.ts';
import { inOrder, isOneLine } from './order.ts';

/**
 * The facts of one entity that set the same thing concurrently (the heads), in order: the last one wins, and people see
 * the others beside it. With one fact, or none, there is no conflict.
 *
 * A fact knows its base, what its own desk wrote before, and all that those knew (happened-before). `sets` tells whether a
 * fact sets the thing; `resolves` names by hash the facts in conflict that it decides between.
 */
export function headsOf(
  facts: readonly Fact[],
  sets: (fact: Fact) => boolean,
  resolves: (fact: Fact) => readonly string[] = () => [],
): readonly Fact[] {
  const ordered = inOrder(facts);
  if (isOneLine(ordered)) return ordered.filter(sets).slice(-1);
  const known = new Map<string, ReadonlySet<string>>();
  const lastOfDevice = new Map<string, string>();
  const passed = new Set<string>();
  const index = new Map(ordered.map(({ h }, at) => [h, at]));
  /** Its desk wrote it before, and then a base as new or newer: without that, a copy of the desk wrote it. */
  const isOwnPast = (own: string, { base }: Fact): boolean =>
    base !== null && (index.get(own) ?? 0) <= (index.get(base) ?? ordered.length);
  for (const fact of ordered) {
    const own = lastOfDevice.get(fact.dev);
    const before = [fact.base, own !== undefined && isOwnPast(own, fact) ? own : null].filter((hash) => hash !== null);
    const knows = new Set([...before, ...before.flatMap((hash) => [...(known.get(hash) ?? [])]), ...resolves(fact)]);
    known.set(fact.h, knows);
    lastOfDevice.set(fact.dev, fact.h);
    if (sets(fact)) for (const hash of knows) passed.add(hash);
  }
  return ordered.filter((fact) => sets(fact) && !passed.has(fact.h));
}
