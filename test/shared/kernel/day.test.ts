import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOf,
  daysBetween,
  partsOf,
  sayDay,
  sayDayAndYear,
  timeSchema,
  weekdayOf,
} from '#shared/kernel/day.ts';

const anyDay = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('dayOf', () => {
  it.each([
    [2026, 3, 1, '2026-03-01'],
    [2028, 2, 29, '2028-02-29'],
    [2000, 2, 29, '2000-02-29'],
    [2026, 12, 31, '2026-12-31'],
  ])('%d-%d-%d is %s', (year, month, date, day) => {
    expect(dayOf(year, month, date)).toBe(day);
  });

  it.each([
    [2026, 11, 31],
    [2026, 2, 29],
    [1900, 2, 29],
    [2026, 2, 30],
    [2026, 0, 1],
    [2026, 13, 1],
    [2026, 1, 0],
    [2026, 1, 32],
    [2026, 1, -1],
    [2026, 1.5, 1],
    [Number.NaN, 1, 1],
    [12026, 1, 1],
  ])('no calendar has %d-%d-%d', (year, month, date) => {
    expect(dayOf(year, month, date)).toBeUndefined();
  });

  it('is the inverse of partsOf', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, month, date } = partsOf(day);
        expect(dayOf(year, month, date)).toBe(day);
      }),
    );
  });
});

describe('addDays and daysBetween', () => {
  it('undo each other, also across the changes of the hour', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -800, max: 800 }), (day, days) => {
        const moved = addDays(day, days);
        expect(daysBetween(day, moved)).toBe(days);
        expect(addDays(moved, -days)).toBe(day);
        expect(Math.sign(days)).toBe(moved === day ? 0 : moved > day ? 1 : -1);
      }),
    );
  });

  it('keep the week in step', () => {
    fc.assert(fc.property(anyDay, (day) => weekdayOf(addDays(day, 1)) === (weekdayOf(day) + 1) % 7));
  });
});

describe('how people say a day', () => {
  it.each([
    ['2026-12-04', 'venerdì 4 dicembre', 'venerdì 4 dicembre 2026'],
    ['2026-03-01', 'domenica 1° marzo', 'domenica 1° marzo 2026'],
    ['2026-05-11', 'lunedì 11 maggio', 'lunedì 11 maggio 2026'],
    ['2028-02-29', 'martedì 29 febbraio', 'martedì 29 febbraio 2028'],
  ])('%s', (day, said, withYear) => {
    expect(sayDay(day)).toBe(said);
    expect(sayDayAndYear(day)).toBe(withYear);
  });
});

it.each(['00:00', '09:30', '19:59', '23:59'])('%s is a time', (time) => {
  expect(timeSchema.safeParse(time).success).toBe(true);
});
it.each(['24:00', '9:30', '12:60', '12.30', '12:30 '])('%s is not a time', (time) => {
  expect(timeSchema.safeParse(time).success).toBe(false);
});
