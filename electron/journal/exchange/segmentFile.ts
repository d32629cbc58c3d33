import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sha256 } from '#electron/journal/journal.ts';
import { MOST_FACT_BYTES } from '#shared/journal/bounds.ts';
import { canonicalJson, type Json } from '#shared/journal/canonical.ts';
import type { DeviceKey } from '#shared/journal/devices.ts';
import { FACTS_VERSION, type Fact, factSchema, hashOf } from '#shared/journal/fact.ts';
import type { QuarantineReason } from '#shared/journal/quarantine.ts';
import { parseSegmentName, segmentName } from '#shared/journal/segment.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { type Continuation, type Identity, isContinuation, isSigned } from './identity.ts';

/** Largest segment that is opened. The app's own have at most 1,000 facts and about a mebibyte. */
export const MAXIMUM_SEGMENT_BYTES = 32 * 1024 * 1024;
const NEWLINE = 0x0a;

/** The last line of a segment: who signed everything before it, and whose computer that was before. */
const trailerSchema = z.object({
  key: z.string().length(43),
  sig: z.string().length(86),
  continues: z.exactOptional(z.object({ dev: z.string(), key: z.string().length(43), sig: z.string().length(86) })),
});

/** The body is what JSON.parse gave: only the envelope has to be looked at. */
const envelopeSchema = factSchema.omit({ body: true }).extend({ body: z.unknown() });

/** A segment ready to be published. */
export interface SegmentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const hashOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The file of consecutive facts of one desk, one JSON line each, signed; the same facts give the same bytes. */
export function encodeSegment(
  facts: readonly Fact[],
  identity: Identity,
  continues: Continuation | undefined,
): SegmentFile {
  const lines = facts.map((fact) => `${canonicalJson({ ...fact } as unknown as Json)}\n`).join('');
  const signed = Buffer.from(lines, 'utf8');
  const trailer = { key: identity.key, sig: identity.sign(signed), ...(continues ? { continues } : {}) };
  const bytes = Buffer.concat([signed, Buffer.from(`${canonicalJson(trailer as unknown as Json)}\n`, 'utf8')]);
  const [first, last] = [facts[0]?.seq ?? 0, facts.at(-1)?.seq ?? 0];
  return { name: segmentName({ first, last, hash: hashOfBytes(bytes) }), bytes };
}

/** Who signed a file: a key, and the one of its computer before it, whose word is proved. */
export interface Signer extends DeviceKey {
  readonly continues: Continuation | undefined;
}

/** A segment as it was found, signed by `key`. */
export interface ReadSegment {
  /** All its facts; of a signer whose facts do not count the first one, and the one that says who it is. */
  readonly facts: readonly Fact[];
  readonly isRead: boolean;
  readonly key: string;
  /** Proved: the computer that was `dev` before signs now with `key`. */
  readonly continues: Continuation | undefined;
}

/** Splits off the last line; both parts end with a newline, or there is no trailer. */
function splitTrailer(bytes: Uint8Array): readonly [signed: Uint8Array, trailer: string] | undefined {
  if (bytes.at(-1) !== NEWLINE) return undefined;
  const cut = bytes.lastIndexOf(NEWLINE, bytes.length - 2) + 1;
  return [bytes.subarray(0, cut), Buffer.from(bytes.subarray(cut)).toString('utf8')];
}

/**
 * The lines one by one: a hostile file has millions, and the first wrong one is the last that is looked at. One that is too
 * long for a fact is none, and is not made a text of.
 */
function* linesOf(bytes: Uint8Array): Iterable<string> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let start = 0; start < buffer.length; ) {
    const end = buffer.indexOf(NEWLINE, start);
    yield end - start > MOST_FACT_BYTES ? '' : buffer.toString('utf8', start, end);
    start = end + 1;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readLine(line: string): Result<Fact, QuarantineReason> {
  const raw = parseJson(line);
  // A fact of a newer app keeps the form of the envelope; what does not is left to that app, with its whole file.
  const misfit: Result<Fact, QuarantineReason> = err(isNewer(raw) ? 'newer' : 'broken');
  const parsed = envelopeSchema.safeParse(raw);
  if (!parsed.success) return misfit;
  const fact = parsed.data as Fact;
  try {
    return hashOf(fact, sha256) === fact.h ? ok(fact) : misfit;
  } catch (cause) {
    // Nested deeper, longer or more numerous than any honest desk writes.
    if (cause instanceof RangeError) return err('broken');
    throw cause;
  }
}

const JOINED = Buffer.from('"type":"device.joined"', 'utf8');

/** The fact by which the author of these lines says who it is; none where it does not. */
function introductionIn(bytes: Uint8Array): readonly Fact[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = buffer.indexOf(JOINED);
  if (at === -1) return [];
  const [line = ''] = linesOf(buffer.subarray(buffer.lastIndexOf(NEWLINE, at) + 1));
  const fact = readLine(line);
  return fact.ok ? [fact.value] : [];
}

const isNewer = (raw: unknown): boolean =>
  typeof raw === 'object' && raw !== null && 'v' in raw && typeof raw.v === 'number' && raw.v > FACTS_VERSION;

/**
 * Reads the bytes of the file `name` of the desk `dev`: the hash of its name, its signature, then every fact, its hash,
 * its place in the chain. Of a signer whose facts do not count only the first is looked at, and who it says it is. The
 * error says why the file is set aside.
 */
export function decodeSegment(
  dev: string,
  name: string,
  bytes: Uint8Array,
  counts: (signer: Signer) => boolean = () => true,
): Result<ReadSegment, QuarantineReason> {
  const range = parseSegmentName(name);
  if (!range) return err('foreign');
  if (!hashOfBytes(bytes).startsWith(range.hash)) return err('torn');
  const split = splitTrailer(bytes);
  const trailer = split && trailerSchema.safeParse(parseJson(split[1]));
  if (!split || !trailer?.success) return err('unsigned');
  const { key, sig, continues } = trailer.data;
  if (!isSigned(key, split[0], sig)) return err('bad-signature');
  if (continues && !isContinuation({ dev, key }, continues)) return err('bad-signature');
  const isRead = counts({ dev, key, continues });
  const facts: Fact[] = [];
  for (const line of linesOf(split[0])) {
    const fact = readLine(line);
    if (!fact.ok) return fact;
    const before = facts.at(-1);
    const follows = before ? fact.value.prev === before.h && fact.value.seq === before.seq + 1 : true;
    if (fact.value.dev !== dev || !follows) return err('broken');
    facts.push(fact.value);
    if (!isRead) return ok({ facts: [fact.value, ...introductionIn(split[0])], isRead, key, continues });
  }
  const isWhole = facts[0]?.seq === range.first && facts.at(-1)?.seq === range.last;
  return isWhole ? ok({ facts, isRead, key, continues }) : err('broken');
}
