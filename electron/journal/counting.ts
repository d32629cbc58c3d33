import { z } from 'zod';
import { localValues } from '#electron/db/localValues.ts';
import type { Database } from '#electron/db/open.ts';
import { factTable } from '#electron/journal/factTable.ts';
import { deviceFacts } from '#shared/journal/devices.ts';
import { FACTS_VERSION, type Fact } from '#shared/journal/fact.ts';
import { type Limit, limitsOf, uncountedBy } from '#shared/journal/revocations.ts';

/** The register this desk belongs to, as the exchange keeps it. */
export const SPACE = 'space';
const spaceSchema = z.object({ founder: z.object({ dev: z.string() }) });

/** Which facts count: of an expelled desk none beyond its last one (P41). All others are kept, and never folded. */
export interface Counting {
  /** Brings the list up to date after facts were kept; the entities whose facts count otherwise than before. */
  readonly update: (added: readonly Pick<Fact, 'dev' | 'type'>[]) => ReadonlySet<string>;
  /** What was counted in a transaction that was taken back is counted anew. */
  readonly forget: () => void;
  /** The same from all facts. */
  readonly refresh: () => ReadonlySet<string>;
  /** Up to where the facts of an expelled desk count, or `undefined` for every other. */
  readonly limitOf: (dev: string) => Limit | undefined;
}

interface Row {
  readonly type: 'device.revoked' | 'device.accepted';
  readonly dev: string;
  readonly seq: number;
  readonly ent: string;
  readonly body: string;
}

/** Decides which facts kept in the database count. */
export function openCounting(database: Database): Counting {
  const local = localValues(database);
  const rows = database.prepare<[], Row>(
    `SELECT type, dev, seq, ent, body FROM fact WHERE ent >= 'device/' AND ent < 'device0' AND v <= ${FACTS_VERSION}
     AND type IN ('device.revoked', 'device.accepted') ORDER BY h`,
  );
  const continuations = database
    .prepare<[], [string, string]>('SELECT dev, via FROM trusted_key WHERE via IS NOT NULL ORDER BY dev, via')
    .raw();
  const isContinuation = database.prepare<[string], { dev: string }>(
    'SELECT dev FROM trusted_key WHERE dev = ? AND via IS NOT NULL LIMIT 1',
  );
  const { linksOf } = factTable(database);
  const listed = database.prepare<[string], string>('SELECT h FROM uncounted WHERE dev = ?').pluck();
  const listedDevices = database.prepare<[], string>('SELECT DISTINCT dev FROM uncounted').pluck();
  const add = database.prepare('INSERT OR IGNORE INTO uncounted (h, dev) VALUES (?, ?)');
  const remove = database.prepare('DELETE FROM uncounted WHERE h = ?');
  const entityOf = database.prepare<[string], string>('SELECT ent FROM fact WHERE h = ?').pluck();

  const readLimits = (): ReadonlyMap<string, Limit> => {
    const all = rows.all();
    const revocations = all.flatMap(({ type, dev, seq, ent, body }) => {
      const parsed = type === 'device.revoked' ? deviceFacts[type].safeParse(JSON.parse(body)) : undefined;
      if (!parsed?.success) return [];
      const { last, heads } = parsed.data;
      return [{ dev: ent.slice('device/'.length), last, heads, by: { dev, seq } }];
    });
    if (revocations.length === 0) return new Map();
    const acceptances = all
      .filter(({ type }) => type === 'device.accepted')
      .map(({ dev, seq, ent }) => ({ dev: ent.slice('device/'.length), by: { dev, seq } }));
    const founder = local.get(SPACE, spaceSchema)?.founder.dev;
    return limitsOf({ founder, revocations, acceptances, continuations: continuations.all() });
  };
  let limits = readLimits();

  /** Lists anew what does not count of these desks. */
  const list = (devs: Iterable<string>): ReadonlySet<string> => {
    const changed = new Set<string>();
    for (const dev of devs) {
      const limit = limits.get(dev);
      const before = new Set(listed.all(dev));
      const now = new Set(limit ? uncountedBy(limit, linksOf(dev)) : []);
      for (const h of now) if (!before.has(h)) add.run(h, dev);
      for (const h of before) if (!now.has(h)) remove.run(h);
      for (const h of [...now, ...before]) if (!now.has(h) || !before.has(h)) changed.add(entityOf.get(h) ?? '');
    }
    return changed;
  };
  const refresh = (): ReadonlySet<string> => {
    limits = readLimits();
    return list(new Set([...limits.keys(), ...listedDevices.all()]));
  };

  return {
    update: (added) => {
      const isAboutTrust = added.some(
        ({ type }) => type === 'device.revoked' || (limits.size > 0 && type === 'device.accepted'),
      );
      const devs = new Set(added.map(({ dev }) => dev));
      const continuesAnother =
        limits.size > 0 && [...devs].some((dev) => !limits.has(dev) && isContinuation.get(dev) !== undefined);
      if (isAboutTrust || continuesAnother) return refresh();
      return limits.size === 0 ? new Set() : list([...devs].filter((dev) => limits.has(dev)));
    },
    refresh,
    forget: () => {
      limits = readLimits();
    },
    limitOf: (dev) => limits.get(dev),
  };
}
