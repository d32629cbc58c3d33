import { z } from 'zod';
import { foldText } from '#shared/kernel/text.ts';
import type { Cell } from '#shared/text/cells.ts';

/** What a column of a statement or of a register file can hold. */
export const FIELDS = ['number', 'date', 'time', 'text', 'recipients', 'link', 'amount'] as const;
export type Field = (typeof FIELDS)[number];

const letterSchema = z.string().regex(/^[A-Za-z]{1,3}$/);

/** Columns chosen by hand, as letters of the sheet (`--map`); `headerRow` is the 1-based row of the heads. */
export const columnMapSchema = z
  .strictObject({ ...Object.fromEntries(FIELDS.map((field) => [field, letterSchema])), headerRow: z.int().positive() })
  .partial() as z.ZodType<ColumnMap>;
export type ColumnMap = { readonly [name in Field]?: string | undefined } & { readonly headerRow?: number | undefined };

/** Where each field is: 0-based columns, and the 0-based row of the heads, -1 when there are none. */
export interface SheetLayout {
  readonly headerRow: number;
  readonly columns: Readonly<Partial<Record<Field, number>>>;
}

/** Heads people write, folded, the surest first. */
const HEADS: Readonly<Record<Field, readonly string[]>> = {
  number: [
    'numero registro',
    'n registro',
    'numero avviso',
    'number',
    'numero',
    'nr',
    'n',
    'progressivo',
    'prog',
    'id',
    'protocollo',
  ],
  date: [
    'data invio',
    'data di invio',
    'data spedizione',
    'data e ora',
    'data ora',
    'date',
    'data',
    'giorno',
    'inviato il',
  ],
  time: ['ora invio', 'ora di invio', 'orario', 'time', 'ora', 'ore'],
  text: [
    'testo',
    'testo messaggio',
    'testo del messaggio',
    'messaggio',
    'text',
    'contenuto',
    'oggetto',
    'avviso',
    'descrizione',
    'notizia',
    'titolo',
    'campagna',
  ],
  recipients: [
    'destinatari',
    'numero destinatari',
    'n destinatari',
    'recipients',
    'iscritti',
    'contatti',
    'raggiunti',
    'consegnati',
    'inviati',
  ],
  link: ['link', 'url', 'indirizzo della notizia', 'collegamento'],
  amount: ['importo', 'imponibile', 'prezzo', 'costo', 'totale', 'amount'],
};

const SEARCHED_ROWS = 40;
const ALPHABET = 26;

/** How surely a head names a field: an exact head counts more than one that only begins with it, or holds it. */
function sureness(head: string, field: Field): number {
  const names = HEADS[field];
  const exact = names.indexOf(head);
  if (exact !== -1) return 3 - exact / names.length;
  const begins = names.findIndex((name) => head.startsWith(`${name} `));
  if (begins !== -1) return 2 - begins / names.length;
  const holds = names.findIndex((name) => name.length > 3 && ` ${head} `.includes(` ${name} `));
  return holds === -1 ? 0 : 1 - holds / names.length;
}

/** The columns a row names when it is read as heads: every field its surest column, every column one field. */
function columnsNamed(row: readonly Cell[]): Partial<Record<Field, number>> {
  const guesses = row
    .flatMap((cell, column) => {
      const head = typeof cell === 'string' ? foldText(cell) : '';
      return FIELDS.map((field) => ({ field, column, sure: head === '' ? 0 : sureness(head, field) }));
    })
    .filter(({ sure }) => sure > 0)
    .sort((one, other) => other.sure - one.sure || one.column - other.column);
  const columns: Partial<Record<Field, number>> = {};
  const taken = new Set<number>();
  for (const { field, column } of guesses) {
    if (columns[field] !== undefined || taken.has(column)) continue;
    columns[field] = column;
    taken.add(column);
  }
  return columns;
}

/** 0-based column of a letter: A is 0, AA is 26. */
function columnOf(letters: string): number {
  const digits = [...letters.toUpperCase()].map((letter) => letter.charCodeAt(0) - 'A'.charCodeAt(0) + 1);
  return digits.reduce((total, digit) => total * ALPHABET + digit, 0) - 1;
}

/** Letter of a 0-based column: 0 is A, 26 is AA. */
export function letterOfColumn(column: number): string {
  const last = String.fromCharCode('A'.charCodeAt(0) + (column % ALPHABET));
  return column < ALPHABET ? last : `${letterOfColumn(Math.floor(column / ALPHABET) - 1)}${last}`;
}

/**
 * Where the fields of a table are: from its heads, looked for in the first rows, corrected by `map`.
 * Fields nobody named are missing from the answer.
 */
export function layoutOf(rows: readonly (readonly Cell[])[], map: ColumnMap = {}): SheetLayout {
  const named = rows.slice(0, SEARCHED_ROWS).map(columnsNamed);
  const counts = named.map((columns) => Object.keys(columns).length);
  const highest = Math.max(0, ...counts);
  const richest = highest === 0 ? -1 : counts.indexOf(highest);
  const headerRow = map.headerRow === undefined ? richest : map.headerRow - 1;
  const chosen = FIELDS.flatMap((field) => {
    const letters = map[field];
    return letters === undefined ? [] : [[field, columnOf(letters)] as const];
  });
  const byHand = new Set(chosen.map(([, column]) => column));
  const found = Object.entries(columnsNamed(rows[headerRow] ?? [])).filter(([, column]) => !byHand.has(column));
  return { headerRow, columns: { ...Object.fromEntries(found), ...Object.fromEntries(chosen) } };
}
