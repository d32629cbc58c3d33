import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readHours, readYearDay, writeHours, writeYearDay } from '#shared/text/dates/hours.ts';

const WHOLE = [
  { from: '09:00', to: '13:00' },
  { from: '15:00', to: '18:00' },
];

it.each([
  ['09:00-13:00, 15:00-18:00', WHOLE],
  ['9-13 e 15-18', WHOLE],
  ['dalle 9 alle 13 e dalle 15 alle 18', WHOLE],
  ['9.00 – 13.00; 15.00 – 18.00', WHOLE],
  ['', []],
  ['Chiuso', []],
])('reads hours as people type them: %s', (typed, hours) => {
  expect(readHours(typed)).toEqual(hours);
});

it.each(['13:00-09:00', '09:00', '9-13, 12-18', '25-26', 'mattina', '09:00-13:00-15:00', '9-13 15-18'])(
  'takes nothing that is not in order: %s',
  (typed) => {
    expect(readHours(typed)).toBeUndefined();
  },
);

it('what is written is read again, whatever the hours', () => {
  const time = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const clock = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  fc.assert(
    fc.property(fc.uniqueArray(time, { minLength: 2, maxLength: 6 }), (minutes) => {
      const sorted = [...minutes].sort((one, other) => one - other).slice(0, minutes.length - (minutes.length % 2));
      const hours = Array.from({ length: sorted.length / 2 }, (_, index) => ({
        from: clock(sorted[index * 2] ?? 0),
        to: clock(sorted[index * 2 + 1] ?? 0),
      }));
      expect(readHours(writeHours(hours))).toEqual(hours);
    }),
  );
});

it('a day of every year is typed day first', () => {
  expect(readYearDay('13/06')).toBe('06-13');
  expect(readYearDay(' 1.9 ')).toBe('09-01');
  expect(readYearDay('13/13')).toBeUndefined();
  expect(readYearDay('giugno')).toBeUndefined();
  expect(writeYearDay('06-13')).toBe('13/06');
});
