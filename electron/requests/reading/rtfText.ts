/** The words of a Rich Text body, as Outlook keeps it where a message has no other (MS-OXRTFCP, MS-OXRTFEX). */
import decompress from '@kenjiuno/decompressrtf';

const WESTERN = new TextDecoder('windows-1252');
/** More than a body that is read. */
const MAX_RTF_LENGTH = 2_000_000;
/** A compressed body says its own size in bytes 4 to 8: nobody writes so long a letter. */
const SIZE_AT = 4;
/** Groups that hold no words of the text. */
const ASIDE = /^(?:fonttbl|colortbl|stylesheet|info|pict|object|header|footer|listtable|listoverridetable|generator)$/;
const BREAKS: Readonly<Record<string, string>> = {
  par: '\n',
  line: '\n',
  row: '\n',
  cell: '   ',
  tab: '\t',
  lquote: '‘',
};
const SIGNS: Readonly<Record<string, string>> = {
  ...BREAKS,
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  endash: '–',
  emdash: '—',
  bullet: '•',
};
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;

interface Group {
  /** Its words count. */
  readonly isShown: boolean;
  /** Characters that stand for a letter told by its number, for old readers. */
  readonly skips: number;
}

/** The words of a Rich Text document; the HTML that Outlook hides in it is left out. */
export function rtfToText(rtf: string): string {
  let group: Group = { isShown: true, skips: 1 };
  const outer: Group[] = [];
  let [text, left, isMarkup, isStarred] = ['', 0, false, false];
  const show = (words: string): void => {
    const shown = words.slice(Math.min(left, words.length));
    left = Math.max(0, left - words.length);
    if (group.isShown && !isMarkup) text += shown;
  };
  for (const [, word, number, byte, sign, brace, plain] of rtf.slice(0, MAX_RTF_LENGTH).matchAll(TOKEN)) {
    if (brace === '{') outer.push(group);
    else if (brace === '}') group = outer.pop() ?? group;
    else if (sign === '*') isStarred = true;
    else if (word === 'htmlrtf') isMarkup = number !== '0';
    else if (word !== undefined && (isStarred || ASIDE.test(word))) group = { ...group, isShown: false };
    else if (word === 'uc') group = { ...group, skips: Number(number ?? 1) };
    else if (word === 'u') {
      show(String.fromCharCode((Number(number) + 65_536) % 65_536));
      left = group.skips;
    } else if (word !== undefined) show(SIGNS[word] ?? '');
    else if (byte !== undefined) show(WESTERN.decode(Uint8Array.of(Number.parseInt(byte, 16))));
    else if (sign !== undefined) show(sign === '~' ? ' ' : /[\\{}]/.test(sign) ? sign : '');
    else if (plain !== undefined) show(plain);
    if (sign !== '*') isStarred = false;
  }
  return text.trim();
}

/** The words of a compressed Rich Text body; empty where it is damaged or boundless. */
export function compressedRtfToText(compressed: Uint8Array): string {
  if (compressed.length < 16 || compressed.length > MAX_RTF_LENGTH) return '';
  const size = new DataView(compressed.buffer, compressed.byteOffset).getUint32(SIZE_AT, true);
  if (size > MAX_RTF_LENGTH) return '';
  try {
    return rtfToText(WESTERN.decode(Uint8Array.from(decompress.decompressRTF([...compressed]))));
  } catch {
    return '';
  }
}
