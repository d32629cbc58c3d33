/** Draws `build/resources/icon.svg` as PNG files and as a Windows icon. Run by hand when the drawing changes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findChromium } from '../standin/chromium.ts';

const RESOURCES = join(import.meta.dirname, '..', 'resources');
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512] as const;
/** A Windows icon holds at most 256 pixels, written as 0. */
const ICO_LIMIT = 256;
const HEADER_BYTES = 6;
const ENTRY_BYTES = 16;

interface Image {
  readonly size: number;
  readonly png: Buffer;
}

/** A Windows icon file holding the images as they are: a list of sizes and places, then the PNG files. */
function icoOf(images: readonly Image[]): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = HEADER_BYTES + ENTRY_BYTES * images.length;
  const entries = images.map(({ size, png }) => {
    const entry = Buffer.alloc(ENTRY_BYTES);
    entry.writeUInt8(size % ICO_LIMIT, 0);
    entry.writeUInt8(size % ICO_LIMIT, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12);
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...images.map(({ png }) => png)]);
}

async function draw(svg: string): Promise<readonly Image[]> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('Drawing needs a Chromium: install one or name it in STANDIN_CHROMIUM.');
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await browser.newPage();
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
    const images: Image[] = [];
    for (const size of SIZES) {
      await page.setViewportSize({ width: size, height: size });
      images.push({ size, png: await page.screenshot({ omitBackground: true }) });
    }
    return images;
  } finally {
    await browser.close();
  }
}

if (process.argv[1] === import.meta.filename) {
  const images = await draw(readFileSync(join(RESOURCES, 'icon.svg'), 'utf8'));
  mkdirSync(join(RESOURCES, 'icons'), { recursive: true });
  for (const { size, png } of images) writeFileSync(join(RESOURCES, 'icons', `${size}x${size}.png`), png);
  writeFileSync(join(RESOURCES, 'icon.ico'), icoOf(images.filter(({ size }) => size <= ICO_LIMIT)));
}
