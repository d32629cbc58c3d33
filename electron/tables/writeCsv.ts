import Papa from 'papaparse';
import { writableText } from '#shared/kernel/text.ts';
import type { ColumnKind, SheetData, SheetValue } from './sheet.ts';

const BYTE_ORDER_MARK = '\uFEFF';
/**
 * What a spreadsheet would run as a formula, also behind what it skips (blanks, line ends, characters nobody sees) and in
 * full-width signs; a plain number with its sign is none.
 */
const FORMULA =
  /^(?:[\t\r\n]|[\s\p{C}\p{Default_Ignorable_Code_Point}]*[=@＝＠＋－−]|[\s\p{C}\p{Default_Ignorable_Code_Point}]+[+-]|[+-](?!\d+(?:,\d+)?$))/u;

const euros = (cents: number): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
};

function fieldOf(kind: ColumnKind, value: SheetValue): string {
  if (value === null) return '';
  if (kind === 'day') return String(value).split('-').reverse().join('/');
  return kind === 'euro' && typeof value === 'number' ? euros(value) : writableText(String(value));
}

/** A CSV file as Italian spreadsheets open it with a double click: UTF-8 with its mark, `;`, `31/12/2026`, `18,00`. */
export function writeCsv({ columns, rows }: Omit<SheetData, 'name'>): Uint8Array {
  const text = Papa.unparse(
    {
      fields: columns.map(({ head }) => head),
      data: rows.map((row) => row.map((value, index) => fieldOf(columns[index]?.kind ?? 'text', value))),
    },
    { delimiter: ';', newline: '\r\n', escapeFormulae: FORMULA },
  );
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${text}\r\n`);
}
