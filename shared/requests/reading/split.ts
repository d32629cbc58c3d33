import { plainForm } from '#shared/text/plainForm.ts';
import { findAskedText } from './askedText.ts';
import { labelLines } from './labels.ts';
import { isRule, isTableRow, type Line, linesOf, trimSpan } from './lines.ts';
import { type LinkCandidate, newsLinks, rankLinks } from './links.ts';

/** Place of a request in the mail's text (P12); UTF-16 indexes. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The requests proposed for a text, in order, and what stands before the first: words for all of them. */
export interface Split {
  readonly spans: readonly Span[];
  readonly preamble: Span;
}

const NOTICE = '(?:richiesta|messaggio|avviso|notizia|testo|comunicazione|whatsapp|sms)';
const ORDINALS = ['prim', 'second', 'terz', 'quart', 'quint', 'sest', 'settim', 'ottav', 'non', 'decim'];
/** A line that numbers a request by name: `Messaggio 2`, `2° avviso`, `Secondo messaggio`. */
const NAMED_NUMBER = new RegExp(
  `^[\\s*_#>•-]{0,6}(?:${NOTICE}\\s*(?:n\\.?\\s*[°º]?\\s*|numero\\s*)?(?<after>\\d{1,2})(?!\\d|[/.,]\\d)|(?<before>\\d{1,2})\\s?[°º^]?\\s*${NOTICE}\\b|(?<ordinal>${ORDINALS.join('|')})[oa]\\s+${NOTICE}\\b)`,
);
/** A line that is only numbered: `2)`, `2.`, `2 -`, `b)`. */
const BARE_NUMBER =
  /^[\s*_]{0,6}(?:(?<digits>\d{1,2})\s?(?:[.)\]]|[-–]\s)(?!\d)|(?<key>\d)\ufe0f?\u20e3|(?<letter>[a-h])\))/;
