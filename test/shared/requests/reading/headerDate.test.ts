import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHeaderDate } from '#shared/requests/reading/headerDate.ts';

describe('parseHeaderDate', () => {
  it.each([
    ['Thu, 26 Nov 2026 09:12:00 +0100', '2026-11-26T08:12:00.000Z'],
    ['26 Nov 2026 09:12 GMT', '2026-11-26T09:12:00.000Z'],
    ['Thu, 26 Nov 26 09:12:59 CET', '2026-11-26T08:12:59.000Z'],
    ['Sun, 5 Jul 2026 9:12:00 -0730 (local)', '2026-07-05T16:42:00.000Z'],
    ['thu, 26 november 2026 23:59:60 +0000', '2026-11-26T23:59:59.000Z'],
  ])('%s', (header, instant) => {
    expect(parseHeaderDate(header)).toBe(instant);
  });

  it('reads a clock without a zone as that of Rome, across daylight saving', () => {
    expect(parseHeaderDate('Thu, 26 Nov 2026 09:12:00')).toBe('2026-11-26T08:12:00.000Z');
    expect(parseHeaderDate('Fri, 26 Jun 2026 09:12:00')).toBe('2026-06-26T07:12:00.000Z');
  });

  it.each([
    '5',
    'ieri',
    '',
    '31 Nov 2026 10:00 +0100',
    '26 Nov 2026',
    '2026',
    'Thu, 26 Nov 1826 10:00 +0100',
    '26 Nov 2026 25:00 +0100',
    '26 Foo 2026 10:00',
  ])('does not guess: %j', (header) => {
    expect(parseHeaderDate(header)).toBeUndefined();
  });

  it('reads back what mail programs write', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const exact = new Date(Math.floor(date.getTime() / 1000) * 1000);
          expect(parseHeaderDate(exact.toUTCString())).toBe(exact.toISOString());
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => void parseHeaderDate(text)));
  });
});
