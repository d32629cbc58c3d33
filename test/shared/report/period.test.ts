import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, weekdayOf } from '#shared/kernel/day.ts';
import {
  daysOfPeriod,
  isInPeriod,
  periodOf,
  periodSchema,
  previousPeriod,
  sayPeriod,
  sayPeriodDays,
  weeksOfPeriod,
  yearBefore,
} from '#shared/report/period.ts';

const anyPeriod = fc
  .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 6 }))
  .map(([year, index]) => `${year}-${index}`);

test.each([
  ['2026-01-01', '2026-1'],
  ['2026-02-28', '2026-1'],
  ['2026-03-01', '2026-2'],
  ['2026-12-31', '2026-6'],
])('%s falls in %s', (day, period) => {
  expect(periodOf(day)).toBe(period);
});

test.each([
  ['2026-1', '2026-01-01', '2026-02-28', '2025-6', '2025-1'],
  ['2028-1', '2028-01-01', '2028-02-29', '2027-6', '2027-1'],
  ['2026-6', '2026-11-01', '2026-12-31', '2026-5', '2025-6'],
])('%s goes from %s to %s', (period, from, to, before, lastYear) => {
  expect(daysOfPeriod(period)).toEqual({ from, to });
  expect([previousPeriod(period), yearBefore(period)]).toEqual([before, lastYear]);
});

test('a period is said in Italian', () => {
  expect(sayPeriod('2026-1')).toBe('gennaio–febbraio 2026');
  expect(sayPeriodDays('2026-5')).toBe('dal 1° settembre al 31 ottobre 2026');
});

test.each(['2026-0', '2026-7', '2026-01', '26-1', '2026-1 '])('%s is no period', (text) => {
  expect(periodSchema.safeParse(text).success).toBe(false);
});

describe('any period', () => {
  test('begins the day after the one before', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const { from, to } = daysOfPeriod(period);
        expect(addDays(daysOfPeriod(previousPeriod(period)).to, 1)).toBe(from);
        expect(isInPeriod(period, from) && isInPeriod(period, to)).toBe(true);
        expect(isInPeriod(period, addDays(to, 1))).toBe(false);
      }),
    );
  });

  test('is covered by its weeks without gaps', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const weeks = weeksOfPeriod(period);
        const { from, to } = daysOfPeriod(period);
        expect([weeks[0]?.from, weeks.at(-1)?.to]).toEqual([from, to]);
        for (const [index, week] of weeks.entries()) {
          expect(daysBetween(week.from, week.to)).toBeLessThan(7);
          if (index > 0) {
            expect(addDays(weeks[index - 1]?.to ?? '', 1)).toBe(week.from);
            expect(weekdayOf(week.from)).toBe(1);
          }
        }
      }),
    );
  });
});
