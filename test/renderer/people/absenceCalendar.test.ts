import { expect, test } from 'vitest';
import { cellsOf, daysShown, mondayOf, shortNames } from '#renderer/people/absenceCalendar.ts';
import { moved } from '#renderer/people/chainWords.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';

const days = daysShown(valdombra.calendar, '2026-11-23');
const person = (id: string, name: string) => ({ id, name });

test('four weeks of working days, from Monday; the 8th of December is none', () => {
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  expect(days.slice(0, 6)).toEqual([
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-30',
  ]);
  expect(days).not.toContain('2026-12-08');
  expect(days.at(-1)).toBe('2026-12-18');
});

test('an absence is one cell over its working days, also when it began before and when two overlap', () => {
  const away = (id: string, from: string, to: string) => ({ id, person: 'bellin', from, to });
  const cells = cellsOf(
    [
      away('long', '2026-11-20', '2026-11-24'),
      away('bridge', '2026-12-07', '2026-12-09'),
      away('short', '2026-12-09', '2026-12-10'),
      { ...away('other', '2026-11-26', '2026-11-26'), person: 'vidal' },
    ],
    'bellin',
    days,
  );
  const spans = cells.filter(({ absence }) => absence).map(({ absence, days: own }) => [absence?.id, own]);
  expect(spans).toEqual([
    ['long', ['2026-11-23', '2026-11-24']],
    ['bridge', ['2026-12-07', '2026-12-09']],
    ['short', ['2026-12-10']],
  ]);
  expect(cells.flatMap((cell) => cell.days)).toEqual(days);
});

test('initials never stand for two people', () => {
  const names = shortNames([
    person('a', 'Marta Bellin'),
    person('b', 'Mario Bono'),
    person('c', 'Ornella Vidal'),
    person('d', 'Anna Maria De Rossi'),
  ]);
  expect([...names.values()]).toEqual(['MBe', 'MBo', 'OV', 'AM']);
  expect(new Set(shortNames([person('a', 'Ada'), person('b', 'Ava')]).values()).size).toBe(2);
});

test('moving changes two neighbours; at the ends nothing moves', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});
