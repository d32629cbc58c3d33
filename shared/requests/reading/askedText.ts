import { ADDRESS_START, replaceBracketed, replaceUrls, withoutTracking } from '#shared/text/addresses.ts';
import { matchesOf, plainForm } from '#shared/text/plainForm.ts';
import { dayHeadEnd } from './dayHead.ts';
import { type LabelLine, labelKind, labelLines } from './labels.ts';
import { CELL_BORDER, isRule, isTableRow, linesOf, trimSpan } from './lines.ts';
import { isNamedLink, mailSentencesOf, speaksToDesk } from './sentences.ts';

/** The text an office proposes to send, as it stands in the mail (P11, P24: "asked"). */
export interface AskedText {
  /** Without quotes around it and blanks at line ends. */
  readonly text: string;
  /** UTF-16 indexes in the mail's text. */
  readonly from: number;
  readonly to: number;
  /** How it was told apart: `body` is the guess of what is left, `subject` the only words
   * there are; all the others were marked by the office. */
  readonly how: 'label' | 'intro' | 'quotes' | 'rules' | 'body' | 'subject';
}

interface Run {
  readonly from: number;
  readonly to: number;
  /** Letters and digits outside links. */
  readonly length: number;
}

const INTRO =
  /(?:testo|messaggi[oa]|avviso|bozza|whats ?app|comunicazione|comunicato|contenuto|notizia|promemoria|quanto segue|di seguito|sotto ?riportat[oa]|seguente|come segue|così|cosi')(?:[^.:\n]|(?<=\d)[.:](?=\d)){0,90}:(?!\d|\/\/)[ *_]*/g;
/** A day of sending that introduces the text: `da inviare giovedì 3 dicembre: …`; never the colon of a time. */
const SEND_INTRO =
  /\b(?:invi(?:are|o|ate|arlo)|pubblic(?:are|azione)|diffond(?:ere|ete)|mandare|spedire|programmare)\b(?:[^:\n]|(?<=\d):(?=\d)){0,60}:(?!\d|\/\/)[ *_]*/g;
const QUOTES: readonly (readonly [open: string, close: string])[] = [
  ['«', '»'],
  ['“', '”'],
  ['"', '"'],
  ['„', '“'],
  ['<<', '>>'],
];
const BEGINS_WITH_ADDRESS = new RegExp(`^\\s*<?${ADDRESS_START}`, 'i');
/** Marks tried for a text: the first ones hold it, more come from tables or hostile mails. */
const MOST_MARKS = 20;
const WRAP_LENGTH = 55;
const LONGEST_WRAP = 80;
const SHORTEST_QUOTE = 40;
const SHORTEST_BODY = 30;
const FEWEST_WORDS = 5;
const SHORTEST_MARKED = 10;

/** Mail programs break long lines: a long line that goes on in lower case is one line. */
function joinWrapped(lines: readonly string[]): string {
  let joined = '';
  let last = '';
  for (const [index, line] of lines.entries()) {
    const long = last.length >= WRAP_LENGTH && last.length <= LONGEST_WRAP && /[^.!?:;]$/.test(last);
    const wrapped = long && /^\p{Ll}/u.test(line) && !BEGINS_WITH_ADDRESS.test(line);
    joined += index === 0 ? line : `${wrapped ? ' ' : '\n'}${line}`;
    last = line;
  }
  return joined;
}

/** Links without their angle brackets; one glued to a word gets a blank, or it would be no link on a phone. */
const withoutBrackets = (text: string): string =>
  replaceBracketed(text, (bracketed, url, at) => {
    if (url.startsWith('mailto:')) return bracketed;
    const before = bracketed.slice(0, bracketed.indexOf('<'));
    const isGlued = before === '' && /[\p{L}\p{N}]/u.test(text.charAt(at - 1));
    return `${isGlued ? ' ' : before}${withoutTracking(url)}`;
  });

/** The sign of an item of a list as Word, Outlook and their symbol letters leave it: far from its words. */
const ITEM_SIGN = /^(?:[·•▪●◦○■□‣\uf0a7\uf0b7\uf0d8\uf0fc]\s*|[*o§üØ–-]\s{2,})(?=\S)/u;

/** The lines with one sign and one blank before each item of a list, and no blank line between two items. */
function withPlainItems(lines: readonly string[]): readonly string[] {
  const plain = lines.map((line) => line.replace(ITEM_SIGN, '- '));
  const isItem = (at: number): boolean => plain[at]?.startsWith('- ') === true && plain[at] !== lines[at];
  return plain.filter((line, at) => line !== '' || !isItem(at + 1));
}

/** The words of a draft as they are shown: trimmed whole lines, no more than one blank line, no quotes around. */
function cleanDraft(text: string): string {
  const clean = withoutBrackets(joinWrapped(withPlainItems(text.split('\n').map((line) => line.trim()))))
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const quotes = QUOTES.find(([open, close]) => clean.startsWith(open) && clean.endsWith(close) && clean.length > 2);
  if (quotes === undefined) return clean;
  const inner = clean.slice(quotes[0].length, -quotes[1].length);
  return inner.includes(quotes[0]) ? clean : inner.trim();
}

/** The number an office gives to one of several texts, `2) Nuovo orario`; a text that is itself a list keeps its numbers. */
const ORDINAL = /^\d{1,2}[).] +(?=\p{Lu})/u;
const LISTED = /\n[ \t]*\d{1,2}[).] /;

