import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_PICTURE_BYTES, pictureOf, showingOf } from '#shared/requests/picture.ts';
import { gif, jpeg, png, webp } from '../../helpers/pictures.ts';

describe('pictureOf', () => {
  const sides = fc.integer({ min: 1, max: 16_000 });
  const makers = { png: (w: number, h: number) => png(w, h, { rows: 1 }), jpeg, gif, ...webp };

  it.each(Object.entries(makers))('reads the size a %s declares', (_name, make) => {
    fc.assert(
      fc.property(sides, sides, (width, height) => {
        expect(pictureOf(make(width, height))).toMatchObject({ width, height });
      }),
      { numRuns: 50 },
    );
  });

  it('finds the frame of a JPEG behind what the camera wrote', () => {
    expect(pictureOf(jpeg(4_000, 3_000, 60_000))).toEqual({ kind: 'image/jpeg', width: 4_000, height: 3_000 });
  });

  it.each([
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'],
    ['HTML', '<html><body><img src="https://altrove.example/x.png"></body></html>      '],
    ['a PDF', '%PDF-1.7 and so on, and so on, and so on, and so on'],
    ['a program', `MZ${'\0'.repeat(80)}`],
    ['a text that begins like a GIF', 'GIF87 e altre parole lunghe abbastanza per essere lette'],
  ])('%s is none', (_name, text) => {
    expect(pictureOf(Buffer.from(text, 'latin1'))).toBeUndefined();
  });

  it('a size of nothing is none', () => {
    expect(pictureOf(gif(0, 100))).toBeUndefined();
  });

  it('never throws, whatever the bytes, and however short', () => {
    const starts = [png(9, 9), jpeg(9, 9), gif(9, 9), webp.lossy(9, 9), webp.lossless(9, 9), webp.extended(9, 9)];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.nat(80), fc.uint8Array({ maxLength: 80 }), (start, keep, rest) => {
        const bytes = Buffer.concat([start.subarray(0, keep), rest]);
        const picture = pictureOf(bytes);
        if (picture) expect(picture.width * picture.height).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads a view into a larger buffer at its own place', () => {
    const whole = Buffer.concat([Buffer.alloc(100, 0xff), gif(320, 200)]);
    expect(pictureOf(whole.subarray(100))).toMatchObject({ width: 320, height: 200 });
  });
});

describe('showingOf', () => {
  const picture = (width: number, height: number) => ({ kind: 'image/png' as const, width, height });
  it.each([
    [picture(1_200, 800), 300_000, 'shown'],
    [picture(1, 1), 60, 'tooSmall'],
    [picture(600, 2), 60, 'tooSmall'],
    [picture(5_000, 5_000), 300_000, 'shown'],
    [picture(5_001, 5_000), 300_000, 'tooBig'],
    [picture(65_000, 65_000), 900, 'tooBig'],
    [picture(100, 100), MAX_PICTURE_BYTES + 1, 'tooBig'],
  ])('%j of %i bytes is %s', (one, bytes, showing) => {
    expect(showingOf(one, bytes)).toBe(showing);
  });
});
