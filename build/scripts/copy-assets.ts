import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const TITILLIUM = 'bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin';

/** Name in `out/assets` → file of a package or of the sources. The reader of these is `electron/pdf/assets.ts`. */
export const ASSETS: Readonly<Record<string, string>> = {
  'typst.wasm': require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm'),
  'template.typ': fileURLToPath(new URL('../../electron/pdf/template.typ', import.meta.url)),
  ...Object.fromEntries(
    ['regular', 'italic', '600', '700'].map((face) => [
      `titillium-${face}.ttf`,
      require.resolve(`${TITILLIUM}-${face}.ttf`),
    ]),
  ),
  'noto-emoji.woff': require.resolve('@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff'),
};

/** Copies what the workers read at run time (PDF compiler, fonts, template) into `outDir`, made if it is missing. */
export async function copyAssets(outDir: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await Promise.all(Object.entries(ASSETS).map(([name, source]) => copyFile(source, join(outDir, name))));
}
