import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ASSET_FILES, loadPdfAssets } from '#electron/pdf/assets.ts';
import { coverageOf } from '#electron/pdf/fontCoverage.ts';
import { woffToSfnt } from '#electron/pdf/woffToSfnt.ts';
import { copyAssets } from '../../../build/scripts/copy-assets.ts';

const FONTS = join(import.meta.dirname, '../../../node_modules/bootstrap-italia/dist/fonts/Titillium_Web');
const face = (ending: string): Buffer =>
  readFileSync(join(FONTS, `titillium-web-v10-latin-ext_latin-regular.${ending}`));

test('a packed font unpacks to what its publisher gives unpacked', () => {
  const [unpacked, original] = [woffToSfnt(face('woff')), face('ttf')];
  expect(unpacked).toHaveLength(original.length);
  expect(coverageOf(unpacked)).toEqual(coverageOf(original));
});

test('what is no packed font is refused', () => {
  expect(() => woffToSfnt(face('ttf'))).toThrow('not a WOFF 1.0 font');
  expect(() => woffToSfnt(new Uint8Array(3))).toThrow('not a WOFF 1.0 font');
  expect(() => woffToSfnt(face('woff2'))).toThrow('not a WOFF 1.0 font');
  const damaged = face('woff');
  damaged.writeUInt32BE(damaged.readUInt32BE(44 + 12) + 1, 44 + 12);
  expect(() => woffToSfnt(damaged)).toThrow(/instead of|header/);
});

test('the fonts of the report draw Italian, its neighbours and emoji', async () => {
  const { fonts } = await loadPdfAssets();
  const codes = fonts.map(coverageOf);
  const drawn = (sign: string): boolean => codes.some((set) => set.has(sign.codePointAt(0) ?? 0));
  expect([...'àèéìòùÀÈÉÌÒÙ€«»“”’–—…°ºª·•½²č𝐀ßñçřłžşțđ⚠📣👉❤☎✅🚰🎭◻'].filter((sign) => !drawn(sign))).toEqual(['𝐀']);
  expect(drawn('中') || drawn('α')).toBe(false);
});

test('the build copies every file the packed app reads', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assets-'));
  try {
    await copyAssets(join(folder, 'out'));
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(ASSET_FILES.map(({ name }) => name).sort());
    const [template, compiler] = ['template.typ', 'typst.wasm'].map((name) => readFileSync(join(folder, 'out', name)));
    const assets = await loadPdfAssets();
    expect(template?.toString('utf8')).toBe(assets.template);
    expect(compiler?.equals(assets.compiler)).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
