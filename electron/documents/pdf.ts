/** The words of a PDF that has some. Nothing in it is run, drawn or followed. */
import { getDocumentProxy } from 'unpdf';
import { MAX_DOCUMENT_TEXT } from '#shared/text/readDocument.ts';
import { Refused } from './refusals.ts';

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/** More pages than any text asked for. */
const MAX_PAGES = 40;
/** Lines this much farther apart than high begin a new paragraph. */
const PARAGRAPH_GAP = 1.6;
/** A line this much of the longest one goes on in the next. */
const FULL_LINE = 0.72;
const MAX_LINKS = 50;

interface Line {
  text: string;
  /** From the foot of the page. */
  readonly y: number;
  readonly height: number;
  right: number;
}

async function linesOf(page: PdfPage): Promise<readonly Line[]> {
  const { items } = await page.getTextContent();
  const lines: Line[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const [, , , , x = 0, y = 0] = item.transform as readonly number[];
    const height = item.height || 10;
    const last = lines.at(-1);
    if (last && Math.abs(last.y - y) < height / 2) {
      const isApart = x - last.right > height / 4 && !/\s$/.test(last.text) && !/^\s/.test(item.str);
      last.text += `${isApart ? ' ' : ''}${item.str}`;
      last.right = Math.max(last.right, x + item.width);
    } else lines.push({ text: item.str, y, height, right: x + item.width });
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}

/** What stands at the head and foot of every page: told by the same words, numbers apart. */
function furniture(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  if (pages.length < 2) return new Set();
  const seen = new Map<string, number>();
  for (const lines of pages) {
    const edges = new Set([lines[0], lines.at(-1)].flatMap((line) => (line ? [keyOf(line)] : [])));
    for (const key of edges) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, count]) => count === pages.length).map(([key]) => key));
}

const keyOf = ({ text }: Line): string => text.replace(/\d+/g, '#');
const isNewItem = (text: string): boolean => /^(?:[•●▪◦·*–-]|\d{1,2}[.)])\s/.test(text);

/** The lines of a page as paragraphs: broken lines go on, words cut by a hyphen are whole again. */
function paragraphsOf(lines: readonly Line[]): string {
  const longest = Math.max(...lines.map(({ right }) => right));
  let text = '';
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const words = line.text.replace(/^[•●▪◦·]\s*/, '- ');
    if (!before) text += words;
    else if (before.y - line.y > PARAGRAPH_GAP * Math.max(line.height, before.height) || before.y < line.y)
      text += `\n\n${words}`;
    else if (isNewItem(line.text) || before.right < longest * FULL_LINE) text += `\n${words}`;
    else if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(words)) text = text.slice(0, -1) + words;
    else text += ` ${words}`;
  }
  return text;
}

/** The addresses of the web a page links to and does not write. */
async function linksOf(page: PdfPage): Promise<readonly string[]> {
  const found = (await page.getAnnotations()) as readonly { readonly subtype?: string; readonly url?: string }[];
  const links = found.flatMap(({ subtype, url }) => (subtype === 'Link' && url && /^https?:/i.test(url) ? [url] : []));
  return [...new Set(links)].slice(0, MAX_LINKS);
}

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    return await getDocumentProxy(bytes, {
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      stopAtErrors: false,
      verbosity: 0,
    });
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    throw new Refused(name === 'PasswordException' ? 'encrypted' : 'broken');
  }
}

/** The text of a PDF, page by page, up to as much as is read. Throws `Refused`: also for one whose text is a picture. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const document = await open(bytes);
  try {
    const pages: (readonly Line[])[] = [];
    const links: string[] = [];
    let length = 0;
    for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES) && length <= MAX_DOCUMENT_TEXT; number++) {
      const page = await document.getPage(number);
      const lines = await linesOf(page);
      links.push(...(await linksOf(page)));
      length += lines.reduce((sum, { text }) => sum + text.length, 0);
      pages.push(lines);
      page.cleanup();
    }
    const around = furniture(pages);
    const text = pages
      .map((lines) => lines.filter((line) => !around.has(keyOf(line))))
      .filter((lines) => lines.length > 0)
      .map(paragraphsOf)
      .join('\n\n');
    if (!/\p{L}{2}/u.test(text)) throw new Refused('picture');
    const unwritten = [...new Set(links)].filter((link) => !text.includes(link.replace(/\/$/, '')));
    return [text, ...unwritten].join('\n');
  } catch (cause) {
    throw cause instanceof Refused ? cause : new Refused('broken');
  } finally {
    await document.loadingTask.destroy();
  }
}
