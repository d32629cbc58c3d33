/** One file inside a zip, as its directory declares it. */
export interface ZipEntry {
  readonly name: string;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where its own head begins. */
  readonly offset: number;
  /** How it is packed (APPNOTE 4.4.5). */
  readonly method: number;
  /** A password is needed. */
  readonly isLocked: boolean;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

function endOfDirectory(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw new Error('zip without a directory');
}

/**
 * The directory of a zip (APPNOTE 4.3.12): what it says it holds, before anything is unpacked. Throws on a damaged one.
 * Sizes beyond 4 GB come as 4 GB, which is more than any limit here. More parts than `most` are a `RangeError`.
 */
export function zipEntries(bytes: Uint8Array, most = LONGEST_COMMENT): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > most) throw new RangeError('too many parts');
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: count }, () => {
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) throw new Error('zip with a damaged directory');
    const [packedBytes, unpackedBytes] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const text = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (name ?? 0)));
    const [flags, method, offset] = [
      view.getUint16(at + 8, true),
      view.getUint16(at + 10, true),
      view.getUint32(at + 42, true),
    ];
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
    return { name: text, packedBytes, bytes: unpackedBytes, offset, method, isLocked: (flags & 1) === 1 };
  });
}

/** An empty file packs into this many bytes; more of them, declared as empty, would be unpacked without a limit. */
const PACKED_EMPTY = 2;

/** How many bytes a zip declares to hold; `Infinity` when it does not tell. */
export function declaredBytes(entries: readonly ZipEntry[]): number {
  const hides = entries.some(({ bytes, packedBytes }) => bytes === 0 && packedBytes > PACKED_EMPTY);
  return hides ? Number.POSITIVE_INFINITY : entries.reduce((total, { bytes }) => total + bytes, 0);
}
