import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cell,
  centsOfCell,
  countOfCell,
  dayOfCell,
  numberOfCell,
  textOfCell,
  timeOfCell,
} from '#shared/text/cells.ts';

const moment = (iso: string): Date => new Date(`${iso}Z`);

test.each<[Cell, string | null]>([
  ['05/01/2026', '2026-01-05'],
  ['5.1.26', '2026-01-05'],
  ['5-1-2026', '2026-01-05'],
  ['2026-01-05', '2026-01-05'],
  ['2026-01-05T08:30:00', '2026-01-05'],
  ['lunedì 5 gennaio 2026', '2026-01-05'],
  ['5 gen 2026', '2026-01-05'],
  ['05/01/2026 08:30', '2026-01-05'],
  [moment('2026-01-05T23:59:59.999'), '2026-01-06'],
  [46_027, '2026-01-05'],
  [46_027.5, '2026-01-05'],
  ['31/02/2026', null],
  ['2026-02-31', null],
  ['5 gennaio', null],
  ['46027', null],
  [3120, null],
  [moment('1899-12-30T08:30:00'), null],
  ['', null],
  [null, null],
  [true, null],
])('day of %j', (cell, day) => {
  expect(dayOfCell(cell)).toBe(day);
});

test.each<[Cell, string | null]>([
  ['8:30', '08:30'],
  ['08.30', '08:30'],
  ['ore 08.30', '08:30'],
  ['08:30:15', '08:30'],
  ['05/01/2026 08:30', '08:30'],
  ['2026-01-05T08:30:00', '08:30'],
  ['2026-01-05', null],
  ['05.01.2026', null],
  [moment('2026-01-05T07:59:59.999'), '08:00'],
  [0.354_166_666_666_667, '08:30'],
  [46_027.354_166_67, '08:30'],
  ['24:00', null],
  ['8', null],
  [8, null],
  ['', null],
  [null, null],
])('time of %j', (cell, time) => {
  expect(timeOfCell(cell)).toBe(time);
});

test.each<[Cell, number | null]>([
  ['11.951,95', 11_951.95],
  ['3.120', 3120],
  ['1.234.567', 1_234_567],
  ['0,0625', 0.0625],
  ['0.125', 0.125],
  ['12.5', 12.5],
  ['1234.56', 1234.56],
  ['1,234.56', 1234.56],
  ['1,5', 1.5],
  ['€ 18,00', 18],
  ['18,00 €', 18],
  ['1\u00A0234,5 euro', 1234.5],
  ['-36,00', -36],
  ['−36', -36],
  ['+3', 3],
  [3120, 3120],
  ['1.2.3', null],
  ['12,', null],
  ['1.234,5.6', null],
  ['circa 30', null],
  ['', null],
  ['-', null],
  [Number.NaN, null],
  [null, null],
  [true, null],
])('number of %j', (cell, value) => {
  expect(numberOfCell(cell)).toBe(value);
});

test.each<[Cell, number | null]>([
  ['18,00', 1800],
  ['18,005', 1801],
  ['-18,005', -1801],
  [1.005, 101],
  [594, 59_400],
  [1.4e-14, 0],
  ['x', null],
  [1e300, null],
])('cents of %j', (cell, cents) => {
  expect(centsOfCell(cell)).toBe(cents);
});

test('counts are whole and not negative', () => {
  expect(['3.120', 0, '3,5', -1, '', null].map(countOfCell)).toEqual([3120, 0, null, null, null, null]);
});

test('texts come without spaces around them', () => {
  expect([textOfCell('  a '), textOfCell(3.5), textOfCell(null), textOfCell(moment('2026-01-05T08:30:00'))]).toEqual([
    'a',
    '3.5',
    '',
    '2026-01-05T08:30',
  ]);
});

describe('whatever is written', () => {
  test('amounts in Italian give their cents back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (cents) => {
        const amount = (cents / 100).toLocaleString('it-IT', { minimumFractionDigits: 2, useGrouping: 'always' });
        expect(centsOfCell(`${amount} €`)).toBe(cents === 0 ? 0 : cents);
      }),
    );
  });

  test('no text makes the readers throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const read of [dayOfCell, timeOfCell, numberOfCell, countOfCell, centsOfCell]) read(text);
      }),
    );
  });
});
