import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '#shared/kernel/day.ts';
import {
  addMilliseconds,
  instantAt,
  instantSchema,
  instantsOfDay,
  millisecondsBetween,
  romeOf,
} from '#shared/kernel/instant.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Any whole minute from 1996, when all Europe got one rule of daylight saving. */
const anyMinute = fc
  .integer({ min: Date.parse('1996-01-01T00:00:00Z') / MINUTE, max: Date.parse('2099-12-31T00:00:00Z') / MINUTE })
  .map((minute) => new Date(minute * MINUTE).toISOString());

/** The last Sunday of a month of 31 days: when the hour changes. */
function lastSunday(year: number, month: '03' | '10'): string {
  const last = `${year}-${month}-31`;
  return addDays(last, -weekdayOf(last));
}

/** Every minute of the three days around a change of the hour, and any other. */
const minuteNearChange = fc
  .tuple(
    fc.integer({ min: 1996, max: 2099 }),
    fc.constantFrom('03' as const, '10' as const),
    fc.integer({ min: -24 * 60, max: 24 * 60 }),
  )
  .map(([year, month, minutes]) => addMilliseconds(`${lastSunday(year, month)}T01:00:00.000Z`, minutes * MINUTE));

function expectInverse(instant: string): void {
  const shown = romeOf(instant);
  const back = instantAt(shown.day, shown.time);
  expect(romeOf(back)).toEqual(shown);
  // In the repeated hour the first pass is given; everywhere else the very same minute.
  expect([0, HOUR]).toContain(millisecondsBetween(back, instant));
}

describe('romeOf and instantAt', () => {
  it.each([
    ['2026-03-02T08:00:00.000Z', '2026-03-02', '09:00'],
    ['2026-07-15T22:30:00.000Z', '2026-07-16', '00:30'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01', '00:00'],
    ['2026-03-29T00:59:00.000Z', '2026-03-29', '01:59'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29', '03:00'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25', '02:30'],
    ['2026-10-25T01:00:00.000Z', '2026-10-25', '02:00'],
    ['2026-10-25T02:00:00.000Z', '2026-10-25', '03:00'],
  ])('%s is %s %s', (instant, day, time) => {
    expect(romeOf(instant)).toEqual({ day, time });
  });

  it('is the inverse at every minute', () => {
    fc.assert(fc.property(anyMinute, expectInverse));
    fc.assert(fc.property(minuteNearChange, expectInverse));
  });

  it('is the inverse at all minutes of the days of 2026 on which the hour changes', () => {
    for (const [day, minutes] of [
      ['2026-03-29', 23 * 60],
      ['2026-10-25', 25 * 60],
    ] as const) {
      const { from, to } = instantsOfDay(day);
      expect(millisecondsBetween(from, to)).toBe(minutes * MINUTE);
      for (let minute = 0; minute < minutes; minute++) expectInverse(addMilliseconds(from, minute * MINUTE));
    }
  });

  it('gives one hour back only in the hour that autumn repeats, and then the first pass', () => {
    fc.assert(
      fc.property(minuteNearChange, (instant) => {
        const { day, time } = romeOf(instant);
        const isSecondPass = instantAt(day, time) !== instant;
        const repeated = day === lastSunday(Number(day.slice(0, 4)), '10') && time >= '02:00' && time < '03:00';
        const firstPassEnd = `${day}T01:00:00.000Z`;
        expect(isSecondPass).toBe(repeated && instant >= firstPassEnd);
      }),
    );
  });

  it('moves the hour that spring skips one hour ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1996, max: 2099 }), fc.integer({ min: 0, max: 59 }), (year, minute) => {
        const day = lastSunday(year, '03');
        const two = String(minute).padStart(2, '0');
        expect(romeOf(instantAt(day, `02:${two}`))).toEqual({ day, time: `03:${two}` });
      }),
    );
  });

  it('a second inside a minute belongs to that minute', () => {
    expect(romeOf('2026-03-02T08:00:59.999Z')).toEqual({ day: '2026-03-02', time: '09:00' });
  });
});

describe('instantsOfDay', () => {
  it('cuts time without gaps and without overlaps', () => {
    fc.assert(
      fc.property(anyMinute, (instant) => {
        const { day } = romeOf(instant);
        const { from, to } = instantsOfDay(day);
        expect(from <= instant && instant < to).toBe(true);
        expect(instantsOfDay(addDays(day, 1)).from).toBe(to);
      }),
    );
  });
});

describe('instantSchema', () => {
  it.each(['2026-03-02T08:00:00.000Z', '2028-02-29T23:59:59.999Z'])('takes %s', (text) => {
    expect(instantSchema.safeParse(text).success).toBe(true);
  });
  it.each([
    '2026-03-02T08:00:00Z',
    '2026-03-02T09:00:00.000+01:00',
    '2026-03-02 08:00',
    '2026-02-30T08:00:00.000Z',
    '',
  ])('refuses «%s»: instants must sort as text', (text) => {
    expect(instantSchema.safeParse(text).success).toBe(false);
  });
});
