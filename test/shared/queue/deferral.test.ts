import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMilliseconds, instantAt, romeOf } from '#shared/kernel/instant.ts';
import { hoursOf } from '#shared/kernel/workdays.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { deferredByHours, deferredByRoute } from '#shared/queue/deferral.ts';
import { NOTICE, PLANNED } from './sample.ts';

const { calendar } = valdombra;
const job = { notice: NOTICE, plannedFor: PLANNED, deferrals: 0 };
const emergency = { ...job, notice: { ...NOTICE, reason: 'emergenza' } };
const at = (text: string): string => {
  const [day = '', time = ''] = text.split(' ');
  return instantAt(day, time);
};
const said = (moment: string): string => Object.values(romeOf(moment)).join(' ');

describe('deferredByHours (P33)', () => {
  it.each([
    ['in servizio', '2026-03-05 10:00', undefined],
    ['nella pausa', '2026-03-05 13:00', 'fuori servizio fino alle 15:00'],
    ['di sera', '2026-03-05 22:00', 'fuori servizio fino a venerdì 6 marzo alle 08:30'],
    ['di sabato', '2026-03-07 10:00', 'fuori servizio fino a lunedì 9 marzo alle 08:30'],
  ])('%s', (_when, now, why) => {
    expect(deferredByHours(job, calendar, at(now))?.why).toBe(why);
  });

  it('lets one planned for the last minute of service leave after the seconds for undo', () => {
    const last = { ...job, plannedFor: at('2026-03-05 12:29') };
    expect(deferredByHours(last, calendar, at('2026-03-05 12:31'))).toBeUndefined();
    expect(deferredByHours(last, calendar, at('2026-03-05 12:40'))?.until).toBe(at('2026-03-05 15:00'));
  });

  it('never holds an emergency (P34)', () => {
    expect(deferredByHours(emergency, calendar, at('2026-03-08 03:00'))).toBeUndefined();
  });
});

describe('deferredByRoute (P33)', () => {
  const why = 'La cartella non si trova.';

  it.each([
    [0, '2026-03-05 09:05'],
    [1, '2026-03-05 09:10'],
    [2, '2026-03-05 09:20'],
    [3, '2026-03-05 09:40'],
    [4, '2026-03-05 10:00'],
    [90, '2026-03-05 10:00'],
  ])('after %i times it waits until %s', (deferrals, until) => {
    const deferral = deferredByRoute({ ...job, deferrals }, calendar, at('2026-03-05 09:00'), why);
    expect([said(deferral.until), deferral.why]).toEqual([until, why]);
  });

  it('an emergency waits one minute, at any hour (P34)', () => {
    const now = at('2026-03-08 03:00');
    expect(deferredByRoute({ ...emergency, deferrals: 7 }, calendar, now, why).until).toBe(
      addMilliseconds(now, 60_000),
    );
  });

  it('is always later, and within the hours of service', () => {
    const moment = fc
      .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2026-12-31T00:00:00Z') })
      .map((milliseconds) => new Date(milliseconds).toISOString());
    fc.assert(
      fc.property(moment, fc.nat({ max: 1_000 }), (now, deferrals) => {
        const { until } = deferredByRoute({ ...job, deferrals }, calendar, now, why);
        const { day, time } = romeOf(until);
        expect(until > now).toBe(true);
        expect(hoursOf(calendar, day).some(({ from, to }) => from <= time && time < to)).toBe(true);
      }),
    );
  });
});
