import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutOf, letterOfColumn } from '#shared/report/statement/columns.ts';
import { previewOf } from '#shared/report/statement/preview.ts';

const TABLE = {
  sheet: 'Invii',
  otherSheets: ['Note'],
  rows: [
    ['Rendiconto', null, null],
    ['Data', 'Messaggio', 'Importo'],
    [new Date(Date.UTC(2026, 9, 16, 10, 2)), 'Una riga\nsu due', 18.5],
    [new Date(Date.UTC(2026, 9, 17)), 'x'.repeat(200), true],
  ],
};

test('cells are shown as a person reads them, columns by their letters', () => {
  const { rows, columns, headerRow, ...names } = previewOf(TABLE);
  expect(names).toEqual({ sheet: 'Invii', otherSheets: ['Note'] });
  expect(rows[2]).toEqual(['16/10/2026 10:02', 'Una riga su due', '18.5']);
  expect([rows[3]?.[0], rows[3]?.[1]?.length]).toEqual(['17/10/2026', 80]);
  expect([columns, headerRow]).toEqual([{ date: 'A', text: 'B', amount: 'C' }, 2]);
});

test('what was told before comes back, and a table without heads has none', () => {
  expect(previewOf(TABLE, { text: 'C', headerRow: 1 })).toMatchObject({ columns: { text: 'C' }, headerRow: 1 });
  expect(previewOf({ ...TABLE, rows: [['a', 'b']] })).toMatchObject({ columns: {}, headerRow: null });
  expect(previewOf({ ...TABLE, rows: [] }).rows).toEqual([]);
});

test('a letter names the column that is read by it', () => {
  fc.assert(
    fc.property(fc.nat({ max: 18_000 }), (column) => {
      expect(layoutOf([], { text: letterOfColumn(column) }).columns.text).toBe(column);
    }),
  );
});
