import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, sayDayAndYear } from '#shared/kernel/day.ts';
import { readDay, readTime } from '#shared/text/dates/typed.ts';

const TODAY = '2026-11-24';

describe('readDay', () => {
  test.each([
    ['04/12/2026', '2026-12-04'],
    ['4/12', '2026-12-04'],
    ['4.12.2026', '2026-12-04'],
    ['venerdì 4 dicembre', '2026-12-04'],
    ['2026-12-04', '2026-12-04'],
    ['domani', '2026-11-25'],
    ['oggi', TODAY],
    ['31/02/2026', undefined],
    ['presto', undefined],
    ['', undefined],
  ])('%j is %s: the day comes first, never the month', (typed, day) => {
    expect(readDay(typed, TODAY, false)).toBe(day);
  });

  test.each([
    ['ieri', '2026-11-23'],
    ['lunedì', '2026-11-23'],
    ['20 novembre', '2026-11-20'],
    ['04/12/2026', '2026-12-04'],
  ])('looking back, %j is %s', (typed, day) => {
    expect(readDay(typed, TODAY, true)).toBe(day);
  });

  test('reads every day it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700, max: 700 }), fc.boolean(), (ahead, past) => {
        const day = addDays(TODAY, ahead);
        expect(readDay(sayDayAndYear(day), TODAY, past)).toBe(day);
      }),
    );
  });
});

test.each([
  ['9', '09:00'],
  ['9.05', '09:05'],
  ['09:05', '09:05'],
  ['1745', '17:45'],
  ['24', undefined],
  ['9:75', undefined],
  ['9 pm', undefined],
])('the time %j is %s', (typed, time) => {
  expect(readTime(typed)).toBe(time);
});