function withoutOrdinal(text: string, span: { readonly from: number; readonly to: number }): typeof span {
  const words = text.slice(span.from, span.to);
  const ordinal = LISTED.test(words) ? null : ORDINAL.exec(words);
  return ordinal ? { from: span.from + ordinal[0].length, to: span.to } : span;
}

function askedTextAt(text: string, from: number, to: number, how: AskedText['how']): AskedText | undefined {
  const span = withoutOrdinal(text, trimSpan(text, from, to));
  const words = cleanDraft(text.slice(span.from, span.to));
  return bareWords(words).trim().length < SHORTEST_MARKED ? undefined : { text: words, ...span, how };
}

/** The end of a quotation that opens at `from`, when it is the whole text and not just a title in quotes. */
function quoteEnd(text: string, from: number, to: number): number | undefined {
  const quotes = QUOTES.find(([open]) => text.startsWith(open, from));
  if (quotes === undefined) return undefined;
  const [open, close] = quotes;
  const inside = from + open.length;
  const last = text.lastIndexOf(close, to - close.length);
  if (last < inside) return undefined;
  const restOfLine = text.slice(last + close.length, to).split('\n', 1)[0] ?? '';
  if (!/[\p{L}\p{N}]/u.test(restOfLine)) return last + close.length;
  const first = text.indexOf(close, inside);
  return first - inside >= SHORTEST_QUOTE ? first + close.length : undefined;
}

