import type { FactTable } from '#electron/journal/factTable.ts';
import { isWhole } from '#electron/journal/wholeFact.ts';
import { parseSegmentName } from '#shared/journal/segment.ts';
import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';
import type { ExchangeTables, KnownSegment } from './exchangeTables.ts';
import type { Identities } from './identity.ts';
import { notListed } from './listed.ts';
import type { Publishing } from './publishing.ts';
import { heldError, isNeverRead, isOfOneFile } from './refusedFile.ts';
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
/** Files under this desk's name that are read in one round to see whether they are its own, and those to see if they are whole. */
export const LOOKS_A_ROUND = 100;

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

/** Maintains the published segments of this desk: repairs lost and damaged ones, compacts small ones. */
export function ownSegments({ facts, tables, identities, publishing, now }: OwnSegmentsParts) {
  const isOwn = ({ dev }: Pick<SegmentRef, 'dev'>): boolean => identities.of(dev) !== undefined;

  /** Whether a bigger file has everything of a smaller one: of the same history, not only of the same positions. */
  const holds = (bigger: KnownSegment, { dev, name, first, last, newest }: KnownSegment): boolean =>
    bigger.dev === dev &&
    bigger.name !== name &&
    bigger.first <= first &&
    bigger.last >= last &&
    facts.isInChain(dev, newest, last, bigger.newest, bigger.last);

  /** The known segments missing from the listing and not contained in a compacted one of their author. */
  const missingFrom = (listing: Listing): readonly KnownSegment[] => {
    const all = tables.segments();
    const absent = notListed(all, listing);
    const there = all.filter((segment) => !absent.has(segment));
    const hidden = new Set(listing.unseen);
    return all.filter((known) => {
      if (hidden.has(known.dev)) return false;
      if (!absent.has(known)) {
        if (known.missing > 0) tables.setMissing(known.dev, known.name, 0);
        return false;
      }
      if (!there.some((bigger) => holds(bigger, known))) return true;
      tables.dropSegment(known.dev, known.name);
      return false;
    });
  };

  /** Whether a segment of one's own is as it was published; one that cannot be read now counts as whole. */
  const isAsPublished = async (log: SharedLog, ref: SegmentRef): Promise<boolean> => {
    try {
      return decodeSegment(ref.dev, ref.name, await log.read(ref)).ok;
    } catch (cause) {
      if (!isOfOneFile(cause)) throw cause;
      return true;
    }
  };

  /** How often each file under this desk's name was looked at that is none of its own, or is torn. */
  const looks = new Map<string, number>();
  /**
   * The files under this desk's name that are to be read: first those looked at least, and of them those that go on where
   * its own history ends, as what a copy of this computer wrote does.
   */
  const unknownOf = (dev: string, { segments }: Listing): readonly SegmentRef[] => {
    const known = new Set(tables.segments().map(keyOf));
    const end = (facts.newestOfDevice(dev)?.seq ?? 0) + 1;
    const lookOf = (ref: SegmentRef): number => looks.get(`${keyOf(ref)} ${ref.bytes} ${ref.writtenAt ?? ''}`) ?? 0;
    return segments
      .filter((ref) => ref.dev === dev && ref.bytes <= MAXIMUM_SEGMENT_BYTES && !known.has(keyOf(ref)))
      .map((ref) => ({ ref, looked: lookOf(ref), distance: Math.abs((parseSegmentName(ref.name)?.first ?? 0) - end) }))
      .filter(({ looked }) => Number.isFinite(looked))
      .sort((a, b) => a.looked - b.looked || a.distance - b.distance)
      .slice(0, LOOKS_A_ROUND)
      .map(({ ref }) => ref);
  };
  const lookedAt = (ref: SegmentRef, isSettled: boolean): void => {
    const key = `${keyOf(ref)} ${ref.bytes} ${ref.writtenAt ?? ''}`;
    looks.set(key, isSettled ? Number.POSITIVE_INFINITY : (looks.get(key) ?? 0) + 1);
  };

  /** A file under this desk's name, or `undefined` when it is none that can ever be read. */
  const readOwn = async (log: SharedLog, ref: SegmentRef): Promise<Uint8Array | undefined> => {
    try {
      return await log.read(ref);
    } catch (cause) {
      if (!isNeverRead(cause)) throw cause;
      return undefined;
    }
  };

  /** Own segments whose size changed, or that another desk reports as damaged and that do not decode. */
  const damagedOf = async (log: SharedLog, { segments }: Listing, reported: ReadonlySet<string>) => {
    const listed = new Map(segments.map((ref) => [keyOf(ref), ref]));
    const damaged: KnownSegment[] = [];
    // Anybody may report: what is read for it in a round is bounded.
    let looks = LOOKS_A_ROUND;
    for (const known of tables.segments().filter(isOwn)) {
      const ref = listed.get(keyOf(known));
      if (!ref || (ref.bytes === known.bytes && !reported.has(keyOf(ref)))) continue;
      const isChanged = ref.bytes !== known.bytes;
      if (!isChanged && --looks < 0) break;
      if (isChanged || !(await isAsPublished(log, ref))) damaged.push(known);
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
     * restored. What it does have is noted as published. Rejects with `EBUSY` where its files cannot be looked at. Of very
     * many files under its name the likeliest are read first, the others in the next rounds.
     */
    hasForeignHistory: async (log: SharedLog, listing: Listing): Promise<boolean> => {
      const { dev, key } = identities.current();
      if (listing.unseen.includes(dev)) throw heldError(`j/${dev}`);
      let isForeign = false;
      for (const ref of unknownOf(dev, listing)) {
        const bytes = await readOwn(log, ref);
        const decoded = bytes && decodeSegment(dev, ref.name, bytes, (signer) => signer.key === key);
        // What somebody else put under this name is no history of this computer, and is set aside with the others.
        const isOfAnother = !decoded?.ok || decoded.value.key !== key;
        lookedAt(ref, isOfAnother && decoded !== undefined && (decoded.ok || decoded.error !== 'torn'));
        if (isOfAnother) continue;
        const { facts: published } = decoded.value;
        const [first, last] = [published[0], published.at(-1)];
        if (!first || !last || !published.every(({ h }) => facts.has(h))) {
          isForeign = true;
          continue;
        }
        for (const { h } of published) facts.setPublished(h);
        const range = { first: first.seq, last: last.seq, newest: last.h };
        tables.addSegment({ dev, name: ref.name, ...range, bytes: ref.bytes });
      }
      return isForeign;
    },

    /** Compaction: merges own small segments into bigger ones, and removes the small ones after a grace period. */
    rollUp: async (log: SharedLog, { segments }: Pick<Listing, 'segments'>): Promise<void> => {
      const { dev } = identities.current();
      const own = tables.segments().filter((segment) => segment.dev === dev);
      const absent = notListed(own, { segments, unmeasured: [] });
      const there = own.filter((segment) => !absent.has(segment));
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
        if (chain[0]?.seq !== first.first || chain.at(-1)?.seq !== last.last || !chain.every(isWhole)) continue;
        if (!(await publishing.publishVerified(log, chain))) return;
        const merged = new Set(chain.map(({ h }) => h));
        for (const { name, newest } of run) if (merged.has(newest)) tables.setMerged(dev, name, now());
      }
    },
  };
}
