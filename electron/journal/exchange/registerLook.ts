import { type DeviceKey, deviceFacts } from '#shared/journal/devices.ts';
import { type Fact, isAhead } from '#shared/journal/fact.ts';
import { parseSegmentName } from '#shared/journal/segment.ts';
import { readFact } from '#shared/journal/vocabulary.ts';
import { fingerprintOf } from './fingerprint.ts';
import { isOfOneFile } from './refusedFile.ts';
import { decodeSegment, MAXIMUM_SEGMENT_BYTES, type Signer } from './segmentFile.ts';
import type { SegmentRef, SharedLog, Space } from './sharedLog.ts';

/** What a register says of itself before this desk belongs to it: read, and nothing kept. */
export interface RegisterLook {
  readonly fingerprint: string;
  readonly founder: DeviceKey;
  /** Facts signed by its founder and by the desks that were accepted from there on. */
  readonly facts: readonly Fact[];
  /** There was more than is read for a question: what is counted is a part. */
  readonly isPart: boolean;
}

/** So much is read at most: enough for some years of a small office. */
const MOST_BYTES = 8 * 1024 * 1024;
/** Desks nobody is known to have let in of which one file is read: they may continue one that was. */
const MOST_STRANGERS = 20;

/** The desks of a register as its own facts admit them, from its founder on. */
function admission({ dev, key }: DeviceKey) {
  const admitted = new Map([[dev, new Set([key])]]);
  const admit = (desk: DeviceKey): void => {
    admitted.set(desk.dev, (admitted.get(desk.dev) ?? new Set()).add(desk.key));
  };
  const isIn = (desk: DeviceKey): boolean => admitted.get(desk.dev)?.has(desk.key) ?? false;
  return {
    knows: (name: string): boolean => admitted.has(name),
    counts: (signer: Signer): boolean => {
      if (signer.continues && isIn(signer.continues)) admit(signer);
      return isIn(signer);
    },
    learn: (raw: Fact): void => {
      const fact = readFact(deviceFacts, raw);
      if (fact?.type === 'device.accepted') admit({ dev: fact.ent.slice('device/'.length), key: fact.body.key });
    },
  };
}

const firstOf = ({ name }: SegmentRef): number => parseSegmentName(name)?.first ?? 0;

/** Looks at a register without keeping or writing anything. Rejects when the place does not answer. */
export async function lookAtRegister(log: SharedLog, { id, format, founder }: Space): Promise<RegisterLook> {
  const desks = admission(founder);
  const facts: Fact[] = [];
  const { segments, unmeasured } = await log.list([founder.dev]);
  const left = new Set(segments.toSorted((one, other) => firstOf(one) - firstOf(other)));
  let bytesLeft = MOST_BYTES;
  let isPart = unmeasured.length > 0;
  const readOne = async (ref: SegmentRef): Promise<void> => {
    left.delete(ref);
    if (ref.bytes > Math.min(bytesLeft, MAXIMUM_SEGMENT_BYTES)) {
      isPart = true;
      return;
    }
    bytesLeft -= ref.bytes;
    try {
      const read = decodeSegment(ref.dev, ref.name, await log.read(ref), desks.counts);
      if (!read.ok || !read.value.isRead) return;
      facts.push(...read.value.facts.filter((fact) => !isAhead(fact)));
      read.value.facts.forEach(desks.learn);
    } catch (cause) {
      if (!isOfOneFile(cause)) throw cause;
      isPart = true;
    }
  };
  const strangers = new Set<string>();
  const stranger = (): SegmentRef | undefined => {
    const ref = [...left].find(({ dev }) => !strangers.has(dev));
    if (!ref || strangers.size >= MOST_STRANGERS) return undefined;
    strangers.add(ref.dev);
    return ref;
  };
  const next = (): SegmentRef | undefined => [...left].find(({ dev }) => desks.knows(dev)) ?? stranger();
  for (let ref = next(); ref; ref = next()) await readOne(ref);
  return { fingerprint: fingerprintOf({ id, format, founder }), founder, facts, isPart };
}
