import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const RESOURCES = join(import.meta.dirname, '..', '..', 'build', 'resources');
const PNG_START = '89504e470d0a1a0a';

/** Width and height in pixels, read from the file itself. */
function sizeOf(png: Buffer): readonly number[] {
  expect(png.subarray(0, 8).toString('hex')).toBe(PNG_START);
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

test('every drawing has the size of its name', () => {
  const names = readdirSync(join(RESOURCES, 'icons'));
  expect(names).toContain('512x512.png');
  for (const name of names) {
    const [width, height] = sizeOf(readFileSync(join(RESOURCES, 'icons', name)));
    expect(`${width}x${height}.png`).toBe(name);
  }
});

test('the Windows icon holds the drawings up to 256 pixels', () => {
  const ico = readFileSync(join(RESOURCES, 'icon.ico'));
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
  const images = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const start = ico.readUInt32LE(entry + 12);
    const png = ico.subarray(start, start + ico.readUInt32LE(entry + 8));
    expect(sizeOf(png)).toEqual([ico.readUInt8(entry) || 256, ico.readUInt8(entry + 1) || 256]);
    const [width] = sizeOf(png);
    expect(png.equals(readFileSync(join(RESOURCES, 'icons', `${width}x${width}.png`)))).toBe(true);
    return width;
  });
  expect(images).toEqual([16, 24, 32, 48, 64, 128, 256]);
});
