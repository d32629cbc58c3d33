import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/kernel/day.ts';
import { addMilliseconds, instantAt, romeOf } from '#shared/kernel/instant.ts';
import {
  type Calendar,
  endOfService,
  serviceTimeBetween,
  withinOneWorkingDay,
  withinSameDay,
} from '#shared/kernel/workdays.ts';
import { rubano } from '#shared/people/profile/rubano.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { hasteFrom, hasteOf, isUrgent, waitsOf } from '#shared/requests/deadlines.ts';

const { calendar } = valdombra;
const arrived = (text: string): string => {
  const [day = '', time = ''] = text.split(' ');
  return instantAt(day, time);
};

describe('urgent: less than 1+1 working days of notice (P14)', () => {
  it.each([
    ['2026-03-02 10:00', '2026-03-02', true],
    ['2026-03-02 10:00', '2026-03-03', true],
    ['2026-03-02 10:00', '2026-03-04', false],
    ['2026-03-02 18:00', '2026-03-04', true],
    ['2026-03-02 18:00', '2026-03-05', false],
    ['2026-03-06 10:00', '2026-03-09', true],
    ['2026-03-06 10:00', '2026-03-10', false],
    ['2026-03-07 10:00', '2026-03-10', true],
    ['2026-03-07 10:00', '2026-03-11', false],
    ['2026-04-02 10:00', '2026-04-06', true],
    ['2026-04-02 10:00', '2026-04-07', false],
    ['2026-12-23 10:00', '2026-12-27', true],
    ['2026-12-23 10:00', '2026-12-28', false],
    ['2026-03-04 10:00', '2026-03-01', true],
  ])('arrived %s, wanted on %s: %s', (when, sendDate, urgent) => {
    expect(isUrgent(calendar, arrived(when), sendDate)).toBe(urgent);
  });

  it('not while the date is missing', () => {
    expect(isUrgent(calendar, arrived('2026-03-02 10:00'), null)).toBe(false);
  });
});

describe('when the request must have been forwarded (P5)', () => {
  const due = (when: string, sendDate: string | null, sendTime: string | null = null): string =>
    Object.values(romeOf(hasteFrom(calendar, arrived(when), { sendDate, sendTime }).due)).join(' ');

  it.each([
    ['2026-03-02 10:00', '2026-03-10', '2026-03-03 17:30'],
    ['2026-03-02 10:00', null, '2026-03-03 17:30'],
    ['2026-03-02 10:00', '2026-03-03', '2026-03-02 17:30'],
    ['2026-03-02 18:00', '2026-03-03', '2026-03-03 17:00'],
    ['2026-03-28 10:00', '2026-03-30', '2026-03-30 17:00'],
    ['2026-04-03 18:00', '2026-04-20', '2026-04-08 17:30'],
  ])('arrived %s, wanted on %s: due %s', (when, sendDate, expected) => {
    expect(due(when, sendDate)).toBe(expected);
  });

  it.each([
    ['in the afternoon', '2026-03-02 10:00', '2026-03-02', '16:00', '2026-03-02 15:30'],
    ['just after the pause', '2026-03-02 10:00', '2026-03-02', '15:10', '2026-03-02 12:10'],
    ['at the opening of the next day', '2026-03-02 10:00', '2026-03-03', '08:30', '2026-03-02 17:00'],
    ['on a Saturday that is closed', '2026-03-06 10:00', '2026-03-07', null, '2026-03-06 17:00'],
    ['by night', '2026-03-02 10:00', '2026-03-02', '22:00', '2026-03-02 17:00'],
    ['on a Saturday, from Friday evening on (R23)', '2026-03-06 18:30', '2026-03-07', null, '2026-03-06 18:30'],
    ['in ten minutes', '2026-03-02 10:00', '2026-03-02', '10:10', '2026-03-02 10:00'],
    ['at an hour that was over: as any urgent one', '2026-03-02 10:00', '2026-03-02', '09:00', '2026-03-02 17:30'],
    ['on a day that was over', '2026-03-04 10:00', '2026-03-01', null, '2026-03-04 17:30'],
  ])('half a service hour before it must leave %s', (_when, when, sendDate, sendTime, expected) => {
    expect(due(when, sendDate, sendTime)).toBe(expected);
  });

  const anyInstant = fc
    .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-02-28T00:00:00Z') })
    .map((milliseconds) => new Date(milliseconds).toISOString());
  const withSaturday: Calendar = {
    ...rubano.calendar,
    hours: rubano.calendar.hours.with(6, [{ from: '09:00', to: '12:00' }]),
  };

  it('is never before the arrival, never after the moment wanted, never later than a working day after', () => {
    const anyTime = fc.option(fc.constantFrom('00:30', '09:00', '12:45', '15:00', '17:59', '23:10'));
    const anyDays = fc.integer({ min: -3, max: 12 });
    fc.assert(
      fc.property(
        fc.constantFrom(calendar, withSaturday, rubano.calendar),
        anyInstant,
        anyDays,
        anyTime,
        (one, from, days, sendTime) => {
          const sendDate = addDays(romeOf(from).day, days);
          const { urgent, due: last } = hasteFrom(one, from, { sendDate, sendTime });
          expect(last >= from).toBe(true);
          expect(last <= withinOneWorkingDay(one, from)).toBe(true);
          expect(urgent && last > withinSameDay(one, from)).toBe(false);
          const closes = endOfService(one, sendDate) ?? instantAt(sendDate, '23:59');
          const leaves = sendTime === null ? closes : instantAt(sendDate, sendTime);
          if (leaves <= from) return;
          expect(last <= leaves).toBe(true);
          const spare = serviceTimeBetween(one, last, leaves);
          expect(last === from || spare >= 30 * 60_000 || serviceTimeBetween(one, from, leaves) < 30 * 60_000).toBe(
            true,
          );
        },
      ),
    );
  });
});

