import type { SheetData, SheetValue } from '#electron/tables/sheet.ts';
import { REGISTER_COLUMNS, type SheetSources } from '#shared/register/columns.ts';
import type { Entry } from '#shared/register/entry.ts';

/** The exported register without rows (P43). */
const EMPTY_SHEET: SheetData = {
  name: 'Registro',
  columns: REGISTER_COLUMNS.map(({ sheet: { head, kind, width } }) => ({ head, kind, width })),
  rows: [],
};

/** A row of the exported register. */
export function sheetRow(entry: Entry, sources: SheetSources): readonly SheetValue[] {
  return REGISTER_COLUMNS.map(({ sheet }) => sheet.value(entry, sources));
}

/** The exported register with these rows, without the columns that stand only where a row has a value. */
export function usedSheet(rows: readonly (readonly SheetValue[])[]): SheetData {
  const isUsed = REGISTER_COLUMNS.map(
    ({ sheet }, at) => !('onlyWhenUsed' in sheet) || rows.some((row) => row[at] !== null),
  );
  const used = <Value>(values: readonly Value[]): readonly Value[] => values.filter((_value, at) => isUsed[at]);
  return { ...EMPTY_SHEET, columns: used(EMPTY_SHEET.columns), rows: rows.map(used) };
}
