import type { Fact } from './fact.ts';
import { inOrder } from './order.ts';

/**
 * The facts of one entity that set the same thing without their authors knowing of each other, in order: the last one
 * wins, and people see the others beside it. With one fact, or none, nothing is in dispute.
 *
 * A fact knows its base, what its own desk wrote before, and all that those knew. `sets` tells whether a fact sets the
 * thing; `settles` names by hash the facts that its author saw in dispute and decided between.
 */
export function headsOf(
  facts: readonly Fact[],
  sets: (fact: Fact) => boolean,
  settles: (fact: Fact) => readonly string[] = () => [],
): readonly Fact[] {
  const ordered = inOrder(facts);
  const known = new Map<string, ReadonlySet<string>>();
  const lastOfDevice = new Map<string, string>();
  const passed = new Set<string>();
  const place = new Map(ordered.map(({ h }, index) => [h, index]));
  /** Its desk wrote it before, and then a base as new or newer: without that, a copy of the desk wrote it. */
  const isOwnPast = (own: string, { base }: Fact): boolean =>
    base !== null && (place.get(own) ?? 0) <= (place.get(base) ?? ordered.length);
  for (const fact of ordered) {
    const own = lastOfDevice.get(fact.dev);
    const before = [fact.base, own !== undefined && isOwnPast(own, fact) ? own : null].filter((hash) => hash !== null);
    const knows = new Set([...before, ...before.flatMap((hash) => [...(known.get(hash) ?? [])]), ...settles(fact)]);
    known.set(fact.h, knows);
    lastOfDevice.set(fact.dev, fact.h);
    if (sets(fact)) for (const hash of knows) passed.add(hash);
  }
  return ordered.filter((fact) => sets(fact) && !passed.has(fact.h));
}
