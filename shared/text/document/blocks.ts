import type { DocumentBlock, DocumentColumn } from './document.ts';

type Table = Extract<DocumentBlock, { kind: 'table' }>;

/** A column of texts; `width` is its share of the page. */
export const texts = (head: string, width = 1): DocumentColumn => ({ head, align: 'left', width });
/** A narrow column of short texts of one kind. */
export const labels = (head: string): DocumentColumn => ({ head, align: 'left', width: 'fit' });
/** A narrow column of numbers, days or times. */
export const figures = (head: string): DocumentColumn => ({ head, align: 'right', width: 'fit' });

/** A table with its title above; `empty` is said instead of it when it has no rows. */
export function table(
  title: string,
  columns: readonly DocumentColumn[],
  rows: readonly (readonly string[])[],
  empty: string,
  total: readonly string[] | null = null,
): Table {
  return {
    kind: 'table',
    title,
    columns: [...columns],
    rows: rows.map((row) => [...row]),
    total: total && [...total],
    empty,
  };
}

/** A paragraph. */
export const paragraph = (text: string): DocumentBlock => ({ kind: 'paragraph', text });
