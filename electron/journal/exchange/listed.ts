import type { Listing, SegmentRef } from './sharedLog.ts';

type Place = Pick<SegmentRef, 'dev' | 'name'>;

/**
 * Those of `wanted` that the listing does not name. Nothing is made for each file of the listing: anybody may put a hundred
 * thousand of them there.
 */
export function notListed<Ref extends Place>(
  wanted: readonly Ref[],
  listing: Pick<Listing, 'segments' | 'unmeasured'>,
) {
  const left = new Map<string, Map<string, Ref>>();
  for (const ref of wanted) left.set(ref.dev, (left.get(ref.dev) ?? new Map<string, Ref>()).set(ref.name, ref));
  const strike = ({ dev, name }: Place): boolean | undefined => left.get(dev)?.delete(name);
  listing.segments.forEach(strike);
  listing.unmeasured.forEach(strike);
  return new Set([...left.values()].flatMap((byName) => [...byName.values()]));
}
