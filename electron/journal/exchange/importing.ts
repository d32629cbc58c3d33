import { problemOfStorage } from '#electron/db/storageProblem.ts';
import type { Blobs } from '#electron/journal/blobs.ts';
import type { FactTable } from '#electron/journal/factTable.ts';
import type { Journal } from '#electron/journal/journal.ts';
import type { DeviceKey } from '#shared/journal/devices.ts';
import type { Fact } from '#shared/journal/fact.ts';
import type { QuarantineReason } from '#shared/journal/quarantine.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type ExchangeTables, MOST_BESIDE } from './exchangeTables.ts';
import { isNeverRead, isOfOneFile } from './refusedFile.ts';
import { decodeSegment, MAXIMUM_SEGMENT_BYTES, type ReadSegment, type Signer } from './segmentFile.ts';
import type { SegmentRef, SharedLog } from './sharedLog.ts';
import { pathOf, toRead } from './toRead.ts';

export interface ImportingParts {
  readonly journal: Journal;
  readonly facts: FactTable;
  readonly tables: ExchangeTables;
  readonly blobs: Blobs;
  readonly blobsOf: (fact: Fact) => readonly string[];
  /** Whether a desk may write in this register: founder, accepted, or its continuation. */
  readonly isTrusted: (desk: DeviceKey) => boolean;
  /** Whether a desk of this name may write in this register, with whatever key. */
  readonly isKnown: (dev: string) => boolean;
  /** Called with every new fact in the transaction that keeps it, so that no effect is lost in a crash. */
  readonly received: (facts: readonly Fact[]) => void;
  readonly now: () => Instant;
}

/** A segment that was read, and where. */
type Found = readonly [SegmentRef, ReadSegment];

/** Files of one round that turn out not to be for this register, and their bytes: the others wait for the next round. */
const REFUSED_A_ROUND = 100;
const REFUSED_BYTES_A_ROUND = 64 * 1024 * 1024;

/** Takes in what the other desks published. */
export function importing(parts: ImportingParts) {
  const { journal, facts, tables, blobs, blobsOf, isTrusted, received, now } = parts;
  const choosing = toRead(parts);

  const setAside = (ref: SegmentRef, reason: QuarantineReason, signer?: ReadSegment): void => {
    const joined = signer?.facts.find(({ type }) => type === 'device.joined')?.body as { name?: unknown } | undefined;
    choosing.refused(ref, { reason, key: signer?.key ?? null, continues: signer?.continues });
    tables.setAside({
      path: pathOf(ref),
      reason,
      bytes: ref.bytes,
      firstSeen: now(),
      dev: ref.dev,
      name: typeof joined?.name === 'string' ? joined.name.slice(0, 120) : null,
      key: signer?.key ?? null,
    });
  };

  const trusts = ({ dev, key, continues }: Signer): boolean => {
    const isKnown = isTrusted({ dev, key });
    // A desk that was expelled does not come back under another name.
    const continuesOne =
      continues !== undefined && isTrusted(continues) && (journal.isLimited(dev) || !journal.isLimited(continues.dev));
    if (isKnown || continuesOne) tables.trust({ dev, key }, isKnown ? null : continues?.dev);
    return isKnown || continuesOne;
  };

  const note = ([{ dev, name, bytes }, { facts: chain }]: Found): void => {
    const [first, last] = [chain[0], chain.at(-1)];
    if (!first || !last) return;
    if (first.prev !== '' && !facts.has(first.prev)) tables.addGap(first.dev, first.seq, first.prev);
    tables.addSegment({ dev, name, first: first.seq, last: last.seq, newest: last.h, bytes });
  };

  /** Keeps a segment in one transaction, so that each entity is folded once. */
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

  /** The segment of a desk whose facts count, or `undefined` when it cannot be read now or was set aside. */
  const read = async (log: SharedLog, ref: SegmentRef): Promise<ReadSegment | undefined> => {
    if (ref.bytes > MAXIMUM_SEGMENT_BYTES) {
      setAside(ref, 'too-big');
      return undefined;
    }
    try {
      const decoded = decodeSegment(ref.dev, ref.name, await log.read(ref), trusts);
      if (!decoded.ok) setAside(ref, decoded.error);
      else if (!decoded.value.isRead) setAside(ref, 'unknown-desk', decoded.value);
      return decoded.ok && decoded.value.isRead ? decoded.value : undefined;
    } catch (cause) {
      const { code = '' } = cause as NodeJS.ErrnoException;
      if (code === 'EFBIG') setAside(ref, 'too-big');
      else if (isNeverRead(cause)) setAside(ref, 'foreign');
      else if (!isOfOneFile(cause)) throw cause;
      return undefined;
    }
  };

  /** Names files that nobody reads: the first ones with a row of their own, the others by their number. */
  const nameUnread = (unread: readonly SegmentRef[]): void => {
    for (const { dev, name, bytes } of unread.slice(0, MOST_BESIDE)) {
      tables.setAsideOnce({ path: pathOf({ dev, name }), bytes, firstSeen: now(), dev });
    }
    tables.noteBeyond('unknown-desk', Math.max(0, unread.length - MOST_BESIDE));
  };

  return {
    /**
     * Takes in what is new, in passes, because a segment may let in the desk of another: the order of arrival does not
     * matter. Of a desk nobody let in one file is read, once, to learn who it says it is; the bytes of what turns out not
     * to be for this register are bounded in a round. Throws the first bug that a segment met, when all the others are in.
     */
    importNew: async (log: SharedLog, segments: readonly SegmentRef[]): Promise<void> => {
      const bugs: unknown[] = [];
      const left = { files: REFUSED_A_ROUND, bytes: REFUSED_BYTES_A_ROUND };
      choosing.begin(segments);
      const isSpent = (): boolean => left.files <= 0 || left.bytes <= 0;
      for (let pass = choosing.next(segments); pass.length > 0 && !isSpent(); pass = choosing.next(segments)) {
        for (const ref of pass) {
          if (isSpent()) break;
          choosing.tried(ref);
          const segment = await read(log, ref);
          if (segment) {
            bugs.push(...keepOrSetAside([ref, segment]));
            choosing.taken(ref);
          } else {
            left.files--;
            left.bytes -= ref.bytes > MAXIMUM_SEGMENT_BYTES ? 0 : ref.bytes;
          }
        }
      }
      nameUnread(choosing.unread(segments));
      tables.closeGaps();
      if (bugs.length > 0) throw bugs[0];
    },
  };
}
