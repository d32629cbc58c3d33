import initialise, { TypstCompilerBuilder } from '@myriaddreamin/typst-ts-web-compiler';
import { partsOf } from '#shared/kernel/day.ts';
import type { PrintedDocument } from '#shared/text/document/document.ts';
import type { PdfAssets } from './assets.ts';
import { finishPdf } from './finish.ts';
import { type Coverage, coverageOf } from './fontCoverage.ts';
import { mapStrings, textPrinter } from './printable.ts';

/** A finished PDF/A-2a and PDF/UA-1 file. */
export interface RenderedPdf {
  readonly bytes: Uint8Array;
  /** Characters of the texts that no font draws: the PDF shows a square in their place. */
  readonly missing: readonly string[];
}

/** What the compiler answers: the file, or what is wrong with the template. */
interface Compilation {
  readonly result?: Uint8Array;
  readonly diagnostics?: readonly { readonly message: string; readonly range: string }[];
}

/** The form in which the compiler explains a mistake of the template. */
const WITH_MESSAGES = 3;
const MAIN = '/document.typ';
const DATA = '/data.json';

const isEmojiFont = (codes: Coverage): boolean => !codes.has('a'.charCodeAt(0));

/** What all the text faces draw, and what at least one emoji font draws. */
function coverages(fonts: readonly Uint8Array[]): readonly [letters: Coverage, emoji: Coverage] {
  const all = fonts.map(coverageOf);
  const [first = new Set<number>(), ...others] = all.filter((codes) => !isEmojiFont(codes));
  const letters = [...first].filter((code) => others.every((codes) => codes.has(code)));
  return [new Set(letters), new Set(all.filter(isEmojiFont).flatMap((codes) => [...codes]))];
}

/** The day stands in parts beside the texts: the template computes nothing. */
const templateData = (document: PrintedDocument): unknown => ({ ...document, day: partsOf(document.date) });

/**
 * A renderer that compiles documents one after the other with the same compiler (about 350 MB: run it in a worker).
 * The renderer throws when the template has a mistake.
 */
export async function createRenderer(assets: PdfAssets): Promise<(document: PrintedDocument) => RenderedPdf> {
  await initialise({ module_or_path: assets.compiler });
  const builder = new TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of assets.fonts) await builder.add_raw_font(font);
  const compiler = await builder.build();
  const [letters, emoji] = coverages(assets.fonts);
  return (document) => {
    const printer = textPrinter(letters, emoji);
    const data = mapStrings(templateData(document), printer.print);
    compiler.reset();
    compiler.add_source(MAIN, assets.template);
    compiler.map_shadow(DATA, new TextEncoder().encode(JSON.stringify(data)));
    const { result, diagnostics = [] }: Compilation = compiler.compile(MAIN, [], 'pdf', WITH_MESSAGES);
    if (!result) throw new Error(diagnostics.map(({ message, range }) => `${range} ${message}`).join('\n'));
    return { bytes: finishPdf(result), missing: printer.missing() };
  };
}
