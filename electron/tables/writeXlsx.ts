import { type CellValue, colToLetter, type WriteSheet, writeXlsx as writeWorkbook } from 'hucre';
import type { Day } from '#shared/kernel/day.ts';
import { writableText } from '#shared/kernel/text.ts';
import type { ColumnKind, SheetData, SheetValue } from './sheet.ts';

const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  whole: '#,##0',
  euro: '#,##0.00 "€"',
  day: 'dd/mm/yyyy',
  time: 'hh:mm',
};
/** Longest text a cell of Excel takes. */
const LONGEST_TEXT = 32_767;
const CENTS = 100;
const MINUTES_A_DAY = 1_440;

function cellOf(kind: ColumnKind, value: SheetValue): CellValue {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return kind === 'euro' ? value / CENTS : value;
  if (kind === 'day') return new Date(`${value}T00:00:00Z`);
  if (kind === 'time') {
    const [hours = 0, minutes = 0] = value.split(':').map(Number);
    return (hours * 60 + minutes) / MINUTES_A_DAY;
  }
  return writableText(value.slice(0, LONGEST_TEXT));
}

function sheetOf({ name, columns, rows }: SheetData): WriteSheet {
  const last = `${colToLetter(columns.length - 1)}${rows.length + 1}`;
  const heads = columns.map(({ head }) => head);
  return {
    name,
    columns: columns.map(({ kind, width }) => ({ width, numFmt: FORMATS[kind] })),
    rows: [heads, ...rows.map((row) => row.map((value, index) => cellOf(columns[index]?.kind ?? 'text', value)))],
    cells: new Map(
      heads.map((value, index) => [`0,${index}`, { value, style: { font: { bold: true }, numFmt: '@' } }]),
    ),
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${last}` },
  };
}

/**
 * An XLSX file with real dates, times, numbers and money; a text stays a text, also when it begins with `=`.
 * `created` is the only date in the file: the same sheets give the same bytes.
 */
export async function writeXlsx(sheets: readonly SheetData[], created: Day): Promise<Uint8Array> {
  const date = new Date(`${created}T00:00:00Z`);
  const bytes = await writeWorkbook({ sheets: sheets.map(sheetOf), properties: { created: date, modified: date } });
  return bytes;
}
