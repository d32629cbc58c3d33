/** The columns of a statement as a person tells them (P51). Pure. */

import type { SelectOption } from '#renderer/ui/index.ts';
import { excerpt } from '#shared/kernel/text.ts';
import { type Field, letterOfColumn } from '#shared/report/statement/columns.ts';
import type { Preview } from '#shared/report/statement/preview.ts';

/** Columns by field, as letters of the sheet, and the row of the heads. */
export type ColumnsByHand = Readonly<Record<string, string | number>>;
/** Letters by field; empty or missing: the file does not say. */
export type ColumnChoices = Readonly<Partial<Record<Field, string>>>;

/** What a column can hold; date and text must be told. */
export const COLUMN_FIELDS: readonly { readonly field: Field; readonly label: string; readonly needed: boolean }[] = [
  { field: 'date', label: 'Data dell’invio', needed: true },
  { field: 'text', label: 'Testo del messaggio', needed: true },
  { field: 'time', label: 'Ora dell’invio', needed: false },
  { field: 'recipients', label: 'Destinatari', needed: false },
  { field: 'number', label: 'Numero del registro', needed: false },
  { field: 'link', label: 'Link', needed: false },
  { field: 'amount', label: 'Importo', needed: false },
];

const HEAD_LENGTH = 28;

/** Whether what was typed is the number of a row, or nothing: then the app finds the heads. */
export const isHeaderRow = (typed: string): boolean => typed.trim() === '' || /^[1-9]\d{0,3}$/.test(typed.trim());

/** The columns to choose from: `B, Data invio`. */
export function columnOptions({ rows }: Preview, headerRow: string): readonly SelectOption[] {
  const heads = rows[Number(headerRow) - 1] ?? [];
  return (rows[0] ?? []).map((_, column) => {
    const letter = letterOfColumn(column);
    const head = heads[column] ?? '';
    return { value: letter, label: head === '' ? letter : `${letter}, ${excerpt(head, HEAD_LENGTH)}` };
  });
}

/** What is kept: the columns that were told, and the row of the heads where one was typed. */
export function columnsByHand(choices: ColumnChoices, headerRow: string): ColumnsByHand {
  const told = Object.entries(choices).filter(([, letter]) => letter !== '');
  return { ...Object.fromEntries(told), ...(headerRow.trim() === '' ? {} : { headerRow: Number(headerRow) }) };
}

/** What the chosen column of a letter holds, in words; null where it was not chosen. */
export const roleOf = (choices: ColumnChoices, letter: string): string | null =>
  COLUMN_FIELDS.filter(({ field }) => choices[field] === letter)
    .map(({ label }) => label)
    .join(', ') || null;
