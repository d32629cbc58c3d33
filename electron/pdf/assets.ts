import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { woffToSfnt } from './woffToSfnt.ts';

/** What the PDF is made with: the Typst compiler, its fonts as TrueType and the template. */
export interface PdfAssets {
  readonly compiler: Uint8Array;
  readonly fonts: readonly Uint8Array[];
  readonly template: string;
}

interface AssetFile {
  /** Name in `out/assets` of the packed app. */
  readonly name: string;
  /** Where it is in a checkout: a package's file, or one beside this module. */
  readonly source: string;
}

const TITILLIUM = 'bootstrap-italia/dist/fonts/Titillium_Web/titillium-web-v10-latin-ext_latin';

const COMPILER: AssetFile = { name: 'typst.wasm', source: '@myriaddreamin/typst-ts-web-compiler/wasm' };
const TEMPLATE: AssetFile = { name: 'template.typ', source: './template.typ' };
/** One file with all the emoji: joined ones (families, flags) are drawn only by a font that holds every part. */
const EMOJI: AssetFile = {
  name: 'noto-emoji.woff',
  source: '@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff',
};
const FONTS: readonly AssetFile[] = [
  ...['regular', 'italic', '600', '700'].map((face) => ({
    name: `titillium-${face}.ttf`,
    source: `${TITILLIUM}-${face}.ttf`,
  })),
  EMOJI,
];

/** The files the packed app must hold in `out/assets`: `build/scripts/copy-assets.ts` copies them, a test compares. */
export const ASSET_FILES: readonly AssetFile[] = [COMPILER, TEMPLATE, ...FONTS];

const require = createRequire(import.meta.url);

function pathOf({ name, source }: AssetFile): string {
  const fromSource = import.meta.url.endsWith('.ts');
  return fromSource ? require.resolve(source) : fileURLToPath(new URL(`../assets/${name}`, import.meta.url));
}

async function readFont(file: AssetFile): Promise<Uint8Array> {
  const bytes = await readFile(pathOf(file));
  return file.name.endsWith('.woff') ? woffToSfnt(bytes) : bytes;
}

/** The assets, from the packages in a checkout and from `out/assets` in the packed app. Throws when one is missing. */
export async function loadPdfAssets(): Promise<PdfAssets> {
  const [compiler, template, fonts] = await Promise.all([
    readFile(pathOf(COMPILER)),
    readFile(pathOf(TEMPLATE), 'utf8'),
    Promise.all(FONTS.map(readFont)),
  ]);
  return { compiler, template, fonts };
}
