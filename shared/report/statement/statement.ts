import type { Day, Time } from '#shared/kernel/day.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { foldText } from '#shared/kernel/text.ts';
import { type Cell, centsOfCell, countOfCell, dayOfCell, textOfCell, timeOfCell } from '#shared/text/cells.ts';
import { type ColumnMap, type Field, layoutOf, type SheetLayout } from './columns.ts';

/** What a statement and a register say of one message sent. Null: the file does not say. */
export interface SentMessage {
  readonly day: Day | null;
  readonly time: Time | null;
  readonly text: string;
  readonly recipients: number | null;
  readonly link: string | null;
}

/** A message of the contractor's statement (P51). */
export interface StatementItem extends SentMessage {
  /** 1-based row in the sheet or file. */
  readonly row: number;
  /** The register's number, where the contractor writes it. */
  readonly number: string | null;
  /** What the row costs, in cents. */
  readonly amount: number | null;
}

/** A message of the register. */
export interface RegisterItem extends SentMessage {
  readonly number: string;
}

/** A statement that was read: its messages and the rows that are none, with the reason. */
export interface Statement {
  readonly layout: SheetLayout;
  readonly items: readonly StatementItem[];
  readonly skipped: readonly { readonly row: number; readonly why: 'total' | 'heads' | 'no message' }[];
}

type Rows = readonly (readonly Cell[])[];
type FoundRow = StatementItem & { readonly why: Statement['skipped'][number]['why'] | null };

/** A contractor never sends so many messages in two months: the file is another one, or a trap. */
const MAXIMUM_MESSAGES = 2_000;
const TOTAL = /^(?:sub)?total[ei]\b|^somma\b/;

function readRow(layout: SheetLayout, heads: string, row: readonly Cell[], number: number): FoundRow {
  const cell = (field: Field): Cell => row[layout.columns[field] ?? -1] ?? null;
  const day = dayOfCell(cell('date'));
  const text = textOfCell(cell('text'));
  const folded = row.map((value) => foldText(textOfCell(value)));
  const isTotal = day === null && folded.some((value) => TOTAL.test(value));
  const isHeads = folded.join('|') === heads;
  return {
    row: number,
    number: textOfCell(cell('number')) || null,
    day,
    time: timeOfCell(cell('time')) ?? timeOfCell(cell('date')),
    text,
    recipients: countOfCell(cell('recipients')),
    link: textOfCell(cell('link')) || null,
    amount: centsOfCell(cell('amount')),
    why: isTotal ? 'total' : isHeads ? 'heads' : day === null && text === '' ? 'no message' : null,
  };
}

function readRows(rows: Rows, layout: SheetLayout): Pick<Statement, 'items' | 'skipped'> {
  const heads = (rows[layout.headerRow] ?? []).map((value) => foldText(textOfCell(value))).join('|');
  const items: StatementItem[] = [];
  const skipped: { row: number; why: NonNullable<FoundRow['why']> }[] = [];
  let afterTotal = false;
  for (const [index, row] of rows.entries()) {
    if (index <= layout.headerRow || row.every((cell) => textOfCell(cell) === '')) continue;
    const { why, ...item } = readRow(layout, heads, row, index + 1);
    // below the total stand a place, a date in words, a signature: no messages
    const isFooter: boolean = afterTotal && (item.day === null || item.text === '');
    const reason: FoundRow['why'] = why ?? (isFooter ? 'no message' : null);
    if (reason === null) items.push(item);
    else skipped.push({ row: item.row, why: reason });
    afterTotal ||= reason === 'total';
  }
  return { items, skipped };
}

/**
 * Reads the rows of a statement; `map` corrects the columns its heads tell. Rows of totals and repeated heads are left
 * out and named. Problem codes: `statement-columns` (date or text not found), `statement-empty`, `statement-too-long`.
 */
export function readStatement(rows: Rows, map?: ColumnMap): Result<Statement, Problem> {
  const read = readMessages(rows, map);
  if (!read.ok || read.value.items.length <= MAXIMUM_MESSAGES) return read;
  return problem({
    code: 'statement-too-long',
    what: `Il rendiconto ha ${read.value.items.length} messaggi: non può essere quello di due mesi.`,
    remedy: 'Controlla di avere scelto il file giusto, o lascia nel file i soli messaggi del periodo.',
  });
}

function readMessages(rows: Rows, map?: ColumnMap): Result<Statement, Problem> {
  const layout = layoutOf(rows, map);
  const missing = [
    ...(layout.columns.date === undefined ? ['la data'] : []),
    ...(layout.columns.text === undefined ? ['il testo'] : []),
  ];
  if (missing.length > 0) {
    return problem({
      code: 'statement-columns',
      what: `Non trovo la colonna con ${missing.join(' e quella con ')}: i titoli delle colonne non lo dicono.`,
      remedy: 'Indica quali colonne contengono data e testo, e in quale riga stanno i titoli.',
    });
  }
  const read = readRows(rows, layout);
  if (read.items.length === 0) {
    return problem({
      code: 'statement-empty',
      what: 'Sotto i titoli delle colonne non c’è alcun messaggio.',
      remedy: 'Controlla di avere scelto il file e il foglio giusti.',
    });
  }
  return ok({ layout, ...read });
}

/** Reads a register kept in a file, of any length: as `readStatement`; a message without a number is named by its row. */
export function readRegisterFile(rows: Rows, map?: ColumnMap): Result<readonly RegisterItem[], Problem> {
  const read = readMessages(rows, map);
  if (!read.ok) return read;
  return ok(
    read.value.items.map(({ row, number, day, time, text, recipients, link }) => ({
      number: number ?? `riga ${row}`,
      day,
      time,
      text,
      recipients,
      link,
    })),
  );
}
