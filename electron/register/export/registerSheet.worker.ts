import type { SheetData } from '#electron/tables/sheet.ts';
import { writeCsv } from '#electron/tables/writeCsv.ts';
import { writeXlsx } from '#electron/tables/writeXlsx.ts';
import { serveWorker } from '#electron/workers/serve.ts';
import type { Day } from '#shared/kernel/day.ts';

/** A sheet to write as a file, and the date it is written with. */
export interface SheetTask {
  readonly format: 'xlsx' | 'csv';
  readonly sheet: SheetData;
  readonly created: Day;
}

serveWorker((input) => {
  const { format, sheet, created } = input as SheetTask;
  return format === 'csv' ? writeCsv(sheet) : writeXlsx([sheet], created);
});
