import type { Day } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { findDates } from '#shared/text/dates/findDates.ts';
import { parseHeaderDate } from './headerDate.ts';
import type { Line } from './lines.ts';
import type { MailAddress } from './mail.ts';

/** What the head above a quoted or forwarded message says of it. */
export interface QuoteHead {
  /** `forwarded`: its marker says so; `attached`: set by the reader of attachments; `original`: a reply or a forward. */
  readonly kind: 'forwarded' | 'attached' | 'original' | 'wrote';
  /** Index of the first line after the head. */
  readonly next: number;
  readonly author: MailAddress | null;
  readonly day: Day | null;
}

/** The head put before the text of an attached message; read back by `quoteHeadAt`. */
export const ATTACHED_MARK = '---------- Messaggio allegato ----------';

const FORWARD_MARK =
  /^[\s>*_-]*(?:-{2,}\s*|\*{2,}\s*)?(?:inizio (?:del )?messaggio inoltrato|messaggio inoltrato|forwarded message|begin forwarded message|inoltrato messaggio)\b[^\n]{0,30}$/i;
const ORIGINAL_MARK = /^[\s>*]*[-_]{2,}\s*(?:messaggio originale|original message)\s*[-_]*[\s*]*$/i;
const FIELD =
  /^[\s>*_]*(da|from|mittente|inviato(?: il)?|data|date|sent|a|to|per|destinatari[oa]?|cc|c\.c\.|ccn|bcc|oggetto|subject|rispondi a|reply-to|allegati|attachments|importanza|importance|priorità)[*_]?\s*:[*_]*\s?(.*)$/i;
const FIELD_LINES = 12;
/** No head of a message is longer; a hostile line may be. */
const HEAD_LENGTH = 400;
const WROTE_END = /(?:ha scritto|scrive|wrote|ha inviato)\s*:?\s*$/i;
const WROTE_START = /^[\s>]*(?:il (?:giorno\s)?|in data |on |le |giorno )/i;
const ADDRESS = /[^\s<>"'():;,[\]]{1,64}@[^\s<>"'():;,[\]]{1,255}/;
const ENGLISH_DATE = /\b([a-z]{3})[a-z]*\.? (\d{1,2}), (\d{4})/i;

const beginning = (line: Line | undefined): string => line?.text.slice(0, HEAD_LENGTH) ?? '';

type Field = 'from' | 'date' | 'to' | 'subject' | 'other';

function fieldOf(name: string): Field {
  const word = name.toLowerCase();
  if (/^(?:da|from|mittente)$/.test(word)) return 'from';
  if (/^(?:inviato|data|date|sent)/.test(word)) return 'date';
  if (/^(?:oggetto|subject)$/.test(word)) return 'subject';
  return /^(?:a|to|per|destinatari)/.test(word) ? 'to' : 'other';
}

/** Name and address out of `Anna Bianchi <anna@comune.example>` and its many spellings. */
export function readAddress(text: string): MailAddress | null {
  const address = ADDRESS.exec(text)?.[0].replace(/^mailto:/i, '') ?? '';
  const name = text
    .replace(/[<([].*$/, '')
    .replace(address === '' ? /$^/ : address, '')
    .replace(/["'*]/g, '')
    .trim();
  return name === '' && address === '' ? null : { name: name.slice(0, 120), address };
}

/** The day written in the head of a quoted message, in Italian, in English or as in a header. */
function readDay(text: string): Day | null {
  const header = parseHeaderDate(text);
  if (header !== undefined) return romeOf(header).day;
  const [found] = findDates(text, undefined);
  if (found !== undefined) return found.date;
  const english = ENGLISH_DATE.exec(text);
  const instant = english && parseHeaderDate(`${english[2]} ${english[1]} ${english[3]} 12:00 +0000`);
  return instant ? romeOf(instant).day : null;
}

interface Fields {
  readonly values: ReadonlyMap<Field, string>;
  readonly next: number;
}

/** The lines `Da: … Inviato: … A: … Oggetto: …` from `start`; long lists of addressees run over several lines. */
function readFields(lines: readonly Line[], start: number): Fields {
  const values = new Map<Field, string>();
  let at = start;
  let last: Field | undefined;
  while (at < lines.length && at < start + FIELD_LINES) {
    const text = beginning(lines[at]);
    const match = FIELD.exec(text);
    if (match) {
      last = fieldOf(match[1] ?? '');
      // In a table the value stands in a cell of its own, on the line below.
      const below = beginning(lines[at + 1]);
      const isBelow = (match[2] ?? '').trim() === '' && below.trim() !== '' && !FIELD.test(below);
      if (!values.has(last)) values.set(last, isBelow ? below : (match[2] ?? ''));
      if (isBelow) at++;
    } else if (text.replace(/[>\s]/g, '') === '' || (last !== 'to' && last !== 'other')) break;
    at++;
  }
  return { values, next: at };
}

function headOf(kind: QuoteHead['kind'], { values, next }: Fields): QuoteHead {
  const date = values.get('date');
  return {
    kind,
    next,
    author: readAddress(values.get('from') ?? ''),
    day: date === undefined ? null : readDay(date),
  };
}

function wroteHead(lines: readonly Line[], at: number): QuoteHead | undefined {
  if (!WROTE_START.test(lines[at]?.text ?? '')) return undefined;
  for (let count = 1; count <= 3; count++) {
    const joined = lines
      .slice(at, at + count)
      .map((line) => beginning(line).replace(/^[\s>]+/, ''))
      .join(' ');
    if (joined.length > 300) return undefined;
    if (!WROTE_END.test(joined)) continue;
    const quotedNext = /^\s*>/.test(lines.slice(at + count).find((line) => line.text.trim() !== '')?.text ?? '');
    const exact = /\d/.test(joined) && (quotedNext || ADDRESS.test(joined) || /\d{1,2}[:.]\d{2}/.test(joined));
    if (!exact) return undefined;
    const day = readDay(joined);
    const author = readAddress(joined.replace(/^.*?\d{1,2}[:.]\d{2}(?::\d{2})?,?/, '').replace(WROTE_END, ''));
    return { kind: 'wrote', next: at + count, author, day };
  }
  return undefined;
}

/** The head of a quoted or forwarded message that begins at line `at`, if one does. */
export function quoteHeadAt(lines: readonly Line[], at: number): QuoteHead | undefined {
  const text = beginning(lines[at]);
  const marked =
    text === ATTACHED_MARK
      ? 'attached'
      : FORWARD_MARK.test(text)
        ? 'forwarded'
        : ORIGINAL_MARK.test(text)
          ? 'original'
          : undefined;
  if (marked !== undefined) {
    const first = (lines[at + 1]?.text ?? '').replace(/[>\s]/g, '') === '' ? at + 2 : at + 1;
    return headOf(marked, readFields(lines, first));
  }
  if (!FIELD.test(text)) return wroteHead(lines, at);
  const fields = readFields(lines, at);
  const says = (field: Field): boolean => fields.values.has(field);
  const complete = says('from') && says('date') && (says('subject') || says('to'));
  return complete ? headOf('original', fields) : undefined;
}
