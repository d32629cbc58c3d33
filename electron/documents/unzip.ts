/** The parts of a zip that are wanted, inflated within limits that are counted while inflating. */
import { inflateRawSync } from 'node:zlib';
import { type ZipEntry, zipEntries } from '#electron/tables/zipDirectory.ts';
import { Refused } from './refusals.ts';

/** More parts than any document of an office has. */
const MAX_PARTS = 4_000;
/** All that is inflated of one document, in bytes. */
const MAX_INFLATED_BYTES = 40_000_000;
const LOCAL_SIGNATURE = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
const LOCAL_LENGTH = 30;

/** The packed bytes of a part: what lies behind its own head. */
function packedOf(bytes: Uint8Array, { offset, packedBytes }: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE)
    throw new Refused('broken');
  const from = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packedBytes > bytes.length) throw new Refused('broken');
  return bytes.subarray(from, from + packedBytes);
}

function inflate(packed: Uint8Array, { method }: ZipEntry, limit: number): Uint8Array {
  if (method === STORED) {
    if (packed.length > limit) throw new Refused('tooBig');
    return packed;
  }
  if (method !== DEFLATED) throw new Refused('broken');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (cause) {
    throw new Refused((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooBig' : 'broken');
  }
}

/** The parts of a zip by name; nothing is inflated that is not asked for, and nothing written anywhere. */
export interface Parts {
  readonly has: (name: string) => boolean;
  /** Its text; `undefined` where there is none. Throws `Refused`. */
  readonly text: (name: string) => string | undefined;
}

/** Opens a zip. Throws `Refused` for a damaged one, one with too many parts, and one that is locked. */
export function openParts(bytes: Uint8Array): Parts {
  let entries: readonly ZipEntry[];
  try {
    entries = zipEntries(bytes, MAX_PARTS);
  } catch (cause) {
    throw new Refused(cause instanceof RangeError && cause.message === 'too many parts' ? 'tooBig' : 'broken');
  }
  const named = new Map(entries.map((entry) => [entry.name, entry]));
  let left = MAX_INFLATED_BYTES;
  return {
    has: (name) => named.has(name),
    text: (name) => {
      const entry = named.get(name);
      if (!entry) return undefined;
      if (entry.isLocked) throw new Refused('encrypted');
      const inflated = inflate(packedOf(bytes, entry), entry, left);
      left -= inflated.length;
      return textOf(inflated);
    },
  };
}

/** Text by the mark it begins with; without one it is UTF-8, as in every such document. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}
