import { damageIn } from '#electron/db/damage.ts';
import type { Database } from '#electron/db/open.ts';
import type { Blobs } from '#electron/journal/blobs.ts';
import type { FactTable, WaitingFact } from '#electron/journal/factTable.ts';
import { isWhole } from '#electron/journal/wholeFact.ts';
import type { Fact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { ExchangeTables, KnownSegment } from './exchangeTables.ts';
import type { Identities } from './identity.ts';
import { isNeverRead } from './refusedFile.ts';
import { decodeSegment, encodeSegment } from './segmentFile.ts';
import type { SharedLog } from './sharedLog.ts';

/** Facts of one segment at the most. */
const SEGMENT_FACTS = 1_000;
/** Bodies of one segment at the most, in UTF-16 units: a long text does not make a file nobody opens. */
const SEGMENT_LENGTH = 1024 * 1024;

export interface PublishingParts {
  readonly database: Database;
  readonly facts: FactTable;
  readonly tables: ExchangeTables;
  readonly identities: Identities;
  readonly blobs: Blobs;
  /** Hashes of the blobs a fact refers to. */
  readonly blobsOf: (fact: Fact) => readonly string[];
  readonly now: () => Instant;
}

/** The first facts that make one segment: of one desk, each following the one before, within the limits. */
function firstRun(facts: readonly Fact[]): readonly Fact[] {
  const run: Fact[] = [];
  let length = 0;
  for (const fact of facts) {
    const before = run.at(-1);
    length += JSON.stringify(fact.body).length;
    if (before && (fact.dev !== before.dev || fact.prev !== before.h || length > SEGMENT_LENGTH)) break;
    run.push(fact);
  }
  return run;
}

/** Puts what is kept on this computer into the shared place: blobs first, then the facts that refer to them. */
export function publishing({ database, facts, tables, identities, blobs, blobsOf, now }: PublishingParts) {
  /** Whether the place took a blob. One that it can never take holds back none of the facts. */
  const putBlob = async (log: SharedLog, dev: string, hash: string, bytes: Uint8Array): Promise<boolean> => {
    try {
      await log.putBlob(dev, hash, bytes);
      return true;
    } catch (cause) {
      if (!isNeverRead(cause)) throw cause;
      return false;
    }
  };

  const sendBlobs = async (log: SharedLog, run: readonly Fact[]): Promise<void> => {
    for (const fact of run) {
      for (const hash of blobsOf(fact)) {
        const bytes = tables.hasBlob(hash, 'sent') ? undefined : blobs.get(hash);
        if (!bytes) continue;
        if (await putBlob(log, fact.dev, hash, bytes)) tables.addBlob(hash, fact.dev, 'sent');
      }
    }
  };

  /** Publishes one run as a segment; answers with this computer's clock minus that of the place, in milliseconds. */
  const publishRun = async (log: SharedLog, run: readonly Fact[]): Promise<number> => {
    const [first, last] = [run[0], run.at(-1)];
    const identity = first && identities.of(first.dev);
    if (!first || !last || !identity) throw new Error('Fatti senza una postazione che li firmi.');
    const { name, bytes } = encodeSegment(run, identity, identities.continuation(identity));
    const began = Date.parse(now());
    const written = await log.append(identity.dev, name, bytes);
    database.transaction(() => {
      const range = { first: first.seq, last: last.seq, newest: last.h };
      tables.addSegment({ dev: identity.dev, name, ...range, bytes: bytes.length });
      for (const { h } of run) facts.setPublished(h);
    })();
    return Math.round(began - written);
  };

  /** The facts that are still what was written; the others are noted, held back, and stop none of them. */
  const wholeAmong = (waiting: readonly WaitingFact[]): readonly Fact[] =>
    waiting.flatMap(({ row, fact }) => {
      if (isWhole(fact)) return [fact];
      facts.hold(row);
      damageIn(database).note({ what: 'fact', table: 'fact', key: fact.h });
      return [];
    });

  return {
    /** Publishes everything that waits and is whole; the clock difference of the last segment, or `undefined` when nothing waited. */
    publishWaiting: async (log: SharedLog): Promise<number | undefined> => {
      let skew: number | undefined;
      // A torn index may give a row that was held again and again.
      const damaged = new Set<number>();
      // Those of a name whose key was lost wait for ever: nobody can sign them.
      const own = identities.all().map(({ dev }) => dev);
      for (;;) {
        const waiting = facts.unpublished(own, SEGMENT_FACTS);
        const run = firstRun(wholeAmong(waiting));
        if (run.length === 0) {
          if (waiting.every(({ row }) => damaged.has(row))) return skew;
          for (const { row } of waiting) damaged.add(row);
          continue;
        }
        await sendBlobs(log, run);
        skew = await publishRun(log, run);
      }
    },
    /** Publishes a segment of one's own again, which the place lost or damaged; the same facts give the same file, damaged ones none. */
    publishAgain: async (log: SharedLog, { dev, first, last, newest, name }: KnownSegment): Promise<void> => {
      const chain = facts.chain(dev, first, last, newest);
      if (chain[0]?.seq !== first || chain.at(-1)?.seq !== last || !chain.every(isWhole)) return;
      for (const fact of chain) for (const hash of blobsOf(fact)) tables.dropBlob(hash, 'sent');
      await sendBlobs(log, chain);
      await publishRun(log, chain);
      tables.setMissing(dev, name, 0);
    },
    /** Publishes a run and reads it back; false when what came back is not what was written. */
    publishVerified: async (log: SharedLog, run: readonly Fact[]): Promise<boolean> => {
      await publishRun(log, run);
      const name = tables.segments().findLast(({ newest, first }) => newest === run.at(-1)?.h && first === run[0]?.seq);
      if (!name) return false;
      const read = await log.read(name);
      return decodeSegment(name.dev, name.name, read).ok;
    },
  };
}
export type Publishing = ReturnType<typeof publishing>;