describe('the clock stands still while a request waits (P27)', () => {
  const [received, now] = [arrived('2026-03-02 09:00'), arrived('2026-03-04 12:00')];
  const data = { sendDate: '2026-03-20', sendTime: null, link: null, office: null, category: null, reason: null };
  const due = (waits: readonly (readonly [string, string])[], since?: string): string => {
    const waiting = since ? { since: arrived(since), for: '', missing: [], letter: null } : null;
    const over = waits.map(([from, to]) => ({ from: arrived(from), to: arrived(to) }));
    const { day, time } = romeOf(hasteOf(calendar, { receivedAt: received, data, waits: over, waiting }, now).due);
    return `${day} ${time}`;
  };

  it.each<[string, readonly (readonly [string, string])[], string | undefined, string]>([
    ['never', [], undefined, '2026-03-03 17:30'],
    ['for an hour', [['2026-03-02 10:00', '2026-03-02 11:00']], undefined, '2026-03-04 09:30'],
    ['over the closing hours', [['2026-03-02 12:00', '2026-03-02 15:30']], undefined, '2026-03-04 09:30'],
    ['by night', [['2026-03-02 18:00', '2026-03-03 08:00']], undefined, '2026-03-03 17:30'],
    ['for a whole day', [['2026-03-02 08:30', '2026-03-03 08:30']], undefined, '2026-03-04 17:30'],
    [
      'twice, on into the afternoon',
      [
        ['2026-03-02 09:00', '2026-03-02 12:00'],
        ['2026-03-03 09:00', '2026-03-03 11:00'],
      ],
      undefined,
      '2026-03-04 16:00',
    ],
    ['still', [], '2026-03-04 10:00', '2026-03-04 10:30'],
    ['not yet, on a clock behind', [], '2026-03-05 10:00', '2026-03-03 17:30'],
    ['for four minutes', [['2026-03-02 16:00', '2026-03-02 16:04']], undefined, '2026-03-03 17:30'],
    ['over a weekend', [['2026-03-02 17:00', '2026-03-09 09:00']], undefined, '2026-03-10 09:30'],
  ])('when it waited %s', (_how, waits, since, expected) => {
    expect(due(waits, since)).toBe(expected);
  });

  it('never pushes a deadline into the next day for half a minute (R35)', () => {
    const from = arrived('2026-03-02 16:00');
    const waits = [{ from, to: addMilliseconds(from, 30_000) }];
    expect(hasteOf(calendar, { receivedAt: received, data, waits, waiting: null }, now).due).toBe(
      arrived('2026-03-03 17:30'),
    );
  });

  it('never runs past the moment wanted, however long the wait', () => {
    const waits = [{ from: arrived('2026-03-02 09:30'), to: arrived('2026-03-19 17:00') }];
    expect(hasteOf(calendar, { receivedAt: received, data, waits, waiting: null }, now).due).toBe(
      arrived('2026-03-20 17:00'),
    );
  });

  it('counts the present wait up to now', () => {
    const since = arrived('2026-03-04 10:00');
    const waiting = { since, for: '', missing: [], letter: null };
    expect(waitsOf({ waits: [], waiting }, now)).toEqual([{ from: since, to: now }]);
    expect(waitsOf({ waits: [], waiting: null }, now)).toEqual([]);
  });
});
