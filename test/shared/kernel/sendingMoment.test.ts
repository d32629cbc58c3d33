import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, sayDay } from '#shared/kernel/day.ts';
import { instantAt, romeOf } from '#shared/kernel/instant.ts';
import {
  checkMoment,
  comesTooLate,
  type EventSpan,
  isImpossible,
  sayMomentTrouble,
  type WantedMoment,
} from '#shared/kernel/sendingMoment.ts';
import { type Calendar, hoursOf, isWorkingDay } from '#shared/kernel/workdays.ts';
import { rubano } from '#shared/people/profile/rubano.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';

const at = (text: string): string => {
  const [day = '', time = ''] = text.split(' ');
  return instantAt(day, time);
};
const on = (text: string): WantedMoment => {
  const [day = '', time = null] = text.split(' ');
  return { day, time };
};
const evening = (text: string): EventSpan => ({ first: on(text), last: on(text) });

/** Rubano serves Monday to Friday 9–13 and 15–18; its patron is on 13 June. */
const { calendar } = rubano;
function told(now: string, wanted: string, event: EventSpan | null = null): string {
  const check = checkMoment(calendar, on(wanted), { now: at(now), event });
  const offers = check.offers.map((offer) => Object.values(romeOf(offer)).join(' '));
  return [isImpossible(check) ? 'errore' : (check.trouble ?? 'va bene'), ...offers].join(' | ');
}

describe('a wanted moment (P5, P14)', () => {
  it.each([
    ['a day of service', '2026-11-24 10:00', '2026-11-26', 'va bene'],
    ['an hour of service', '2026-11-24 10:00', '2026-11-26 16:00', 'va bene'],
    ['today, before the end of service', '2026-11-24 10:00', '2026-11-24', 'va bene'],
    ['yesterday', '2026-11-24 10:02', '2026-11-23', 'errore | 2026-11-24 10:05 | 2026-11-25 09:00'],
    ['an hour ago', '2026-11-24 10:02', '2026-11-24 09:00', 'errore | 2026-11-24 10:05 | 2026-11-25 09:00'],
    [
      'today, after the end of service',
      '2026-11-24 19:00',
      '2026-11-24',
      'errore | 2026-11-25 09:00 | 2026-11-26 09:00',
    ],
    ['a Saturday', '2026-11-24 10:00', '2026-11-28', 'errore | 2026-11-27 17:00 | 2026-11-30 09:00'],
    [
      'a Saturday at an hour of service',
      '2026-11-24 10:00',
      '2026-11-28 10:30',
      'errore | 2026-11-27 10:30 | 2026-11-30 09:00',
    ],
    ['San Francesco, from 2026 on', '2027-10-01 10:00', '2027-10-04', 'errore | 2027-10-01 17:00 | 2027-10-05 09:00'],
    [
      'Easter Monday, over the change of the clocks',
      '2027-03-25 10:00',
      '2027-03-29',
      'errore | 2027-03-26 17:00 | 2027-03-30 09:00',
    ],
    ['by night', '2026-11-24 10:00', '2026-11-26 20:00', 'out-of-hours | 2026-11-26 17:00 | 2026-11-27 09:00'],
    [
      'the very end of service, when the queue no longer sends',
      '2026-11-24 10:00',
      '2026-11-26 18:00',
      'out-of-hours | 2026-11-26 17:00 | 2026-11-27 09:00',
    ],
  ])('%s', (_what, now, wanted, said) => {
    expect(told(now, wanted)).toBe(said);
  });

  it('on the patron day, for that evening: «il 13 è chiuso: manda oggi alle 17?» (R22)', () => {
    const event = evening('2028-06-13 21:00');
    expect(told('2028-06-12 11:00', '2028-06-13', event)).toBe('errore | 2028-06-12 17:00 | 2028-06-12 11:05');
    expect(told('2028-06-12 17:31', '2028-06-13', event)).toBe('errore | 2028-06-12 17:35');
    const check = checkMoment(calendar, on('2028-06-13'), { now: at('2028-06-12 11:00'), event });
    expect(sayMomentTrouble(check, on('2028-06-13'))).toBe(
      'martedì 13 giugno il servizio è chiuso: l’avviso partirebbe mercoledì 14 giugno alle 09:00, a evento finito',
    );
  });

  it('on Friday evening, for an event of Saturday: no moment is left (R23)', () => {
    expect(told('2026-11-20 18:30', '2026-11-21', evening('2026-11-21'))).toBe('errore');
  });

  it('after its event it offers the day before, and the morning of the event', () => {
    expect(told('2026-11-24 10:00', '2026-11-30', evening('2026-11-27 18:00'))).toBe(
      'errore | 2026-11-26 17:00 | 2026-11-27 09:00',
    );
  });

  it('an event without an hour lasts till the end of its day', () => {
    expect(comesTooLate(at('2026-11-27 17:59'), evening('2026-11-27'))).toBe(false);
    expect(comesTooLate(at('2026-11-28 00:00'), evening('2026-11-27'))).toBe(true);
  });
});

const withSaturday: Calendar = { ...calendar, hours: calendar.hours.with(6, [{ from: '09:00', to: '12:00' }]) };
const anyNow = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2028-12-31T00:00:00Z') })
  .map((milliseconds) => new Date(milliseconds).toISOString());
const anyTime = fc.option(
  fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16)),
);
const anyEvent = fc.option(fc.record({ days: fc.integer({ min: -5, max: 20 }), time: anyTime }));

describe('at any moment, of any calendar', () => {
  it('every offer is ahead, in the hours of service and before the end of the event; the nearest come first and once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(calendar, withSaturday, valdombra.calendar),
        anyNow,
        fc.integer({ min: -5, max: 20 }),
        anyTime,
        anyEvent,
        (one, now, days, time, far) => {
          const today = romeOf(now).day;
          const moment = (ahead: number, hour: string | null) => ({ day: addDays(today, ahead), time: hour });
          const event = far && { first: moment(far.days, far.time), last: moment(far.days, far.time) };
          const check = checkMoment(one, moment(days, time), { now, event });
          expect(check.offers.length).toBeLessThanOrEqual(2);
          expect(new Set(check.offers).size).toBe(check.offers.length);
          for (const offer of check.offers) {
            const { day, time: clock } = romeOf(offer);
            expect(offer > now).toBe(true);
            expect(hoursOf(one, day).some(({ from, to }) => from <= clock && clock < to)).toBe(true);
            expect(comesTooLate(offer, event)).toBe(false);
          }
          expect(check.planned >= now).toBe(true);
          if (check.trouble === null && !check.misses) expect(check.offers).toEqual([]);
        },
      ),
    );
  });

  it('a moment in order lies on a day of service, ahead, and leaves on that very day', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(calendar, withSaturday),
        anyNow,
        fc.integer({ min: -5, max: 20 }),
        anyTime,
        (one, now, days, time) => {
          const day: Day = addDays(romeOf(now).day, days);
          const check = checkMoment(one, { day, time }, { now, event: null });
          const inOrder = check.trouble === null;
          if (inOrder) {
            expect(isWorkingDay(one, day)).toBe(true);
            expect(romeOf(check.planned).day).toBe(day);
          }
          expect(sayMomentTrouble(check, { day, time }) === '').toBe(inOrder);
          if (!inOrder) expect(sayMomentTrouble(check, { day, time })).toContain(sayDay(day));
        },
      ),
    );
  });
});
