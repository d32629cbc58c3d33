/** The beginnings of pictures, as the formats define them: enough to tell their kind and size. */
import { crc32, deflateSync } from 'node:zlib';

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A whole grey PNG; `drawn` pixels may be fewer than it declares, as in a hostile one. */
export function png(width: number, height: number, drawn: { readonly rows: number } = { rows: height }): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * drawn.rows, 0x80);
  for (let row = 0; row < drawn.rows; row++) rows[row * (width + 1)] = 0;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const padded = (...parts: readonly (Buffer | readonly number[] | string)[]): Uint8Array =>
  Buffer.concat([
    ...parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
    Buffer.alloc(40),
  ]);
const big16 = (value: number): readonly number[] => [value >> 8, value & 0xff];
const little16 = (value: number): readonly number[] => [value & 0xff, value >> 8];
const little24 = (value: number): readonly number[] => [value & 0xff, (value >> 8) & 0xff, value >> 16];

/** The head of a JPEG whose camera wrote `exif` bytes before the first frame. */
export const jpeg = (width: number, height: number, exif = 20): Uint8Array =>
  padded(
    [0xff, 0xd8, 0xff, 0xe1, ...big16(exif + 2)],
    Buffer.alloc(exif, 0xc0),
    [0xff, 0xc4, ...big16(4), 0, 0],
    [0xff, 0xff, 0xc2, ...big16(17), 8, ...big16(height), ...big16(width), 3],
  );
export const gif = (width: number, height: number): Uint8Array =>
  padded('GIF89a', [...little16(width), ...little16(height)]);
export const webp = {
  lossy: (width: number, height: number): Uint8Array =>
    padded(
      'RIFF',
      [0, 0, 0, 0],
      'WEBPVP8 ',
      [0, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a],
      [...little16(width), ...little16(height)],
    ),
  lossless: (width: number, height: number): Uint8Array => {
    const packed = Buffer.alloc(4);
    packed.writeUInt32LE((width - 1) | ((height - 1) << 14));
    return padded('RIFF', [0, 0, 0, 0], 'WEBPVP8L', [0, 0, 0, 0, 0x2f], packed);
  },
  extended: (width: number, height: number): Uint8Array =>
    padded(
      'RIFF',
      [0, 0, 0, 0],
      'WEBPVP8X',
      [10, 0, 0, 0, 0, 0, 0, 0],
      [...little24(width - 1), ...little24(height - 1)],
    ),
};
