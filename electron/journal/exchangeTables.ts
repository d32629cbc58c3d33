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

/** What this desk knows of the shared place: never facts, made again from the place itself when it is lost. */
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
    `INSERT INTO quarantine VALUES (@path, @reason, @bytes, @firstSeen, @dev, @name, @key) ON CONFLICT (path)
     DO UPDATE SET reason = excluded.reason, bytes = excluded.bytes, name = excluded.name, key = excluded.key`,
  );
  const quarantine = database.prepare<[], Quarantined>(
    'SELECT path, reason, bytes, first_seen AS firstSeen, dev, name, key FROM quarantine ORDER BY path',
  );
  const release = database.prepare('DELETE FROM quarantine WHERE path = ?');
  const addGap = database.prepare('INSERT OR IGNORE INTO gap VALUES (?, ?, ?)');
  const closeGaps = database.prepare('DELETE FROM gap WHERE EXISTS (SELECT 1 FROM fact WHERE fact.h = gap.prev)');
  const gaps = database.prepare<[], { dev: string; before: number }>('SELECT dev, seq AS before FROM gap');
  const addFork = database.prepare(
    'INSERT INTO fork VALUES (?, ?) ON CONFLICT (dev) DO UPDATE SET seq = min(seq, excluded.seq)',
  );
  const forks = database.prepare<[], { dev: string; seq: number }>('SELECT dev, seq FROM fork ORDER BY dev');
  const trust = database.prepare('INSERT OR IGNORE INTO trusted_key VALUES (?, ?)');
  const trusted = database.prepare<[string, string], { dev: string }>(
    'SELECT dev FROM trusted_key WHERE dev = ? AND key = ?',
  );
  const addBlob = database.prepare('INSERT OR IGNORE INTO blob_transfer VALUES (?, ?, ?)');
  const hasBlob = database.prepare<[string, string], { hash: string }>(
    'SELECT hash FROM blob_transfer WHERE hash = ? AND way = ?',
  );
  const wanted = database.prepare<[string, number], { hash: string; dev: string }>(
    `SELECT hash, dev FROM blob_transfer WHERE way = 'wanted' AND hash > ? ORDER BY hash LIMIT ?`,
  );
  const dropBlob = database.prepare('DELETE FROM blob_transfer WHERE hash = ? AND way = ?');
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
    quarantine: (): readonly Quarantined[] => quarantine.all(),
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
    trust: ({ dev, key }: DeviceKey): void => {
      trust.run(dev, key);
    },
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
