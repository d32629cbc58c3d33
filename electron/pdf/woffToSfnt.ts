import { inflateSync } from 'node:zlib';

const SIGNATURE = 0x774f4646;
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

interface FontTable {
  readonly tag: string;
  readonly checksum: number;
  readonly data: Uint8Array;
}

function tableAt(woff: Buffer, index: number): FontTable {
  const at = WOFF_HEADER + index * WOFF_ENTRY;
  const tag = woff.toString('latin1', at, at + 4);
  const offset = woff.readUInt32BE(at + 4);
  const packedLength = woff.readUInt32BE(at + 8);
  const length = woff.readUInt32BE(at + 12);
  const packed = woff.subarray(offset, offset + packedLength);
  const data = packedLength < length ? inflateSync(packed) : packed;
  if (data.length !== length) throw new Error(`WOFF table ${tag} has ${data.length} bytes instead of ${length}`);
  return { tag, checksum: woff.readUInt32BE(at + 16), data };
}

const paddedLength = (length: number): number => (length + 3) & ~3;

/**
 * The TrueType or OpenType font inside a WOFF 1.0 file (W3C WOFF 1.0 §§4–5): Typst reads only unpacked fonts.
 * Throws when the bytes are no WOFF 1.0 or a table does not have its declared length.
 */
export function woffToSfnt(bytes: Uint8Array): Uint8Array {
  const woff = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (woff.length < WOFF_HEADER || woff.readUInt32BE(0) !== SIGNATURE) throw new Error('not a WOFF 1.0 font');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => tableAt(woff, index)).sort((one, other) =>
    one.tag < other.tag ? -1 : 1,
  );
  const start = SFNT_HEADER + SFNT_ENTRY * count;
  const sfnt = Buffer.alloc(tables.reduce((total, { data }) => total + paddedLength(data.length), start));
  const entrySelector = Math.floor(Math.log2(count));
  const searchRange = 16 * 2 ** entrySelector;
  sfnt.writeUInt32BE(woff.readUInt32BE(4), 0);
  sfnt.writeUInt16BE(count, 4);
  sfnt.writeUInt16BE(searchRange, 6);
  sfnt.writeUInt16BE(entrySelector, 8);
  sfnt.writeUInt16BE(count * 16 - searchRange, 10);
  let offset = start;
  for (const [index, { tag, checksum, data }] of tables.entries()) {
    const at = SFNT_HEADER + index * SFNT_ENTRY;
    sfnt.write(tag, at, 'latin1');
    sfnt.writeUInt32BE(checksum, at + 4);
    sfnt.writeUInt32BE(offset, at + 8);
    sfnt.writeUInt32BE(data.length, at + 12);
    sfnt.set(data, offset);
    offset += paddedLength(data.length);
  }
  return sfnt;
}
