import { createHash } from 'node:crypto';
import { isNeverRead } from '#electron/journal/exchange/refusedFile.ts';
import { decodeSegment, MAXIMUM_SEGMENT_BYTES, type ReadSegment } from '#electron/journal/exchange/segmentFile.ts';
import type { SegmentRef, SharedLog, Space } from '#electron/journal/exchange/sharedLog.ts';
import { type Device, type DeviceKey, foldDevice } from '#shared/journal/devices.ts';
import type { Fact } from '#shared/journal/fact.ts';
import { type QuarantineReason, sayQuarantine } from '#shared/journal/quarantine.ts';

/** What stands in a shared register, looked at without changing anything (G10). */
export interface ShareReport {
  readonly space: { readonly id: string; readonly format: number; readonly founder: string };
  readonly desks: readonly {
    readonly dev: string;
    readonly name: string;
    readonly facts: number;
    readonly first: number;
    readonly last: number;
    /** SHA-256 over the hashes of its facts in order: equal on two looks means equal history. */
    readonly digest: string;
  }[];
  /** Facts that others refer to and that are in no file: the desk, and the position before which they are missing. */
  readonly gaps: readonly { readonly dev: string; readonly before: number }[];
  /** Desks that wrote two histories from a position on. */
  readonly forks: readonly { readonly dev: string; readonly seq: number }[];
  readonly quarantine: readonly {
    readonly path: string;
    readonly reason: QuarantineReason;
    readonly what: string;
    readonly remedy: string;
  }[];
  readonly facts: number;
  readonly segments: number;
  /** SHA-256 over the hashes of all facts, sorted: equal on two shares means the same set of facts. */
  readonly digest: string;
}

type Read = readonly [SegmentRef, ReadSegment];
const keyOf = ({ dev, key }: DeviceKey): string => `${dev}/${key}`;

const digestOf = (hashes: readonly string[]): string => createHash('sha256').update(hashes.join('\n')).digest('hex');

/** The segments of desks that the founder, or somebody he let in, trusts; the order of the files does not matter. */
function trustedOf(space: Space, read: readonly Read[]): ReadonlySet<Read> {
  const trusted = new Set([keyOf(space.founder)]);
  const entered = new Set<Read>();
  for (let before = -1; before !== entered.size; ) {
    before = entered.size;
    for (const one of read) {
      const [{ dev }, { key, continues, facts }] = one;
      const isKnown = trusted.has(keyOf({ dev, key })) || (continues && trusted.has(keyOf(continues)));
      if (entered.has(one) || !isKnown) continue;
      entered.add(one);
      trusted.add(keyOf({ dev, key }));
      for (const { type, ent, body } of facts) {
        const accepted = type === 'device.accepted' ? (body as { readonly key?: string }).key : undefined;
        if (accepted) trusted.add(keyOf({ dev: ent.slice('device/'.length), key: accepted }));
      }
    }
  }
  return entered;
}

function desksOf(facts: readonly Fact[]): ShareReport['desks'] {
  const byDesk = Map.groupBy(facts, ({ dev }) => dev);
  const deviceFacts = Map.groupBy(
    facts.filter(({ ent }) => ent.startsWith('device/')),
    ({ ent }) => ent.slice('device/'.length),
  );
  return [...byDesk].map(([dev, own]) => {
    const known: Device | undefined = foldDevice(dev, deviceFacts.get(dev) ?? []);
    const inOrder = [...own].sort((a, b) => a.seq - b.seq || (a.h < b.h ? -1 : 1));
    return {
      dev,
      name: known?.name ?? '',
      facts: own.length,
      first: inOrder[0]?.seq ?? 0,
      last: inOrder.at(-1)?.seq ?? 0,
      digest: digestOf(inOrder.map(({ h }) => h)),
    };
  });
}

/** The bytes of a segment; `undefined` when what has its name is no file that is ever read. */
async function readable(log: Pick<SharedLog, 'read'>, ref: SegmentRef): Promise<Uint8Array | undefined> {
  try {
    return await log.read(ref);
  } catch (cause) {
    if (!isNeverRead(cause)) throw cause;
    return undefined;
  }
}

/** Reads every file of a shared register and says what is in it and what is not as it should be. Writes nothing. */
export async function verifyShare(space: Space, log: Pick<SharedLog, 'list' | 'read'>): Promise<ShareReport> {
  const listing = await log.list();
  const aside: { path: string; reason: QuarantineReason }[] = listing.foreign.map((path) => ({
    path,
    reason: 'foreign',
  }));
  const read: Read[] = [];
  for (const ref of listing.segments) {
    const path = `j/${ref.dev}/${ref.name}`;
    if (ref.bytes > MAXIMUM_SEGMENT_BYTES) {
      aside.push({ path, reason: 'too-big' });
      continue;
    }
    const bytes = await readable(log, ref);
    if (!bytes) {
      aside.push({ path, reason: 'foreign' });
      continue;
    }
    const decoded = decodeSegment(ref.dev, ref.name, bytes);
    if (decoded.ok) read.push([ref, decoded.value]);
    else aside.push({ path, reason: decoded.error });
  }
  const trusted = trustedOf(space, read);
  for (const one of read) {
    if (!trusted.has(one)) aside.push({ path: `j/${one[0].dev}/${one[0].name}`, reason: 'unknown-desk' });
  }
  const facts = [
    ...new Map([...trusted].flatMap(([, segment]) => segment.facts.map((fact) => [fact.h, fact] as const))).values(),
  ];
  const known = new Set(facts.map(({ h }) => h));
  const gaps = facts.filter(({ prev }) => prev !== '' && !known.has(prev));
  const positions = Map.groupBy(facts, ({ dev, seq }) => `${dev}/${seq}`);
  const forked = [...positions.values()].filter((at) => at.length > 1).flatMap(([first]) => first ?? []);
  const firstFork = Map.groupBy(forked, ({ dev }) => dev);
  return {
    space: { id: space.id, format: space.format, founder: space.founder.dev },
    desks: desksOf(facts),
    gaps: gaps.map(({ dev, seq }) => ({ dev, before: seq })),
    forks: [...firstFork].map(([dev, at]) => ({ dev, seq: Math.min(...at.map(({ seq }) => seq)) })),
    quarantine: aside.map((file) => ({ ...file, ...sayQuarantine(file.reason) })),
    facts: facts.length,
    segments: listing.segments.length,
    digest: digestOf([...known].sort()),
  };
}