/** `… per inventario. Link: https://…`: where a label begins in the middle of the line of a draft; `to` when none does. */
function labelInLine(text: string, from: number, to: number): number {
  const line = text.slice(from, to).split('\n', 1)[0] ?? '';
  for (const found of line.matchAll(/(?<=[.!?…»”"]\s{1,3})\p{Lu}[\p{L}' ]{2,30}:(?=\s)/gu)) {
    const kind = labelKind(found[0].slice(0, -1));
    const namesPage = BEGINS_WITH_ADDRESS.test(line.slice(found.index + found[0].length));
    if (namesPage || kind === 'link' || kind === 'send-date' || kind === 'send-time' || kind === 'note')
      return from + found.index;
  }
  return to;
}

/** Where a marked draft ends: the next label, a dividing line, or a paragraph that speaks to the desk again. */
function endOfDraft(text: string, from: number, to: number, labels: readonly LabelLine[]): number {
  const dated = labels.some((label) => label.kind === 'send-date');
  const inside = (label: LabelLine): boolean =>
    label.kind === 'text' ||
    label.kind === 'event-date' ||
    (dated && (label.kind === 'date' || label.kind === 'send-time'));
  const next = labels.find((label) => label.from > from && !inside(label));
  let end = Math.min(to, next?.from ?? to, labelInLine(text, from, to));
  let blankBefore = false;
  let begun = false;
  for (const line of linesOf(text, from, end)) {
    if (line.text.trim() === '') {
      blankBefore = begun;
      continue;
    }
    if (begun && (isRule(line.text) || isNamedLink(line.text) || (blankBefore && speaksToDesk(line.text)))) {
      end = line.from;
      break;
    }
    begun = begun || !isRule(line.text);
    blankBefore = false;
  }
  return end;
}

function markedAt(
  text: string,
  from: number,
  to: number,
  how: AskedText['how'],
  labels: readonly LabelLine[],
): AskedText | undefined {
  let start = trimSpan(text, from, to).from;
  const firstLine = text.slice(start, to).split('\n', 1)[0] ?? '';
  if (isRule(firstLine)) start = trimSpan(text, start + firstLine.length, to).from;
  const end = endOfDraft(text, start, to, labels);
  const quoted = quoteEnd(text, start, end);
  return askedTextAt(text, start, quoted ?? end, how);
}

function byLabel(text: string, from: number, to: number, labels: readonly LabelLine[]): AskedText | undefined {
  for (const label of labels.filter(({ kind }) => kind === 'text').slice(0, MOST_MARKS)) {
    const draft = markedAt(text, label.valueFrom, to, 'label', labels);
    if (draft !== undefined && draft.from >= from) return draft;
  }
  return undefined;
}

function byIntro(
  intro: RegExp,
  text: string,
  from: number,
  to: number,
  labels: readonly LabelLine[],
): AskedText | undefined {
  const plain = plainForm(text.slice(from, to));
  const known = new Set(labels.map((label) => label.from));
  for (const match of matchesOf(intro, plain).slice(0, MOST_MARKS)) {
    const at = from + match.index;
    const lineStart = text.lastIndexOf('\n', at - 1) + 1;
    if (known.has(lineStart) || /https?$/.test(match[0].trim().slice(0, -1))) continue;
    const after = from + match.index + match[0].length;
    if (BEGINS_WITH_ADDRESS.test(text.slice(after, after + 20))) continue;
    const draft = markedAt(text, after, to, 'intro', labels);
    if (draft !== undefined) return draft;
  }
  return undefined;
}

function byQuotes(text: string, from: number, to: number): AskedText | undefined {
  const area = text.slice(from, to);
  let best: AskedText | undefined;
  for (const [open, close] of QUOTES) {
    let at = area.indexOf(open);
    while (at >= 0) {
      const end = area.indexOf(close, at + open.length);
      if (end < 0) break;
      const draft = askedTextAt(text, from + at, from + end + close.length, 'quotes');
      if (draft !== undefined && draft.text.length >= SHORTEST_QUOTE && draft.text.length > (best?.text.length ?? 0))
        best = draft;
      at = area.indexOf(open, end + close.length);
    }
  }
  return best;
}

/** In a row of a table written as text, the longest cell that is words. */
function byCells(text: string, from: number, to: number): AskedText | undefined {
  const row = text.slice(from, to);
  if (!isTableRow(row.trim())) return undefined;
  let at = from;
  let best: { from: number; to: number; length: number } | undefined;
  for (const cell of row.split(CELL_BORDER)) {
    const length = bareWords(cell).trim().length;
    if (length > (best?.length ?? 0)) best = { from: at, to: at + cell.length, length };
    at += cell.length;
  }
  return best && askedTextAt(text, best.from, best.to, 'quotes');
}

function byRules(text: string, from: number, to: number): AskedText | undefined {
  const rules = linesOf(text, from, to).filter((line) => isRule(line.text));
  const [first, second] = rules;
  return first && second ? askedTextAt(text, first.to, second.from, 'rules') : undefined;
}

const bareWords = (text: string): string => replaceUrls(text, () => '').replace(/[^\p{L}\p{N}]+/gu, ' ');

/** A greeting to the desk before the first words of a text: `Ciao, `, `Buongiorno Marta, `; one to the citizens stays. */
const SALUTATION =
  /^\s*(?:ciao|buon ?giorno|buona ?sera|buon pomeriggio|salve)(?: (?!a tutti|a tutte|citta|cari?\b|gentil)[\p{L}'’]{2,20}){0,2}\s?[,!]\s{1,3}(?=[\p{L}\p{N}])/iu;

/** The longest run of sentences for the citizens, when it is long enough to be a notice. */
function byBody(text: string, from: number, to: number): AskedText | undefined {
  let best: Run | undefined;
  let run: Run | undefined;
  for (const { from: start, to: end, role } of mailSentencesOf(text, from, to)) {
    const length = bareWords(text.slice(start, end)).length;
    if (role === 'content') run = { from: run?.from ?? start, to: end, length: (run?.length ?? 0) + length };
    else if (role === 'link' && run !== undefined) run = { ...run, to: end };
    else run = undefined;
    if (run && run.length >= (best?.length ?? 0)) best = run;
  }
  const greeted = best && (SALUTATION.exec(text.slice(best.from, best.to))?.[0].length ?? 0);
  const draft = best && askedTextAt(text, best.from + (greeted ?? 0), best.to, 'body');
  return draft && isNotice(draft.text) ? draft : undefined;
}

function byDayHead(text: string, from: number, to: number, labels: readonly LabelLine[]): AskedText | undefined {
  const end = dayHeadEnd(text, from, to);
  return end === undefined ? undefined : markedAt(text, end, to, 'intro', labels);
}

/** Whether words are long enough to be a notice. */
export function isNotice(text: string): boolean {
  const words = bareWords(text)
    .split(' ')
    .filter((word) => word.length > 1);
  return text.length >= SHORTEST_BODY && words.length >= FEWEST_WORDS;
}

/**
 * The text proposed between two indexes of a mail's working text: after "Testo:" or an introduction with a colon,
 * between quotes or dividing lines; with `guess` also what is left after greetings, requests and links.
 */
export function findAskedText(text: string, from: number, to: number, guess: boolean): AskedText | undefined {
  const labels = labelLines(text.slice(from, to)).map((label) => ({
    ...label,
    from: label.from + from,
    valueFrom: label.valueFrom + from,
  }));
  const marked = byLabel(text, from, to, labels) ?? byIntro(INTRO, text, from, to, labels);
  const ruled = byRules(text, from, to);
  const insideRules =
    ruled !== undefined && marked?.how === 'intro' && marked.from > ruled.from && marked.from < ruled.to;
  return (
    (insideRules ? ruled : marked) ??
    byCells(text, from, to) ??
    byQuotes(text, from, to) ??
    byIntro(SEND_INTRO, text, from, to, labels) ??
    (guess ? byDayHead(text, from, to, labels) : undefined) ??
    ruled ??
    (guess ? byBody(text, from, to) : undefined)
  );
}