/** A line that can be the first of a numbering; most mails have none. */
const FIRST_NUMBER = /^[\s*_#>•-]{0,6}(?:1|a\)|prim[oa]\s|[a-z]{3,13}\s*(?:n|1))/i;
const MAX_REQUESTS = 40;

type Numbering = (line: string) => number | undefined;

const namedNumber: Numbering = (line) => {
  const groups = NAMED_NUMBER.exec(line)?.groups;
  if (groups === undefined) return undefined;
  if (groups.ordinal !== undefined) return ORDINALS.indexOf(groups.ordinal) + 1;
  return Number(groups.after ?? groups.before);
};

const bareNumber: Numbering = (line) => {
  const groups = BARE_NUMBER.exec(line)?.groups;
  if (groups === undefined) return undefined;
  if (groups.letter !== undefined) return groups.letter.charCodeAt(0) - 'a'.charCodeAt(0) + 1;
  return Number(groups.digits ?? groups.key);
};

/** The offsets of the lines numbered 1, 2, 3 … in this order; other numbers between them are passed over. */
function numbered(lines: readonly Line[], numbering: Numbering): readonly number[] {
  if (!lines.some((line) => FIRST_NUMBER.test(line.text))) return [];
  const offsets: number[] = [];
  for (const line of lines) {
    if (numbering(plainForm(line.text.slice(0, 80))) === offsets.length + 1) offsets.push(line.from);
  }
  return offsets;
}

/** What the lines right above a label say: only what stands above every one of them belongs to it. */
interface Above {
  readonly from: number;
  readonly hasDay: boolean;
  readonly hasLink: boolean;
  /** Where the labelled lines right above it begin: they and the label are one row of a table. */
  readonly rowFrom: number | undefined;
}

/** As many lines stand above a label as its own heading at most. */
const LINES_ABOVE = 4;

/** The lines before the label that ends `to` that are its heading: those up to the next blank or dividing line. */
function linesAbove(
  text: string,
  { from, to: label }: Span,
  isFirst: boolean,
  hasSendDate: HasSendDate,
): Above | undefined {
  const lines = [...linesOf(text, from, Math.max(from, label - 1))].reverse();
  const parts = (line: Line): boolean => line.text.trim() === '' || isRule(line.text);
  const first = lines.findIndex((line) => !parts(line));
  const end = lines.findIndex((line, index) => index > first && parts(line));
  if (first < 0) return undefined;
  // Without a border it may be the end of what stands above: only a line with a day is a heading then.
  const own = end < 0 && !isFirst ? lines.slice(first, first + 1) : lines.slice(first, end < 0 ? undefined : end);
  const top = own.slice(0, LINES_ABOVE).at(-1);
  if (top === undefined) return undefined;
  const hasDay = hasSendDate({ from: top.from, to: label });
  const hasLink = end >= 0 && /https?:/.test(text.slice(top.from, label));
  const isBordered = end >= 0 || isFirst;
  const cells = own.findIndex((line) => labelLines(line.text).length === 0);
  const rowFrom = isBordered ? own.slice(0, cells < 0 ? undefined : cells).at(-1)?.from : undefined;
  return { from: top.from, hasDay, hasLink, rowFrom };
}

/** Where the blocks that these labels open begin: at a day or a page right above each of them, else at the labels. */
function withHeadings(text: string, from: number, labels: readonly number[], hasSendDate: HasSendDate) {
  const above = labels.map((label, index) =>
    linesAbove(text, { from: labels[index - 1] ?? from, to: label }, index === 0, hasSendDate),
  );
  const heads = above.flatMap((one) => one ?? []);
  if (heads.length < labels.length) return labels;
  if (heads.every((one) => one.hasDay) || heads.every((one) => one.hasLink)) return heads.map((one) => one.from);
  const rows = heads.flatMap((one) => one.rowFrom ?? []);
  return rows.length === labels.length ? rows : labels;
}

/** The offsets of the label that opens each block, when the same labels come again and again. */
function repeatedLabels(text: string, from: number, to: number, hasSendDate: HasSendDate): readonly number[] {
  const labels = labelLines(text.slice(from, to)).filter(({ kind }) => kind !== 'note' && kind !== 'event-date');
  const times = (kind: string): number => labels.filter((label) => label.kind === kind).length;
  const leading = labels.find(({ kind }) => times(kind) > 1)?.kind;
  if (leading === undefined || leading === 'link') return [];
  const opening = labels.filter(({ kind }) => kind === leading).map((label) => from + label.from);
  return withHeadings(text, from, opening, hasSendDate);
}

/** The offsets after dividing lines, with the beginning as the first. */
function divided(lines: readonly Line[], from: number): readonly number[] {
  const rules = lines.filter((line) => isRule(line.text));
  return rules.length === 0 ? [] : [from, ...rules.map((rule) => rule.to)];
}

/** Rows of a table written as text. */
const rows = (lines: readonly Line[]): readonly number[] =>
  lines.filter((line) => isTableRow(line.text.trim())).map((line) => line.from);

/** The first lines of paragraphs and of bulleted items. */
function paragraphs(lines: readonly Line[]): readonly number[] {
  return lines.flatMap((line, index) => {
    const blankBefore = index === 0 || lines[index - 1]?.text.trim() === '';
    const bullet = /^\s*[-•▪◦*–]\s+\S/.test(line.text);
    return line.text.trim() !== '' && (blankBefore || bullet) ? [line.from] : [];
  });
}

function spansFrom(text: string, offsets: readonly number[], to: number): readonly Span[] {
  return offsets
    .map((offset, index) => trimSpan(text, offset, offsets[index + 1] ?? to))
    .filter((span) => span.to > span.from);
}

/** What a block says of being a request of its own; the dearer looks are taken only when asked. */
interface Evidence {
  readonly span: Span;
  /** Page of the most likely news item. */
  readonly page: string | undefined;
  readonly sendDate: boolean;
  readonly hasLabelledText: () => boolean;
  readonly hasText: () => boolean;
}

type HasSendDate = (span: Span) => boolean;

function evidenceIn(text: string, span: Span, links: readonly LinkCandidate[], hasSendDate: HasSendDate): Evidence {
  const inside = links.filter((link) => link.from >= span.from && link.to <= span.to);
  const words = (): string => text.slice(span.from, span.to);
  return {
    span,
    page: newsLinks(rankLinks(inside))[0]?.page,
    sendDate: hasSendDate(span),
    hasLabelledText: () => labelLines(words()).some((label) => label.kind === 'text'),
    hasText: () => findAskedText(words(), 0, span.to - span.from, true) !== undefined,
  };
}

/** One way of telling requests apart: where blocks may begin, and which of them are requests ([] = not this way). */
interface Way {
  readonly offsets: () => readonly number[];
  readonly choose: (blocks: readonly Evidence[]) => readonly Evidence[];
}

const allIf =
  (holds: (one: Evidence) => boolean) =>
  (blocks: readonly Evidence[]): readonly Evidence[] =>
    blocks.every(holds) ? blocks : [];

const linked = (one: Evidence): boolean => one.page !== undefined;

/** Labelled blocks are requests when each has its page, or each its text: a lone second "Data:" is not enough. */
function labelled(blocks: readonly Evidence[]): readonly Evidence[] {
  return blocks.every(linked) || blocks.every((one) => one.hasLabelledText()) ? blocks : [];
}

function ways(text: string, { from, to }: Span, borders: readonly number[], hasSendDate: HasSendDate): readonly Way[] {
  const lines = linesOf(text, from, to);
  return [
    { offsets: () => borders, choose: allIf((one) => (linked(one) || one.sendDate) && one.hasText()) },
    {
      offsets: () => numbered(lines, namedNumber),
      choose: allIf((one) => linked(one) || one.sendDate || one.hasText()),
    },
    { offsets: () => numbered(lines, bareNumber), choose: allIf((one) => linked(one) || one.sendDate) },
    { offsets: () => repeatedLabels(text, from, to, hasSendDate), choose: labelled },
    { offsets: () => rows(lines), choose: (blocks) => blocks.filter(linked) },
    {
      offsets: () => divided(lines, from),
      choose: (blocks) => blocks.filter((one) => linked(one) && (one.sendDate || one.hasText())),
    },
    { offsets: () => paragraphs(lines), choose: (blocks) => blocks.filter((one) => linked(one) && one.sendDate) },
  ];
}

/** Two blocks about one page are one request with something around it. */
function ofDifferentPages(blocks: readonly Evidence[]): boolean {
  const pages = blocks.flatMap((one) => one.page ?? []);
  return blocks.length > 1 && new Set(pages).size === pages.length;
}

/**
 * Cuts the text of `whole` into the requests it holds. Careful: one request, unless numbered or labelled blocks, blocks
 * between dividing lines, rows of a table with a page each, or paragraphs with a page and a day of their own say otherwise (P12).
 * `links` are those of the text, `borders` where attached messages begin; `hasSendDate` tells whether a stretch names a
 * day of sending.
 */
export function splitRequests(
  text: string,
  whole: Span,
  links: readonly LinkCandidate[],
  hasSendDate: HasSendDate,
  borders: readonly number[] = [],
): Split {
  const { from, to } = trimSpan(text, whole.from, whole.to);
  for (const { offsets: find, choose } of ways(text, { from, to }, borders, hasSendDate)) {
    const offsets = find();
    if (offsets.length < 2 || offsets.length > MAX_REQUESTS) continue;
    const blocks = spansFrom(text, offsets, to).map((span) => evidenceIn(text, span, links, hasSendDate));
    const chosen = choose(blocks);
    const first = chosen[0];
    if (first === undefined || !ofDifferentPages(chosen)) continue;
    const starts = chosen.map((one) => one.span.from);
    return { spans: spansFrom(text, starts, to), preamble: { from, to: first.span.from } };
  }
  return { spans: to > from ? [{ from, to }] : [], preamble: { from, to: from } };
}
