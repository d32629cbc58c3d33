import { type MaskedText, maskAddresses, type WrittenLink } from './mask.ts';

export type WhatsappStyle = 'bold' | 'italic' | 'strike' | 'mono';

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
export interface MarkerPair {
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
    let close = -1;
    if (canOpen(line, at)) {
      close = line.indexOf(mark, at + 2);
      while (close >= 0 && !canClose(line, close)) close = line.indexOf(mark, close + 1);
    }
    if (close >= 0) pairs.push({ mark, from: offset + at, to: offset + close + 1 });
    at = line.indexOf(mark, close >= 0 ? close + 1 : at + 1);
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
  let from = 0;
  for (const line of plain.split('\n')) {
    const prefix = PREFIX.exec(line);
    const start = prefix?.[0].length ?? 0;
    const body = line.slice(start);
    for (const mark of ['*', '_', '~']) pairs.push(...pairsOfMark(body, mark, from + start));
    if (start > 0) plain = `${plain.slice(0, from)}${' '.repeat(start)}${plain.slice(from + start)}`;
    lines.push({ from, to: from + line.length, prefix });
    from += line.length + 1;
  }
  return { plain, lines, pairs: pairs.sort((one, other) => one.from - other.from), links };
}

const inside = (at: number, range: { readonly from: number; readonly to: number }): boolean =>
  at >= range.from && at < range.to;

function segmentsOf(
  text: string,
  from: number,
  to: number,
  { pairs, links }: WhatsappMarkup,
): readonly WhatsappSegment[] {
  const near = pairs.filter((pair) => pair.from < to && pair.to > from);
  const linksHere = links.filter((link) => link.from < to && link.to > from);
  const edges = new Set([from, to]);
  const hidden: { from: number; to: number }[] = [];
  for (const { mark, ...pair } of near) {
    hidden.push({ from: pair.from, to: pair.from + mark.length }, { from: pair.to - mark.length, to: pair.to });
  }
  for (const range of [...hidden, ...linksHere]) edges.add(range.from).add(range.to);
  const cuts = [...edges].filter((edge) => edge >= from && edge <= to).sort((one, other) => one - other);
  const segments: WhatsappSegment[] = [];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined || hidden.some((range) => inside(start, range))) continue;
    const here = new Set(near.filter((pair) => inside(start, pair)).map((pair) => STYLES[pair.mark]));
    const styles = STYLE_ORDER.filter((style) => here.has(style));
    const link = linksHere.find((one) => inside(start, one));
    const href = link === undefined ? null : /^https?:/i.test(link.url) ? link.url : `https://${link.url}`;
    segments.push({
      from: start,
      to: end,
      text: text.slice(start, end),
      styles,
      href,
    });
  }
  return segments;
}

/** The message as WhatsApp shows it, line by line; markers that work are left out, the others stay as text. */
export function parseWhatsapp(text: string): readonly WhatsappLine[] {
  const markup = readMarkup(maskAddresses(text));
  return markup.lines.map(({ from, to, prefix }) => {
    const [whole = '', bullet, number, quote] = prefix ?? [];
    const kind =
      bullet !== undefined ? 'bullet' : number !== undefined ? 'number' : quote !== undefined ? 'quote' : 'text';
    return {
      kind,
      from,
      to,
      number: number === undefined ? null : Number(number),
      segments: segmentsOf(text, from + whole.length, to, markup),
    };
  });
}
