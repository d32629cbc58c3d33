import { withScheme } from './addresses.ts';
import { type MaskedText, maskAddresses, type WrittenLink } from './mask.ts';

type WhatsappStyle = 'bold' | 'italic' | 'strike' | 'mono';

/** A run of visible text: `text` is exactly what stands between two UTF-16 offsets of the draft. */
export interface WhatsappSegment {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly styles: readonly WhatsappStyle[];
  /** Where the run leads when it is a link. */
  readonly href: string | null;
}

/** One line of the message as WhatsApp lays it out. An empty line has no segments. */
export interface WhatsappLine {
  readonly kind: 'text' | 'bullet' | 'number' | 'quote';
  readonly from: number;
  readonly to: number;
  /** The number of a numbered line, else `null`. */
  readonly number: number | null;
  readonly segments: readonly WhatsappSegment[];
}

/** Two markers that WhatsApp turns into a style; `from` and `to` are the outer edges, markers included. */
interface MarkerPair {
  readonly mark: string;
  readonly from: number;
  readonly to: number;
}

const STYLES: Readonly<Record<string, WhatsappStyle>> = {
  '*': 'bold',
  _: 'italic',
  '~': 'strike',
  '`': 'mono',
  '```': 'mono',
};
const STYLE_ORDER: readonly WhatsappStyle[] = ['bold', 'italic', 'strike', 'mono'];
const PREFIX = /^(?:([-*]) (?=\S)|(\d{1,3})\. (?=\S)|(>) (?=\S))/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a marker at `at` can open: nothing of a word before it, something other than a space after it. */
export const canOpen = (line: string, at: number): boolean =>
  !LETTER_OR_DIGIT.test(line.charAt(at - 1)) &&
  /[^\s]/.test(line.charAt(at + 1)) &&
  line.charAt(at + 1) !== line.charAt(at);

/** Whether a marker at `at` can close: no space before it, nothing of a word after it. */
export const canClose = (line: string, at: number): boolean =>
  at > 0 && /[^\s]/.test(line.charAt(at - 1)) && !LETTER_OR_DIGIT.test(line.charAt(at + 1));

function pairsOfMark(line: string, mark: string, offset: number): readonly MarkerPair[] {
  const pairs: MarkerPair[] = [];
  let at = line.indexOf(mark);
  while (at >= 0) {
    if (!canOpen(line, at)) {
      at = line.indexOf(mark, at + 1);
      continue;
    }
    let close = line.indexOf(mark, at + 2);
    while (close >= 0 && !canClose(line, close)) close = line.indexOf(mark, close + 1);
    if (close < 0) break;
    pairs.push({ mark, from: offset + at, to: offset + close + 1 });
    at = line.indexOf(mark, close + 1);
  }
  return pairs;
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

/** A line of the draft and what starts it; offsets are UTF-16, `to` is before the line break. */
export interface DraftLine {
  readonly from: number;
  readonly to: number;
  readonly prefix: RegExpExecArray | null;
}

export interface WhatsappMarkup {
  /** The draft at the same length, with links, addresses, monospace and list signs blanked: where markers still count. */
  readonly plain: string;
  readonly lines: readonly DraftLine[];
  readonly pairs: readonly MarkerPair[];
  readonly links: readonly WrittenLink[];
}

/**
 * Finds the marks WhatsApp obeys: ``` over lines; `, *, _ and ~ inside one line, at the edges of words;
 * `- `, `* `, `1. ` and `> ` at the start of a line. Marks inside links and addresses are text.
 */
export function readMarkup({ masked, links }: MaskedText): WhatsappMarkup {
  const pairs: MarkerPair[] = [];
  let plain = masked.replace(/```(?=[^`])[^`]*(?:`{1,2}[^`]+)*```/g, (block, from: number) => {
    pairs.push({ mark: '```', from, to: from + block.length });
    return blank(block);
  });
  plain = plain.replace(/(?<!`)`(?=[^\s`])[^`\n]*(?<=[^\s`])`(?!`)/g, (code, from: number) => {
    pairs.push({ mark: '`', from, to: from + code.length });
    return blank(code);
  });
  const lines: DraftLine[] = [];
  const withoutPrefixes: string[] = [];
  let from = 0;
  for (const line of plain.split('\n')) {
    const prefix = PREFIX.exec(line);
    const start = prefix?.[0].length ?? 0;
    const body = line.slice(start);
    for (const mark of ['*', '_', '~']) pairs.push(...pairsOfMark(body, mark, from + start));
    withoutPrefixes.push(' '.repeat(start) + body);
    lines.push({ from, to: from + line.length, prefix });
    from += line.length + 1;
  }
  plain = withoutPrefixes.join('\n');
  return { plain, lines, pairs: pairs.sort((one, other) => one.from - other.from), links };
}

const HIDDEN = 1 << STYLE_ORDER.length;

/** For each character of the text, the styles that hold there as bits, and `HIDDEN` for a mark that WhatsApp obeys. */
function styleBits(length: number, pairs: readonly MarkerPair[]): Uint8Array {
  const bits = new Uint8Array(length);
  for (const { mark, from, to } of pairs) {
    const bit = 1 << STYLE_ORDER.indexOf(STYLES[mark] ?? 'mono');
    for (let at = from; at < to; at++) {
      const edge = at < from + mark.length || at >= to - mark.length;
      bits[at] = (bits[at] ?? 0) | (edge ? HIDDEN : bit);
    }
  }
  return bits;
}

/** For each character of the text, 1 + the position of the link it belongs to, or 0. */
function linkNumbers(length: number, links: readonly WrittenLink[]): Uint32Array {
  const numbers = new Uint32Array(length);
  for (const [index, { from, to }] of links.entries()) numbers.fill(index + 1, from, to);
  return numbers;
}

/** The message as WhatsApp shows it, line by line; marks that work are left out, the others stay as text. */
export function parseWhatsapp(text: string): readonly WhatsappLine[] {
  const { lines, pairs, links } = readMarkup(maskAddresses(text));
  const bits = styleBits(text.length, pairs);
  const linkAt = linkNumbers(text.length, links);
  const segmentsBetween = (from: number, to: number): readonly WhatsappSegment[] => {
    const segments: WhatsappSegment[] = [];
    let start = from;
    for (let at = from; at < to; at = start) {
      start = at + 1;
      while (start < to && bits[start] === bits[at] && linkAt[start] === linkAt[at]) start++;
      const held = bits[at] ?? 0;
      if ((held & HIDDEN) !== 0) continue;
      const url = links[(linkAt[at] ?? 0) - 1]?.url;
      segments.push({
        from: at,
        to: start,
        text: text.slice(at, start),
        styles: STYLE_ORDER.filter((_, index) => (held & (1 << index)) !== 0),
        href: url === undefined ? null : withScheme(url),
      });
    }
    return segments;
  };
  return lines.map(({ from, to, prefix }) => {
    const [whole = '', bullet, number, quote] = prefix ?? [];
    const kind =
      bullet !== undefined ? 'bullet' : number !== undefined ? 'number' : quote !== undefined ? 'quote' : 'text';
    const segments = segmentsBetween(from + whole.length, to);
    return { kind, from, to, number: number === undefined ? null : Number(number), segments };
  });
}
