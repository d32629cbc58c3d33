/** What old mail programs write wrongly about their letters, put right before anybody reads it. */
import { isUtf8 } from 'node:buffer';

const UTF8 = new TextDecoder('utf-8', { fatal: true });
const WESTERN = new TextDecoder('windows-1252');
/** The byte of each letter of Windows' Western code page above ASCII. */
const BYTE_OF = new Map(
  Array.from({ length: 128 }, (_, index) => [WESTERN.decode(Uint8Array.of(128 + index)), 128 + index]),
);
const LINE_FEED = 0x0a;
const MAX_HEAD_BYTES = 2_000_000;
const MAX_BOUNDARIES = 200;
/** Code pages of Windows by their number, where their name is not `windows-<number>`. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  20127: 'windows-1252',
  28591: 'windows-1252',
  28592: 'iso-8859-2',
  28605: 'iso-8859-15',
  65001: 'utf-8',
};

/** The lines of `bytes` with their ends, up to a limit; what is beyond is one piece. */
function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let from = 0;
  while (from < bytes.length) {
    const feed = from < MAX_HEAD_BYTES ? bytes.indexOf(LINE_FEED, from) : -1;
    const to = feed < 0 ? bytes.length : feed + 1;
    yield bytes.subarray(from, to);
    from = to;
  }
}

/**
 * The raw message with bare Western letters in its heads and in those of its parts as UTF-8: RFC 5322 allows none, and old
 * programs write them all the same. A message without any comes back as it is.
 */
export function withReadableHeads(bytes: Uint8Array): Uint8Array {
  if (isUtf8(bytes)) return bytes;
  const boundaries = new Set<string>();
  let isHead = true;
  const lines = [...linesOf(bytes)].map((line) => {
    const text = WESTERN.decode(line.subarray(0, 300)).trimEnd();
    if (text.startsWith('--') && boundaries.has(text.slice(2))) isHead = true;
    else if (text === '') isHead = false;
    if (!isHead) return line;
    const boundary = /boundary\s?=\s?"?([^";\s]{1,200})/i.exec(text)?.[1];
    if (boundary !== undefined && boundaries.size < MAX_BOUNDARIES) boundaries.add(boundary);
    return isUtf8(line) ? line : new TextEncoder().encode(WESTERN.decode(line));
  });
  return Buffer.concat(lines);
}

/** UTF-8 that was taken for Western letters: `Ã¨` for `è`, `â€™` for `’`. */
const MISREAD = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,3}/g;

/** The text with UTF-8 that was read as Western letters read again; what is no such thing stays. */
export function withoutMisreading(text: string): string {
  return text.replace(MISREAD, (letters) => {
    const bytes = Array.from(letters, (letter) => BYTE_OF.get(letter) ?? letter.charCodeAt(0));
    if (bytes.some((byte) => byte > 0xff)) return letters;
    try {
      return UTF8.decode(Uint8Array.from(bytes));
    } catch {
      return letters;
    }
  });
}

/** HTML in bytes: by the code page the message names, else by its own `meta`, else UTF-8 where it is that, else Western. */
export function decodeHtml(bytes: Uint8Array, codePage: number | undefined): string {
  const said = /<meta[^>]{0,200}charset\s?=\s?["']?([\w-]{2,40})/i.exec(WESTERN.decode(bytes.subarray(0, 4_000)))?.[1];
  const named = codePage === undefined ? undefined : (CODE_PAGES[codePage] ?? `windows-${codePage}`);
  for (const name of [said, named]) {
    if (name === undefined || (/^utf-?8$/i.test(name) && !isUtf8(bytes))) continue;
    try {
      return new TextDecoder(name).decode(bytes);
    } catch {
      // A name nobody knows says nothing.
    }
  }
  return isUtf8(bytes) ? UTF8.decode(bytes) : WESTERN.decode(bytes);
}
