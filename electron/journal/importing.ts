import { problemOfStorage } from '#electron/db/storageProblem.ts';
import type { DeviceKey } from '#shared/journal/devices.ts';
import type { Fact } from '#shared/journal/fact.ts';
import type { QuarantineReason } from '#shared/journal/quarantine.ts';
import { parseSegmentName } from '#shared/journal/segment.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Blobs } from './blobs.ts';
import type { ExchangeTables } from './exchangeTables.ts';
import type { FactTable } from './factTable.ts';
import type { Journal } from './journal.ts';
import { isOfOneFile } from './refusedFile.ts';
import { decodeSegment, MAXIMUM_SEGMENT_BYTES, type ReadSegment } from './segmentFile.ts';
import type { SegmentRef, SharedLog } from './sharedLog.ts';

export interface ImportingParts {
  readonly journal: Journal;
  readonly facts: FactTable;
  readonly tables: ExchangeTables;
  readonly blobs: Blobs;
  readonly blobsOf: (fact: Fact) => readonly string[];
  /** Whether a desk may write in this register: founder, accepted, or its continuation. */
  readonly isTrusted: (desk: DeviceKey) => boolean;
  /** Told every fact that was new, in the transaction that keeps it: what they ask of this desk is never lost. */
  readonly received: (facts: readonly Fact[]) => void;
  readonly now: () => Instant;
}

/** A segment that was read, and where. */
type Found = readonly [SegmentRef, ReadSegment];

const pathOf = ({ dev, name }: SegmentRef): string => `j/${dev}/${name}`;
/** A file that was torn may heal, and a desk may be accepted; the others are looked at again when the program starts. */
const RETRIED: readonly QuarantineReason[] = ['torn', 'unknown-desk'];

/** Takes in what the other desks published. */
export function importing({ journal, facts, tables, blobs, blobsOf, isTrusted, received, now }: ImportingParts) {
  /** Files set aside that this program has read: a newer one may understand them. */
  const looked = new Set<string>();
  const setAside = (ref: SegmentRef, reason: QuarantineReason, signer?: ReadSegment): void => {
    const joined = signer?.facts.find(({ type }) => type === 'device.joined')?.body as { name?: string } | undefined;
    looked.add(pathOf(ref));
    tables.setAside({
      path: pathOf(ref),
      reason,
      bytes: ref.bytes,
      firstSeen: now(),
      dev: ref.dev,
      name: joined?.name ?? null,
      key: signer?.key ?? null,
    });
  };

  const trusts = ({ dev }: SegmentRef, { key, continues }: ReadSegment): boolean => {
    const isKnown = isTrusted({ dev, key }) || (continues !== undefined && isTrusted(continues));
    if (isKnown) tables.trust({ dev, key });
    return isKnown;
  };

  const note = ([{ dev, name, bytes }, { facts: chain }]: Found): void => {
    const [first, last] = [chain[0], chain.at(-1)];
    if (!first || !last) return;
    if (first.prev !== '' && !facts.has(first.prev)) tables.addGap(first.dev, first.seq, first.prev);
    tables.addSegment({ dev, name, first: first.seq, last: last.seq, newest: last.h, bytes });
  };

  /** Keeps a segment in one transaction: what it tells of one thing is folded once. */
  const keep = (found: Found): void => {
    const [, { facts: all }] = found;
    journal.receive(all, ({ added: fresh, forked }) => {
      const isFresh = fresh.length === all.length ? undefined : new Set(fresh);
      for (const fact of all) {
        if (isFresh && !isFresh.has(fact)) facts.setPublished(fact.h);
        for (const hash of blobsOf(fact)) if (!blobs.has(hash)) tables.addBlob(hash, fact.dev, 'wanted');
      }
      for (const { dev, seq } of forked) tables.addFork(dev, seq);
      note(found);
      if (fresh.length > 0) received(fresh);
    });
  };

  /**
   * Keeps a segment; one that meets a bug of this app is set aside, so that it stops none of the others. Answers with the
   * bugs, none or one.
   */
  const keepOrSetAside = (found: Found): readonly unknown[] => {
    try {
      keep(found);
      return [];
    } catch (cause) {
      if (problemOfStorage(cause)) throw cause;
      setAside(found[0], 'broken');
      return [cause];
    }
  };

  /** The segment, or `undefined` when it cannot be read now or was set aside. */
  const read = async (log: SharedLog, ref: SegmentRef): Promise<ReadSegment | undefined> => {
    if (ref.bytes > MAXIMUM_SEGMENT_BYTES) {
      setAside(ref, 'too-big');
      return undefined;
    }
    try {
      const decoded = decodeSegment(ref.dev, ref.name, await log.read(ref));
      if (!decoded.ok) setAside(ref, decoded.error);
      return decoded.ok ? decoded.value : undefined;
    } catch (cause) {
      const { code = '' } = cause as NodeJS.ErrnoException;
      if (code === 'EFBIG') setAside(ref, 'too-big');
      else if (!isOfOneFile(cause)) throw cause;
      return undefined;
    }
  };

  /** What of a listing has still to be looked at, in the order of the chains. */
  const fresh = (segments: readonly SegmentRef[]): readonly SegmentRef[] => {
    const known = new Set(tables.segments().map(({ dev, name }) => `j/${dev}/${name}`));
    const aside = new Map(tables.quarantine().map(({ path, reason }) => [path, reason]));
    return segments
      .filter((ref) => {
        const reason = aside.get(pathOf(ref));
        const isSettled = reason !== undefined && !RETRIED.includes(reason) && looked.has(pathOf(ref));
        return !known.has(pathOf(ref)) && !isSettled;
      })
      .sort((a, b) => (parseSegmentName(a.name)?.first ?? 0) - (parseSegmentName(b.name)?.first ?? 0));
  };

  return {
    /**
     * Takes in what is new; what an unknown desk wrote waits, and is looked at again whenever somebody was accepted
     * meanwhile, so that the order of arrival does not matter. Throws the first bug that a segment met, when all the others
     * are in.
     */
    importNew: async (log: SharedLog, segments: readonly SegmentRef[]): Promise<void> => {
      const waiting: Found[] = [];
      const bugs: unknown[] = [];
      for (const ref of fresh(segments)) {
        const segment = await read(log, ref);
        if (!segment) continue;
        if (trusts(ref, segment)) bugs.push(...keepOrSetAside([ref, segment]));
        else waiting.push([ref, segment]);
      }
      for (let before = -1; before !== waiting.length && waiting.length > 0; ) {
        before = waiting.length;
        for (const found of waiting.splice(0)) {
          if (trusts(...found)) bugs.push(...keepOrSetAside(found));
          else waiting.push(found);
        }
      }
      for (const [ref, segment] of waiting) setAside(ref, 'unknown-desk', segment);
      tables.closeGaps();
      if (bugs.length > 0) throw bugs[0];
    },
  };
}
