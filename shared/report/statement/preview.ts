import { z } from 'zod';
import { excerpt } from '#shared/kernel/text.ts';
import { figuresOfDay } from '#shared/report/words.ts';
import { type Cell, dayOfCell, textOfCell, timeOfCell } from '#shared/text/cells.ts';
import { type ColumnMap, FIELDS, layoutOf, letterOfColumn } from './columns.ts';

const PREVIEW_ROWS = 14;
const PREVIEW_COLUMNS = 26;
const CELL_LENGTH = 80;

/** The first rows of a statement as its file has them, and the columns its heads tell. */
export const previewSchema = z.object({
  /** Name of the sheet that is read; empty for CSV. */
  sheet: z.string(),
  /** Other sheets of the file that hold something and are not read. */
  otherSheets: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  /** Letters of the columns that were recognised, or told before. */
  columns: z.partialRecord(z.enum(FIELDS), z.string()),
  /** 1-based row of the heads; null when none was found. */
  headerRow: z.int().nullable(),
});
export type Preview = z.infer<typeof previewSchema>;

function sayCell(cell: Cell): string {
  if (!(cell instanceof Date)) return excerpt(textOfCell(cell).replace(/\s+/g, ' '), CELL_LENGTH);
  const [day, time] = [dayOfCell(cell), timeOfCell(cell)];
  return [day && figuresOfDay(day), time === '00:00' ? null : time].filter((part) => part !== null).join(' ');
}

/** The beginning of a table for a person who tells its columns (P51); `map` is what was told before. */
export function previewOf(
  table: {
    readonly sheet: string;
    readonly otherSheets: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
  },
  map?: ColumnMap,
): Preview {
  const { headerRow, columns } = layoutOf(table.rows, map);
  const shown = table.rows.slice(0, PREVIEW_ROWS);
  const width = Math.min(PREVIEW_COLUMNS, Math.max(0, ...shown.map(({ length }) => length)));
  return {
    sheet: table.sheet,
    otherSheets: [...table.otherSheets],
    rows: shown.map((row) => Array.from({ length: width }, (_, column) => sayCell(row[column] ?? null))),
    columns: Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, letterOfColumn(column)])),
    headerRow: headerRow === -1 ? null : headerRow + 1,
  };
}
