import type { Day, Time } from '#shared/kernel/day.ts';

/** What a column holds: it decides how its values are shown and computed with. Money is in integer cents. */
export type ColumnKind = 'text' | 'whole' | 'euro' | 'day' | 'time';

/** A value of a written sheet: text, `YYYY-MM-DD`, `HH:MM`, a whole number or cents, by the kind of its column. */
export type SheetValue = string | number | Day | Time | null;

export interface SheetColumn {
  readonly head: string;
  readonly kind: ColumnKind;
  /** Width in characters. */
  readonly width: number;
}

/** A table to write: plain rows, one value per column. */
export interface SheetData {
  /** Name of the sheet, up to 31 characters without `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetValue[])[];
}
