import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { addMilliseconds, type Instant, instantAt, millisecondsBetween, romeOf } from '#shared/kernel/instant.ts';
import {
  arrivalDay,
  type Calendar,
  calendarSchema,
  endOfService,
  hoursOf,
  isWorkingDay,
  nextWorkingDay,
  serviceTimeBetween,
  withinOneWorkingDay,
  withinSameDay,
} from '#shared/kernel/workdays.ts';
import { rubano } from '#shared/people/profile/rubano.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';

const HOUR = 3_600_000;
/** Valdombra serves Monday to Friday, 8:30–12:30 and 15:00–17:30. */
const { calendar } = valdombra;
/** The hours of Empoli (P4), with the Saturday. */
const withSaturday: Calendar = {
  ...calendar,
  hours: [
    [],
    ...Array.from({ length: 5 }, () => [
      { from: '09:00', to: '13:00' },
      { from: '15:00', to: '18:00' },
    ]),
    [{ from: '09:00', to: '12:00' }],
  ],
};
const at = (text: string): Instant => {
  const [day = '', time = ''] = text.split(' ');
  return instantAt(day, time);
};
/** Mornings alone from the first of September. */
const mornings = { from: '2026-09-01', hours: calendar.hours.map((day) => day.slice(0, 1)) };
const dated: Calendar = { ...calendar, later: [mornings] };

it('a deadline is computed with the hours of its own day (P5)', () => {
  expect(hoursOf(dated, '2026-08-31')).toHaveLength(2);
  expect(hoursOf(dated, '2026-09-01')).toHaveLength(1);
  expect(endOfService(dated, '2026-09-01')).toBe(at('2026-09-01 12:30'));
  expect(withinOneWorkingDay(dated, at('2026-08-31 09:00'))).toBe(at('2026-09-01 12:30'));
  expect(withinOneWorkingDay(dated, at('2026-08-28 09:00'))).toBe(at('2026-08-31 17:30'));
});

it('an urgent request is due like the others where the municipality says so (P5)', () => {
  const slow: Calendar = { ...calendar, urgency: { sameDay: false, leadMinutes: 30 } };
  expect(withinSameDay(calendar, at('2026-03-02 09:00'))).toBe(at('2026-03-02 17:30'));
  expect(withinSameDay(slow, at('2026-03-02 09:00'))).toBe(at('2026-03-03 17:30'));
});

it('hours from two days out of order are no calendar', () => {
  const later = [mornings, { ...mornings, from: '2026-08-01' }];
  expect(calendarSchema.safeParse({ ...calendar, later }).success).toBe(false);
});

const said = (instant: Instant): string => Object.values(romeOf(instant)).join(' ');

describe('working days', () => {
  it.each([
    ['2026-03-02', true, 'lunedì'],
    ['2026-03-07', false, 'sabato'],
    ['2026-03-08', false, 'domenica'],
    ['2026-04-03', true, 'venerdì santo'],
    ['2026-04-06', false, 'lunedì dell’Angelo'],
    ['2026-06-02', false, 'festa della Repubblica'],
    ['2026-06-24', false, 'patrono di Valdombra'],
    ['2026-06-13', false, 'sabato'],
    ['2026-12-24', true, 'vigilia di Natale'],
    ['2027-10-04', false, 'San Francesco'],
    ['2024-10-04', true, 'venerdì 4 ottobre, prima della legge'],
  ])('%s: %s (%s)', (day, works) => {
    expect(isWorkingDay(calendar, day)).toBe(works);
  });

  it('the patron day is that of the town, none when it is not known', () => {
    expect(isWorkingDay(rubano.calendar, '2028-06-13')).toBe(false);
    expect(isWorkingDay(calendar, '2028-06-13')).toBe(true);
    expect(isWorkingDay({ ...calendar, patron: null }, '2026-06-24')).toBe(true);
  });

  it('further closing days have no service', () => {
    const closed: Calendar = { ...calendar, closed: ['2026-08-14'] };
    expect(isWorkingDay(closed, '2026-08-14')).toBe(false);
    expect(nextWorkingDay(closed, '2026-08-13')).toBe('2026-08-17');
    expect(hoursOf(closed, '2026-08-14')).toEqual([]);
    expect(endOfService(closed, '2026-08-14')).toBeUndefined();
  });

  it.each([
    ['2026-04-02', '2026-04-03'],
    ['2026-04-03', '2026-04-07'],
    ['2026-06-23', '2026-06-25'],
    ['2026-12-24', '2026-12-28'],
    ['2026-12-31', '2027-01-04'],
    ['2027-01-05', '2027-01-07'],
  ])('after %s comes %s', (day, next) => {
    expect(nextWorkingDay(calendar, day)).toBe(next);
  });
});

