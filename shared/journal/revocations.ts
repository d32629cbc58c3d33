/** Up to where the facts of expelled desks count (P41). Pure: a function of the facts alone, whatever any clock says. */

/** A desk was expelled, by a fact of another one. */
export interface Revocation {
  /** The desk expelled. */
  readonly dev: string;
  /** Position of its last fact that counts; 0 = none does. */
  readonly last: number;
  /** Hashes of its newest facts that were known: of another history beside them nothing counts. */
  readonly heads: readonly string[];
  /** Who says so, and at which position of its own chain. */
  readonly by: { readonly dev: string; readonly seq: number };
}

/** A desk was let in by a fact of another one. */
export interface Acceptance {
  readonly dev: string;
  readonly by: { readonly dev: string; readonly seq: number };
}

export interface Trust {
  /** The desk that founded the register, when it is known. */
  readonly founder: string | undefined;
  readonly revocations: readonly Revocation[];
  readonly acceptances: readonly Acceptance[];
  /** Desks trusted because they continue another one on the same computer: `[dev, the former one]`. */
  readonly continuations: readonly (readonly [dev: string, former: string])[];
}

/** What counts of an expelled desk. */
export type Limit = Pick<Revocation, 'last' | 'heads'>;

const NOTHING: Limit = { last: 0, heads: [] };

/** Where a desk stands in the order in which all were let in: the positions of the acceptances that lead to it. */
type Rank = readonly number[];

function compareRanks(one: Rank, other: Rank): number {
  const difference = one.length - other.length;
  if (difference !== 0) return difference;
  const index = one.findIndex((step, at) => step !== other[at]);
  return index < 0 ? 0 : (one[index] ?? 0) - (other[index] ?? 0);
}

/** The rank of every desk that a chain of acceptances leads to from the founder, the shortest and earliest where there are more. */
function ranksOf({ founder, acceptances, continuations }: Trust): ReadonlyMap<string, Rank> {
  const ranks = new Map<string, Rank>(founder === undefined ? [] : [[founder, []]]);
  const steps = [
    ...acceptances.map(({ dev, by }) => ({ dev, from: by.dev, step: by.seq })),
    ...continuations.map(([dev, from]) => ({ dev, from, step: 0 })),
  ];
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const { dev, from, step } of steps) {
      const above = ranks.get(from);
      const known = ranks.get(dev);
      const rank = above && [...above, step];
      if (!rank || (known && compareRanks(known, rank) <= 0)) continue;
      ranks.set(dev, rank);
      isNew = true;
    }
  }
  return ranks;
}

/**
 * Up to where the facts of each expelled desk count. What an expelled desk says beyond its limit expels nobody; where two
 * desks expel each other apart, the one let in first is believed: clocks can be set, the order of the acceptances cannot.
 * Of two limits the narrower holds. Who only continues an expelled desk, and was neither named nor let in, counts for nothing.
 */
export function limitsOf(trust: Trust): ReadonlyMap<string, Limit> {
  const ranks = ranksOf(trust);
  const rankOf = ({ by }: Revocation): Rank | undefined => ranks.get(by.dev);
  const inOrder = trust.revocations.toSorted((one, other) => {
    const [first, second] = [rankOf(one), rankOf(other)];
    if (first && second) {
      const order = compareRanks(first, second);
      if (order !== 0) return order;
    } else if (first || second) return first ? -1 : 1;
    return one.by.dev === other.by.dev ? one.by.seq - other.by.seq : one.by.dev < other.by.dev ? -1 : 1;
  });
  const limits = new Map<string, Limit>();
  for (const { dev, last, heads, by } of inOrder) {
    if (by.seq > (limits.get(by.dev)?.last ?? Number.POSITIVE_INFINITY)) continue;
    if (last < (limits.get(dev)?.last ?? Number.POSITIVE_INFINITY)) limits.set(dev, { last, heads });
  }
  const isLetIn = (dev: string): boolean =>
    trust.acceptances.some(
      (one) => one.dev === dev && one.by.seq <= (limits.get(one.by.dev)?.last ?? Number.POSITIVE_INFINITY),
    );
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const [dev, former] of trust.continuations) {
      if (!limits.has(former) || limits.has(dev) || isLetIn(dev)) continue;
      limits.set(dev, NOTHING);
      isNew = true;
    }
  }
  return limits;
}

/** A fact as a link of the chain of its desk. */
export interface Link {
  readonly h: string;
  readonly prev: string;
  readonly seq: number;
}

/** The newest facts of a desk: more than one where it was copied and wrote two histories. */
export function headsOfChain(links: readonly Link[]): readonly Link[] {
  const followed = new Set(links.map(({ prev }) => prev));
  return links.filter(({ h }) => !followed.has(h));
}

/** The facts of a desk that do not count within its limit: those beyond it, and those of a history nobody knew of. */
export function uncountedBy({ last, heads }: Limit, links: readonly Link[]): readonly string[] {
  const byHash = new Map(links.map((link) => [link.h, link]));
  const isKnown = heads.length > 0 && heads.every((head) => byHash.has(head));
  const counted = new Set<string>();
  for (const head of heads) {
    for (let link = byHash.get(head); link && !counted.has(link.h); link = byHash.get(link.prev)) counted.add(link.h);
  }
  return links.filter(({ h, seq }) => seq > last || (isKnown && !counted.has(h))).map(({ h }) => h);
}
