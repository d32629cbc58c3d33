import type { Cell } from '#shared/text/cells.ts';

/** One sheet of a spreadsheet file, or a whole CSV file. */
export interface Table {
  readonly format: 'xlsx' | 'ods' | 'xls' | 'csv';
  /** Name of the sheet that was read; empty for CSV. */
  readonly sheet: string;
  /** Other sheets that hold something and were not read. */
  readonly otherSheets: readonly string[];
  /** Rows as the file has them: index 0 is row 1, empty rows included. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Largest file that is read. A statement of two months weighs less than a hundredth of it. */
export const MAXIMUM_FILE_BYTES = 20_000_000;
/** Largest content of a packed file (XLSX, ODS), as declared by its directory. */
export const MAXIMUM_UNPACKED_BYTES = 100_000_000;
export const MAXIMUM_ROWS = 200_000;
