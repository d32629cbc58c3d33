import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addMonths, dayAfterKey, monthOf, weeksOf } from '#renderer/ui/monthGrid.ts';
import { addDays, partsOf, weekdayOf } from '#shared/kernel/day.ts';

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));

it('a month has all its days once, in order, each under its weekday from Monday on', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const weeks = weeksOf(day);
      const days = weeks.flat().filter((one) => one !== null);
      expect(days[0]).toBe(monthOf(day));
      expect(days.every((one, index) => one === addDays(monthOf(day), index))).toBe(true);
      expect(monthOf(addDays(days.at(-1) ?? '', 1))).toBe(addMonths(monthOf(day), 1));
      for (const week of weeks) {
        expect(week).toHaveLength(7);
        expect(week.every((one, index) => one === null || (weekdayOf(one) + 6) % 7 === index)).toBe(true);
      }
    }),
  );
});

it.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2028-02-29', 12, '2029-02-28'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

it('Home and Fine stay in the week, and a letter moves nothing', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const [first, last] = ['Home', 'End'].map((key) => dayAfterKey(day, { key, shiftKey: false }) ?? '');
      expect([weekdayOf(first ?? ''), weekdayOf(last ?? '')]).toEqual([1, 0]);
      expect(addDays(first ?? '', 6)).toBe(last);
      expect(dayAfterKey(day, { key: 'a', shiftKey: false })).toBeUndefined();
      expect(partsOf(dayAfterKey(day, { key: 'PageDown', shiftKey: true }) ?? '').year).toBe(partsOf(day).year + 1);
    }),
  );
});
