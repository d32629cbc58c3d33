import { z } from 'zod';

/** A picture as its own bytes tell it: kind and size in pixels. */
export const pictureSchema = z.object({
  kind: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp']),
  width: z.int().positive(),
  height: z.int().positive(),
});
export type Picture = z.infer<typeof pictureSchema>;

/** A picture above this is not shown (5 MB), nor one that would unfold to more pixels: 25 million are a good camera's. */
export const MAX_PICTURE_BYTES = 5_000_000;
const MAX_PICTURE_PIXELS = 25_000_000;
/** Of one e-mail so many are shown, and so many bytes together. */
export const MAX_PICTURES = 12;
export const MAX_PICTURES_BYTES = 12_000_000;
/** Smaller ones are dots and lines of a signature, or count who opens the mail. */
const LEAST_SIDE = 8;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const JPEG = [0xff, 0xd8, 0xff];
/** Start of frame: all but the tables that share the range (C4, C8, CC). */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const hasNoLength = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9);

const begins = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);
const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));

type Size = readonly [width: number, height: number];

/** Width and height in the first frame of a JPEG, behind whatever the camera wrote before it. */
function jpegSize(view: DataView): Size | undefined {
  let at = 2;
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (hasNoLength(marker)) at += 2;
    else if (isFrame(marker)) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}

/** The canvas of a WebP: lossy, lossless or extended. */
function webpSize(bytes: Uint8Array, view: DataView): Size | undefined {
  const uint24 = (at: number): number => view.getUint16(at, true) + view.getUint8(at + 2) * 0x1_00_00;
  switch (ascii(bytes, 12, 4)) {
    case 'VP8 ':
      return [view.getUint16(26, true) & 0x3f_ff, view.getUint16(28, true) & 0x3f_ff];
    case 'VP8L': {
      const packed = view.getUint32(21, true);
      return [(packed & 0x3f_ff) + 1, ((packed >>> 14) & 0x3f_ff) + 1];
    }
    case 'VP8X':
      return [uint24(24) + 1, uint24(27) + 1];
    default:
      return undefined;
  }
}

const LEAST_BYTES = 32;

function sizeOf(bytes: Uint8Array): readonly [Picture['kind'], Size | undefined] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (begins(bytes, PNG) && ascii(bytes, 12, 4) === 'IHDR')
    return ['image/png', [view.getUint32(16), view.getUint32(20)]];
  if (begins(bytes, JPEG)) return ['image/jpeg', jpegSize(view)];
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return ['image/gif', [view.getUint16(6, true), view.getUint16(8, true)]];
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return ['image/webp', webpSize(bytes, view)];
  return undefined;
}

/**
 * What picture the bytes are, told by the bytes alone and never by a name: PNG, JPEG, GIF or WebP, with the size they
 * declare. `undefined` for everything else, SVG too: it may hold a program.
 */
export function pictureOf(bytes: Uint8Array): Picture | undefined {
  if (bytes.length < LEAST_BYTES) return undefined;
  const [kind, size] = sizeOf(bytes) ?? [];
  return size && kind && size[0] > 0 && size[1] > 0 ? { kind, width: size[0], height: size[1] } : undefined;
}

/** Whether a picture may be shown: too small it says nothing, too big it could stop the screen. */
export function showingOf({ width, height }: Picture, bytes: number): 'shown' | 'tooSmall' | 'tooBig' {
  if (Math.min(width, height) < LEAST_SIDE) return 'tooSmall';
  return bytes <= MAX_PICTURE_BYTES && width * height <= MAX_PICTURE_PIXELS ? 'shown' : 'tooBig';
}