describe('within one working day (P5)', () => {
  it.each([
    ['a mezza mattina', '2026-03-02 10:00', '2026-03-03 17:30'],
    ['prima dell’apertura', '2026-03-02 06:15', '2026-03-03 17:30'],
    ['nella pausa di mezzogiorno', '2026-03-02 13:40', '2026-03-03 17:30'],
    ['all’ultimo minuto di servizio', '2026-03-02 17:30', '2026-03-03 17:30'],
    ['un minuto dopo il servizio', '2026-03-02 17:31', '2026-03-04 17:30'],
    ['venerdì mattina', '2026-03-06 09:00', '2026-03-09 17:30'],
    ['venerdì sera', '2026-03-06 20:00', '2026-03-10 17:30'],
    ['sabato', '2026-03-07 10:00', '2026-03-10 17:30'],
    ['domenica notte', '2026-03-08 23:59', '2026-03-10 17:30'],
    ['giovedì santo', '2026-04-02 10:00', '2026-04-03 17:30'],
    ['venerdì santo', '2026-04-03 10:00', '2026-04-07 17:30'],
    ['venerdì santo, dopo il servizio', '2026-04-03 18:00', '2026-04-08 17:30'],
    ['lunedì dell’Angelo', '2026-04-06 10:00', '2026-04-08 17:30'],
    ['la vigilia del patrono', '2026-06-23 10:00', '2026-06-25 17:30'],
    ['la vigilia di Natale', '2026-12-24 10:00', '2026-12-28 17:30'],
    ['a San Silvestro, dopo il servizio', '2026-12-31 18:00', '2027-01-05 17:30'],
    ['il venerdì prima dell’ora legale', '2026-03-27 10:00', '2026-03-30 17:30'],
    ['il venerdì prima dell’ora solare', '2026-10-23 10:00', '2026-10-26 17:30'],
  ])('%s', (_when, arrived, due) => {
    expect(said(withinOneWorkingDay(calendar, at(arrived)))).toBe(due);
  });

  it('is an hour earlier in UTC after the change to daylight saving, an hour later after the change back', () => {
    expect(withinOneWorkingDay(calendar, '2026-03-27T09:00:00.000Z')).toBe('2026-03-30T15:30:00.000Z');
    expect(withinOneWorkingDay(calendar, '2026-10-23T08:00:00.000Z')).toBe('2026-10-26T16:30:00.000Z');
  });

  it('counts a Saturday with service, and its own end', () => {
    expect(said(withinOneWorkingDay(withSaturday, at('2026-03-06 10:00')))).toBe('2026-03-07 12:00');
    expect(said(withinOneWorkingDay(withSaturday, at('2026-03-07 11:59')))).toBe('2026-03-09 18:00');
    expect(said(withinOneWorkingDay(withSaturday, at('2026-03-07 12:01')))).toBe('2026-03-10 18:00');
  });

  it('a thousandth of a second after the end of service counts from the next day', () => {
    const end = at('2026-03-02 17:30');
    expect(arrivalDay(calendar, end)).toBe('2026-03-02');
    expect(arrivalDay(calendar, addMilliseconds(end, 1))).toBe('2026-03-03');
  });

  it('an urgent one is due on the day it counts from', () => {
    expect(said(withinSameDay(calendar, at('2026-03-02 10:00')))).toBe('2026-03-02 17:30');
    expect(said(withinSameDay(calendar, at('2026-03-02 19:00')))).toBe('2026-03-03 17:30');
    expect(said(withinSameDay(calendar, at('2026-03-07 10:00')))).toBe('2026-03-09 17:30');
  });
});

const anyInstant = fc
  .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-02-28T00:00:00Z') })
  .map((milliseconds) => new Date(milliseconds).toISOString());
const anyCalendar = fc.constantFrom(calendar, withSaturday, rubano.calendar);

