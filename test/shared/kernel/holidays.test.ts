import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '#shared/kernel/day.ts';
import { easter, isNationalHoliday } from '#shared/kernel/holidays.ts';

describe('easter', () => {
  it.each([
    '1818-03-22',
    '1886-04-25',
    '1900-04-15',
    '1913-03-23',
    '1943-04-25',
    '1954-04-18',
    '1961-04-02',
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2016-03-27',
    '2019-04-21',
    '2020-04-12',
    '2021-04-04',
    '2022-04-17',
    '2023-04-09',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2029-04-01',
    '2030-04-21',
    '2031-04-13',
    '2032-03-28',
    '2033-04-17',
    '2034-04-09',
    '2035-03-25',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
    '2285-03-22',
  ])('%s', (sunday) => {
    expect(easter(Number(sunday.slice(0, 4)))).toBe(sunday);
  });

  it('is a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1600, max: 2999 }), (year) => {
        const day = easter(year);
        expect(weekdayOf(day)).toBe(0);
        expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true);
      }),
    );
  });
});

describe('national holidays', () => {
  const holidaysOf = (year: number): string[] =>
    Array.from({ length: 366 }, (_, index) => addDays(`${year}-01-01`, index)).filter(
      (day) => day.startsWith(`${year}`) && isNationalHoliday(day),
    );

  it('of 2026, the first year of San Francesco', () => {
    expect(holidaysOf(2026)).toEqual([
      '2026-01-01',
      '2026-01-06',
      '2026-04-05',
      '2026-04-06',
      '2026-04-25',
      '2026-05-01',
      '2026-06-02',
      '2026-08-15',
      '2026-10-04',
      '2026-11-01',
      '2026-12-08',
      '2026-12-25',
      '2026-12-26',
    ]);
  });

  it('of 2025: 4 October was an ordinary day', () => {
    expect(holidaysOf(2025)).toHaveLength(12);
    expect(isNationalHoliday('2025-10-04')).toBe(false);
    expect(isNationalHoliday('2027-10-04')).toBe(true);
  });

  it('of 2011 and 2038: Easter and Liberation Day fall together', () => {
    expect(holidaysOf(2011)).toHaveLength(11);
    expect(holidaysOf(2038)).toHaveLength(12);
  });

  it.each(['2026-02-14', '2026-06-24', '2026-11-02', '2026-11-04', '2026-12-24', '2026-12-31'])(
    '%s is not one',
    (day) => {
      expect(isNationalHoliday(day)).toBe(false);
    },
  );
});
