import { expect, test } from 'vitest';
import { rowAsLine, sayDate, sayNumber, sayShortDay, sayShortMoment } from '#renderer/register/registerWords.ts';
import { entryWith } from './entries.ts';

const TODAY = '2026-11-24';
const { sent } = entryWith();

test('days are short, and say their year when it is another one', () => {
  expect(sayShortDay('2026-11-24', TODAY)).toBe('mar 24 nov');
  expect(sayShortDay('2025-11-24', TODAY)).toBe('24 nov 2025');
  expect(sayShortMoment('2026-11-18T08:05:00.000Z', TODAY)).toBe('18 nov 09:05');
  expect(sayShortMoment('2025-06-18T07:05:00.000Z', TODAY)).toBe('18 giu 2025 09:05');
  expect(sayDate('2026-10-01', TODAY)).toBe('1° ottobre');
  expect(sayDate('2025-10-22', TODAY)).toBe('22 ottobre 2025');
  expect(sayNumber(1604)).toBe('1.604');
});

test('a copied row is one line with a cell for each column, whatever the text holds', () => {
  const row = entryWith({ number: null, recipients: null, sent: { ...sent, text: 'Uno\tdue\n\ntre' } });
  const cells = rowAsLine(row).split('\t');
  expect(cells).toHaveLength(11);
  expect(cells[0]).toBe('provv.');
  expect(cells[9]).toBe('testo cambiato, una sola persona');
  expect(cells.at(-1)).toBe('Uno due tre');
});