describe('deadlines at any moment', () => {
  it('lie at the end of service of a working day, after a whole day of service and no more than two', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, (one, arrived) => {
        const due = withinOneWorkingDay(one, arrived);
        const { day } = romeOf(due);
        expect(endOfService(one, day)).toBe(due);
        const wholeDay = serviceTimeBetween(one, instantAt(day, '00:00'), due);
        const left = serviceTimeBetween(one, arrived, due);
        expect(left).toBeGreaterThanOrEqual(wholeDay);
        expect(left - wholeDay).toBeLessThanOrEqual(7 * HOUR);
        expect(withinSameDay(one, arrived) >= arrived).toBe(true);
      }),
    );
  });

  it('never come earlier for a later arrival', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyInstant, (one, a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(withinOneWorkingDay(one, first) <= withinOneWorkingDay(one, second)).toBe(true);
      }),
    );
  });
});

describe('service time', () => {
  it.each([
    ['un giorno intero', '2026-03-02 00:00', '2026-03-03 00:00', 6.5],
    ['dentro la mattina', '2026-03-02 09:00', '2026-03-02 10:30', 1.5],
    ['a cavallo della pausa', '2026-03-02 12:00', '2026-03-02 15:30', 1],
    ['solo la pausa', '2026-03-02 12:30', '2026-03-02 15:00', 0],
    ['il fine settimana', '2026-03-06 17:30', '2026-03-09 08:30', 0],
    ['dal venerdì al lunedì', '2026-03-06 16:30', '2026-03-09 09:30', 2],
    ['la settimana di Pasqua', '2026-03-30 00:00', '2026-04-13 00:00', 9 * 6.5],
    ['da Natale all’Epifania', '2026-12-24 17:30', '2027-01-07 08:30', 6 * 6.5],
    ['all’indietro', '2026-03-03 10:00', '2026-03-02 10:00', 0],
  ])('%s', (_what, from, to, hours) => {
    expect(serviceTimeBetween(calendar, at(from), at(to))).toBe(hours * HOUR);
  });

  it('counts the hours that really pass when the clocks change', () => {
    const nightly: Calendar = {
      ...calendar,
      patron: null,
      hours: calendar.hours.map(() => [{ from: '01:00', to: '04:00' }]),
    };
    const hoursOn = (day: Day): number =>
      serviceTimeBetween(nightly, instantAt(day, '00:00'), instantAt(addDays(day, 1), '00:00')) / HOUR;
    expect(hoursOn('2026-03-28')).toBe(3);
    expect(hoursOn('2026-03-29')).toBe(2);
    expect(hoursOn('2026-10-25')).toBe(4);
  });

  it('adds up, whatever moment it is cut at, and is never longer than the time itself', () => {
    const minutes = fc.integer({ min: 0, max: 40 * 24 * 60 });
    fc.assert(
      fc.property(anyCalendar, anyInstant, minutes, minutes, (one, a, first, second) => {
        const b = addMilliseconds(a, first * 60_000);
        const c = addMilliseconds(b, second * 60_000);
        const whole = serviceTimeBetween(one, a, c);
        expect(serviceTimeBetween(one, a, b) + serviceTimeBetween(one, b, c)).toBe(whole);
        expect(whole).toBeLessThanOrEqual(millisecondsBetween(a, c));
      }),
    );
  });
});

describe('calendarSchema', () => {
  const withHours = (hours: Calendar['hours']): boolean => calendarSchema.safeParse({ ...calendar, hours }).success;
  const week = (day: Calendar['hours'][number]): Calendar['hours'] => Array.from({ length: 7 }, () => day);

  it('takes the calendars of the profiles', () => {
    for (const one of [calendar, rubano.calendar, withSaturday]) expect(calendarSchema.parse(one)).toEqual(one);
  });

  it('refuses hours that end before they begin, overlap or are out of order', () => {
    expect(withHours(week([{ from: '12:00', to: '09:00' }]))).toBe(false);
    expect(withHours(week([{ from: '09:00', to: '09:00' }]))).toBe(false);
    expect(
      withHours(
        week([
          { from: '09:00', to: '13:00' },
          { from: '12:30', to: '17:00' },
        ]),
      ),
    ).toBe(false);
    expect(
      withHours(
        week([
          { from: '15:00', to: '17:00' },
          { from: '09:00', to: '13:00' },
        ]),
      ),
    ).toBe(false);
    expect(withHours(week([{ from: '09:00', to: '13:00' }]).slice(1))).toBe(false);
  });

  it('refuses a week without any service: no deadline could ever be found', () => {
    expect(withHours(week([]))).toBe(false);
  });
});

it('a calendar that never works is a mistake of configuration, not an endless search', () => {
  const never: Calendar = { ...calendar, hours: calendar.hours.map(() => []) };
  expect(() => nextWorkingDay(never, '2026-03-02')).toThrow('Il calendario non ha alcun giorno di servizio.');
});
