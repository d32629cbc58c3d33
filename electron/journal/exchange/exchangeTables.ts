import type { Database } from '#electron/db/open.ts';
import type { DeviceKey } from '#shared/journal/devices.ts';
import type { QuarantineReason } from '#shared/journal/quarantine.ts';
import type { SegmentRange } from '#shared/journal/segment.ts';
import type { Instant } from '#shared/kernel/instant.ts';

/** A segment this desk published, or took in from another. */
export interface KnownSegment extends Pick<SegmentRange, 'first' | 'last'> {
  readonly dev: string;
  readonly name: string;
  /** Hash of its last fact: with it the chain can be found again. */
  readonly newest: string;
  /** Size of the file. */
  readonly bytes: number;
  /** When a bigger segment of the same desk took its place; null while it counts. */
  readonly mergedAt: Instant | null;
  /** How many looks in a row did not find it. */
  readonly missing: number;
}

/** A file that was set aside. */
export interface Quarantined {
  readonly path: string;
  readonly reason: QuarantineReason;
  readonly bytes: number;
  readonly firstSeen: Instant;
  readonly dev: string | null;
  readonly name: string | null;
  readonly key: string | null;
}

/** Rows for files that nobody opens, and files that a screen lists: of the others the number is told. */
export const MOST_BESIDE = 200;
/** Gaps that a screen lists. */
const MOST_GAPS = 200;

