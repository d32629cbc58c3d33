import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/kernel/day.ts';
import { addMilliseconds, instantAt, romeOf } from '#shared/kernel/instant.ts';
import { type Calendar, hoursOf, plannedMoment, serviceTimeBetween } from '#shared/kernel/workdays.ts';
import { rubano } from '#shared/people/profile/rubano.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { step } from '#shared/queue/decide.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { jobOf, queuedThen } from './sample.ts';

const { calendar } = valdombra;
const at = (text: string): string => {
  const [day = '', time = ''] = text.split(' ');
  return instantAt(day, time);
};

describe('plannedMoment (P33)', () => {
  it.each([
    ['senza data, in servizio: adesso', '2026-03-02 10:12', null, null, '2026-03-02 10:12'],
    ['senza data, nella pausa', '2026-03-02 13:00', null, null, '2026-03-02 15:00'],
    ['senza data, dopo il servizio', '2026-03-02 17:30', null, null, '2026-03-03 08:30'],
    ['senza data, venerdì sera', '2026-03-06 19:00', null, null, '2026-03-09 08:30'],
    ['con la data: all’apertura', '2026-03-02 10:12', '2026-03-05', null, '2026-03-05 08:30'],
    ['con data e ora', '2026-03-02 10:12', '2026-03-05', '11:45', '2026-03-05 11:45'],
    ['con un’ora fuori servizio', '2026-03-02 10:12', '2026-03-05', '13:30', '2026-03-05 15:00'],
    ['con un’ora prima dell’apertura', '2026-03-02 10:12', '2026-03-05', '07:00', '2026-03-05 08:30'],
    ['con un’ora dopo il servizio', '2026-03-02 10:12', '2026-03-05', '21:00', '2026-03-06 08:30'],
    ['di sabato', '2026-03-02 10:12', '2026-03-07', null, '2026-03-09 08:30'],
    ['il lunedì dell’Angelo', '2026-03-30 10:12', '2026-04-06', '10:00', '2026-04-07 08:30'],
    ['oggi, a un’ora già passata', '2026-03-02 10:12', '2026-03-02', '09:00', '2026-03-02 10:12'],
    ['in una data passata, dopo il servizio', '2026-03-02 18:00', '2026-02-27', null, '2026-03-03 08:30'],
    ['dopo il cambio dell’ora', '2026-03-27 10:12', '2026-03-30', null, '2026-03-30 08:30'],
  ])('%s', (_when, now, date, time, planned) => {
    expect(Object.values(romeOf(plannedMoment(calendar, at(now), date, time))).join(' ')).toBe(planned);
  });

  const withSaturday: Calendar = {
    ...rubano.calendar,
    hours: rubano.calendar.hours.with(6, [{ from: '09:00', to: '12:00' }]),
  };
  const moment = fc
    .integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2026-12-31T00:00:00Z') })
    .map((milliseconds) => new Date(milliseconds).toISOString());
  const wanted = fc.option(
    fc.record({
      day: fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days)),
      time: fc.option(
        fc
          .integer({ min: 0, max: 24 * 60 - 1 })
          .map((minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16)),
      ),
    }),
  );

  it('is the first moment of service from the one wanted on, and never in the past', () => {
    fc.assert(
      fc.property(fc.constantFrom(calendar, withSaturday), moment, wanted, (one, now, want) => {
        const planned = plannedMoment(one, now, want?.day ?? null, want?.time ?? null);
        expect(planned >= now).toBe(true);
        const { day, time } = romeOf(planned);
        expect(hoursOf(one, day).some(({ from, to }) => from <= time && time < to)).toBe(true);
        const asked = want && instantAt(want.day, want.time ?? '00:00');
        const earliest = asked && asked > now ? asked : now;
        expect(planned >= earliest).toBe(true);
        expect(serviceTimeBetween(one, earliest, planned)).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('step', () => {
  const started = queueFact('job.started', 'job/r1', { desk: 'desk0001' });

  it('writes the fact the machine allows', () => {
    expect(step(jobOf(queuedThen()), 'job.started', { desk: 'desk0001' })).toEqual({ ok: true, value: [started] });
  });

  it('says where the sending stands when it does not', () => {
    expect(step(jobOf(queuedThen(started)), 'job.cancelled', { why: 'rinviato' })).toEqual({
      ok: false,
      error: {
        code: 'job-not-allowed',
        what: '«Via Roma chiusa per asfaltatura» adesso è «in consegna»: questo passo non è possibile.',
        remedy: 'Aggiorna la coda e guarda lo stato, prima di decidere.',
      },
    });
  });

  it('leaves a planned moment in the middle of a second as it is', () => {
    const now = addMilliseconds(at('2026-03-02 12:29'), 59_999);
    expect(plannedMoment(calendar, now, null, null)).toBe(now);
  });
});
