import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';
import type { ExchangeTables, KnownSegment } from './exchangeTables.ts';
import type { FactTable } from './factTable.ts';
import type { Identities } from './identity.ts';
import type { Publishing } from './publishing.ts';
import { decodeSegment, MAXIMUM_SEGMENT_BYTES } from './segmentFile.ts';
import type { Listing, SegmentRef, SharedLog } from './sharedLog.ts';

/** A listing may be old (directory caches): only what is missing twice in a row is missing. */
const LOOKS_BEFORE_MISSING = 2;
/** From so many small segments on they are merged into bigger ones. */
const SMALL_SEGMENTS = 200;
const MERGED_FACTS = 5_000;
/** A merged segment stays far below what other desks open. */
const MERGED_BYTES = 8 * 1024 * 1024;
const GRACE_MILLISECONDS = 7 * 24 * 60 * 60_000;

export interface OwnSegmentsParts {
  readonly facts: FactTable;
  readonly tables: ExchangeTables;
  readonly identities: Identities;
  readonly publishing: Publishing;
  readonly now: () => Instant;
}

const keyOf = ({ dev, name }: Pick<SegmentRef, 'dev' | 'name'>): string => `${dev}/${name}`;

/** The first segments that make one bigger one: within its facts and bytes, at least one of them. */
function mergeable(rest: readonly KnownSegment[]): readonly KnownSegment[] {
  const [first] = rest;
  let bytes = 0;
  return rest.filter((segment) => {
    bytes += segment.bytes;
    return segment === first || (bytes <= MERGED_BYTES && segment.last < (first?.first ?? 0) + MERGED_FACTS);
  });
}

/** Looks after what is known to lie in the shared place: what is lost is published again, what is many becomes few. */
export function ownSegments({ facts, tables, identities, publishing, now }: OwnSegmentsParts) {
  const isOwn = ({ dev }: Pick<SegmentRef, 'dev'>): boolean => identities.of(dev) !== undefined;

  /** Whether a bigger file has everything of a smaller one: of the same history, not only of the same positions. */
  const holds = (bigger: KnownSegment, { dev, name, first, last, newest }: KnownSegment): boolean =>
    bigger.dev === dev &&
    bigger.name !== name &&
    bigger.first <= first &&
    bigger.last >= last &&
    facts.isInChain(dev, newest, last, bigger.newest, bigger.last);

  /** What is known and in no file of the listing, nor in a bigger file of its author. */
  const missingFrom = ({ segments }: Listing): readonly KnownSegment[] => {
    const listed = new Set(segments.map(keyOf));
    const all = tables.segments();
    const there = all.filter((segment) => listed.has(keyOf(segment)));
    return all.filter((known) => {
      if (listed.has(keyOf(known))) {
        if (known.missing > 0) tables.setMissing(known.dev, known.name, 0);
        return false;
      }
      if (!there.some((bigger) => holds(bigger, known))) return true;
      tables.dropSegment(known.dev, known.name);
      return false;
    });
  };

  /** One's own files of another size than they were written with, or rightly said to be damaged by another desk. */
  const damagedOf = async (log: SharedLog, { segments }: Listing, told: ReadonlySet<string>) => {
    const listed = new Map(segments.map((ref) => [keyOf(ref), ref]));
    const damaged: KnownSegment[] = [];
    for (const known of tables.segments().filter(isOwn)) {
      const ref = listed.get(keyOf(known));
      if (!ref || (ref.bytes === known.bytes && !told.has(keyOf(ref)))) continue;
      if (ref.bytes !== known.bytes || !decodeSegment(ref.dev, ref.name, await log.read(ref)).ok) damaged.push(known);
    }
    return damaged;
  };

  return {
    /**
     * Publishes again what the place has lost or damaged of one's own. Answers how many segments of others are gone: then
     * the place is an old copy, or half there, and nothing counts as deleted.
     */
    repair: async (log: SharedLog, listing: Listing, damaged: ReadonlySet<string>): Promise<number> => {
      for (const segment of await damagedOf(log, listing, damaged)) await publishing.publishAgain(log, segment);
      const missing = missingFrom(listing);
      for (const { dev, name, missing: looks } of missing) tables.setMissing(dev, name, looks + 1);
      const gone = missing.filter(({ missing: looks }) => looks + 1 >= LOOKS_BEFORE_MISSING);
      for (const segment of gone.filter(isOwn)) await publishing.publishAgain(log, segment);
      return gone.filter((segment) => !isOwn(segment)).length;
    },

    /**
     * Whether the place holds a history of this desk's own name that this computer does not have: it was copied or
     * restored. What it does have is noted as published.
     */
    hasForeignHistory: async (log: SharedLog, { segments }: Listing): Promise<boolean> => {
      const { dev, key } = identities.current();
      const known = new Set(tables.segments().map(keyOf));
      let isForeign = false;
      const unknown = segments.filter((ref) => ref.dev === dev && !known.has(keyOf(ref)));
      for (const ref of unknown.filter(({ bytes }) => bytes <= MAXIMUM_SEGMENT_BYTES)) {
        const decoded = decodeSegment(dev, ref.name, await log.read(ref));
        // What somebody else put under this name is no history of this computer, and is set aside with the others.
        if (!decoded.ok || decoded.value.key !== key) continue;
        const { facts: told } = decoded.value;
        const [first, last] = [told[0], told.at(-1)];
        if (!first || !last || !told.every(({ h }) => facts.has(h))) {
          isForeign = true;
          continue;
        }
        for (const { h } of told) facts.setPublished(h);
        const range = { first: first.seq, last: last.seq, newest: last.h };
        tables.addSegment({ dev, name: ref.name, ...range, bytes: ref.bytes });
      }
      return isForeign;
    },

    /** Merges one's own small segments into bigger ones, and removes the small ones after a time of grace. */
    rollUp: async (log: SharedLog, { segments }: Listing): Promise<void> => {
      const { dev } = identities.current();
      const own = tables.segments().filter((segment) => segment.dev === dev);
      const listed = new Set(segments.map(keyOf));
      const there = own.filter((segment) => listed.has(keyOf(segment)));
      for (const segment of own) {
        const { name, mergedAt } = segment;
        if (mergedAt === null || addMilliseconds(mergedAt, GRACE_MILLISECONDS) > now()) continue;
        // An old copy of the place may hold the small one only.
        if (!there.some((bigger) => holds(bigger, segment))) continue;
        await log.remove(dev, name);
        tables.dropSegment(dev, name);
      }
      const small = own.filter(({ mergedAt, first, last }) => mergedAt === null && last - first + 1 < MERGED_FACTS);
      if (small.length <= SMALL_SEGMENTS) return;
      for (let rest: readonly KnownSegment[] = small; rest.length > 1; ) {
        const run = mergeable(rest);
        rest = rest.filter((segment) => !run.includes(segment));
        const [first, last] = [run[0], run.at(-1)];
        if (!first || !last || run.length < 2) continue;
        const chain = facts.chain(dev, first.first, last.last, last.newest);
        if (chain[0]?.seq !== first.first || chain.at(-1)?.seq !== last.last) continue;
        if (!(await publishing.publishVerified(log, chain))) return;
        const merged = new Set(chain.map(({ h }) => h));
        for (const { name, newest } of run) if (merged.has(newest)) tables.setMerged(dev, name, now());
      }
    },
  };
}