/** A cache of what lies in the shared place: no facts, rebuilt from the place when it is lost. */
export function exchangeTables(database: Database) {
  const segments = database.prepare<[], KnownSegment>(
    'SELECT dev, name, first, last, newest, bytes, merged_at AS mergedAt, missing FROM segment ORDER BY dev, first, name',
  );
  const addSegment = database.prepare(
    `INSERT OR IGNORE INTO segment (dev, name, first, last, newest, bytes)
     VALUES (@dev, @name, @first, @last, @newest, @bytes)`,
  );
  const setMerged = database.prepare('UPDATE segment SET merged_at = ? WHERE dev = ? AND name = ?');
  const setMissing = database.prepare('UPDATE segment SET missing = ? WHERE dev = ? AND name = ?');
  const dropSegment = database.prepare('DELETE FROM segment WHERE dev = ? AND name = ?');
  const setAside = database.prepare(
    `INSERT INTO quarantine (path, reason, bytes, first_seen, dev, name, key)
     VALUES (@path, @reason, @bytes, @firstSeen, @dev, @name, @key) ON CONFLICT (path)
     DO UPDATE SET reason = excluded.reason, bytes = excluded.bytes, name = excluded.name, key = excluded.key`,
  );
  const setAsideOnce = database.prepare(
    `INSERT OR IGNORE INTO quarantine (path, reason, bytes, first_seen, dev, name, key)
     VALUES (@path, 'unknown-desk', @bytes, @firstSeen, @dev, NULL, NULL)`,
  );
  // One file of each desk that asks to be let in, then what is damaged, last what disturbs nobody.
  const quarantine = database.prepare<[number], Quarantined>(
    `SELECT path, reason, bytes, first_seen AS firstSeen, dev, name, key FROM
       (SELECT *, row_number() OVER (PARTITION BY reason, dev, key ORDER BY path) AS turn FROM quarantine)
     ORDER BY CASE WHEN reason = 'foreign' THEN 3 WHEN reason <> 'unknown-desk' THEN 1
       WHEN key IS NOT NULL AND turn = 1 THEN 0 ELSE 2 END, path LIMIT ?`,
  );
  const countByReason = database.prepare<[], { reason: QuarantineReason; count: number }>(
    'SELECT reason, count(*) AS count FROM quarantine GROUP BY reason ORDER BY reason',
  );
  const asidePaths = database.prepare<[], { path: string }>('SELECT path FROM quarantine');
  const torn = database.prepare<[number], { path: string }>(
    `SELECT path FROM quarantine WHERE reason = 'torn' ORDER BY path LIMIT ?`,
  );
  const release = database.prepare('DELETE FROM quarantine WHERE path = ?');
  const addGap = database.prepare('INSERT OR IGNORE INTO gap (dev, seq, prev) VALUES (?, ?, ?)');
  const closeGaps = database.prepare('DELETE FROM gap WHERE EXISTS (SELECT 1 FROM fact WHERE fact.h = gap.prev)');
  const gaps = database.prepare<[], { dev: string; before: number }>(
    `SELECT dev, seq AS before FROM gap LIMIT ${MOST_GAPS}`,
  );
  const addFork = database.prepare(
    'INSERT INTO fork (dev, seq) VALUES (?, ?) ON CONFLICT (dev) DO UPDATE SET seq = min(seq, excluded.seq)',
  );
  const forks = database.prepare<[], { dev: string; seq: number }>('SELECT dev, seq FROM fork ORDER BY dev');
  const trust = database.prepare('INSERT OR IGNORE INTO trusted_key (dev, key, via) VALUES (?, ?, ?)');
  const trusted = database.prepare<[string, string], { dev: string }>(
    'SELECT dev FROM trusted_key WHERE dev = ? AND key = ?',
  );
  const trustedDesk = database.prepare<[string], { dev: string }>('SELECT dev FROM trusted_key WHERE dev = ? LIMIT 1');
  const trustedDesks = database.prepare<[], { dev: string }>('SELECT DISTINCT dev FROM trusted_key');
  const addBlob = database.prepare('INSERT OR IGNORE INTO blob_transfer (hash, dev, way) VALUES (?, ?, ?)');
  const hasBlob = database.prepare<[string, string], { hash: string }>(
    'SELECT hash FROM blob_transfer WHERE hash = ? AND way = ?',
  );
  const wanted = database.prepare<[string, number], { hash: string; dev: string }>(
    `SELECT hash, dev FROM blob_transfer WHERE way = 'wanted' AND hash > ? ORDER BY hash LIMIT ?`,
  );
  const dropBlob = database.prepare('DELETE FROM blob_transfer WHERE hash = ? AND way = ?');
  /** Files set aside without a row, by reason. */
  const beyond = new Map<QuarantineReason, number>();
  return {
    segments: (): readonly KnownSegment[] => segments.all(),
    /** A segment that is whole and whose facts are kept; it may have been set aside before. */
    addSegment: (segment: Omit<KnownSegment, 'mergedAt' | 'missing'>): void => {
      addSegment.run(segment);
      release.run(`j/${segment.dev}/${segment.name}`);
    },
    setMerged: (dev: string, name: string, at: Instant): void => {
      setMerged.run(at, dev, name);
    },
    setMissing: (dev: string, name: string, looks: number): void => {
      setMissing.run(looks, dev, name);
    },
    dropSegment: (dev: string, name: string): void => {
      dropSegment.run(dev, name);
    },
    setAside: (file: Quarantined): void => {
      setAside.run(file);
    },
    /** Names a file of a desk nobody let in that is not opened; one that has a row keeps it. */
    setAsideOnce: (file: Pick<Quarantined, 'path' | 'bytes' | 'firstSeen'> & { readonly dev: string }): void => {
      setAsideOnce.run(file);
    },
    /** So many more files were set aside for this reason than have a row. */
    noteBeyond: (reason: QuarantineReason, count: number): void => {
      beyond.set(reason, count);
    },
    /** The first files set aside, who asks to be let in before all others. */
    quarantine: (): readonly Quarantined[] => quarantine.all(MOST_BESIDE),
    /** How many files are set aside, by reason. */
    asideCounts: (): Partial<Record<QuarantineReason, number>> => {
      const counts = new Map(countByReason.all().map(({ reason, count }) => [reason, count]));
      for (const [reason, more] of beyond) if (more > 0) counts.set(reason, (counts.get(reason) ?? 0) + more);
      return Object.fromEntries(counts);
    },
    /** The paths of all files that have a row. */
    asidePaths: (): readonly string[] => asidePaths.all().map(({ path }) => path),
    /** The paths of the first torn files. */
    torn: (limit: number): readonly string[] => torn.all(limit).map(({ path }) => path),
    release: (path: string): void => {
      release.run(path);
    },
    addGap: (dev: string, before: number, prev: string): void => {
      addGap.run(dev, before, prev);
    },
    /** Forgets the gaps that were filled meanwhile. */
    closeGaps: (): void => {
      closeGaps.run();
    },
    gaps: () => gaps.all(),
    addFork: (dev: string, seq: number): void => {
      addFork.run(dev, seq);
    },
    forks: () => forks.all(),
    /** `via`: the desk it continues, where it is trusted for that alone. */
    trust: ({ dev, key }: DeviceKey, via: string | null = null): void => {
      trust.run(dev, key, via);
    },
    /** Whether a desk of this name signed with a key that was trusted. */
    isTrustedDesk: (dev: string): boolean => trustedDesk.get(dev) !== undefined,
    trustedDesks: (): readonly string[] => trustedDesks.all().map(({ dev }) => dev),
    isTrusted: ({ dev, key }: DeviceKey): boolean => trusted.get(dev, key) !== undefined,
    addBlob: (hash: string, dev: string, way: 'sent' | 'wanted'): void => {
      addBlob.run(hash, dev, way);
    },
    hasBlob: (hash: string, way: 'sent' | 'wanted'): boolean => hasBlob.get(hash, way) !== undefined,
    wantedBlobs: (after: string, limit: number) => wanted.all(after, limit),
    dropBlob: (hash: string, way: 'sent' | 'wanted'): void => {
      dropBlob.run(hash, way);
    },
  };
}
export type ExchangeTables = ReturnType<typeof exchangeTables>;
