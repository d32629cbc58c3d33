import { describe, expect, it } from 'vitest';
import { hoursOf } from '#shared/kernel/workdays.ts';
import {
  removeAbsence,
  sayAbsence,
  sayUncovered,
  setAbsence,
  setChain,
  uncoveredDays,
} from '#shared/people/absences.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { rosterOf } from '../../helpers/town.ts';

const away = (person: string, from: string, to: string) => ({ id: `a-${person}`, person, from, to });

describe('absences (P3)', () => {
  it('are kept with their days and never a reason', () => {
    expect(setAbsence(rosterOf(), away('marta', '2026-12-07', '2026-12-07'))).toMatchObject({
      ok: true,
      value: [
        {
          type: 'absence.set',
          ent: 'absence/a-marta',
          body: { id: 'a-marta', person: 'marta', from: '2026-12-07', to: '2026-12-07' },
        },
      ],
    });
  });

  it.each([
    [away('nessuno', '2026-12-07', '2026-12-07'), 'person-unknown'],
    [away('marta', '2026-12-09', '2026-12-07'), 'absence-reversed'],
  ])('refuse %j', (absence, code) => {
    expect(setAbsence(rosterOf(), absence)).toMatchObject({ ok: false, error: { code } });
  });

  it('are taken back once', () => {
    const roster = rosterOf([away('marta', '2026-12-07', '2026-12-07')]);
    expect(removeAbsence(roster, 'a-marta')).toMatchObject({ ok: true, value: [{ type: 'absence.removed' }] });
    expect(removeAbsence(rosterOf(), 'a-marta')).toMatchObject({ ok: false, error: { code: 'absence-unknown' } });
  });
});

describe('chains (P2)', () => {
  it('are put in another order, each person once and known', () => {
    expect(setChain(rosterOf(), 'intake', ['luca', 'ornella', 'marta']).ok).toBe(true);
    expect(setChain(rosterOf(), 'intake', ['luca', 'luca'])).toMatchObject({
      ok: false,
      error: { code: 'chain-invalid' },
    });
    expect(setChain(rosterOf(), 'intake', ['luca', 'chi'])).toMatchObject({
      ok: false,
      error: { code: 'chain-invalid' },
    });
  });
});

describe('uncovered days (P3)', () => {
  it('are the working days on which a phase has nobody, and are said loudly', () => {
    const roster = rosterOf([
      away('marta', '2026-12-07', '2026-12-09'),
      away('luca', '2026-12-04', '2026-12-07'),
      away('ornella', '2026-12-07', '2026-12-07'),
    ]);
    const days = uncoveredDays(roster, valdombra.calendar, '2026-12-04', 7);
    expect(days).toEqual(['intake', 'alternative', 'report'].map((phase) => ({ day: '2026-12-07', phase })));
    expect(days.map(sayUncovered)[1]).toBe('Lunedì 7 dicembre nessuno può fare un invio senza il capo settore.');
  });

  it('sending without the head needs nobody on the days the head is there, nor while none was named (R15)', () => {
    const absences = [away('marta', '2026-12-07', '2026-12-07'), away('luca', '2026-12-07', '2026-12-07')];
    const roster = rosterOf(absences);
    expect(uncoveredDays(roster, valdombra.calendar, '2026-12-07', 1)).toEqual([]);
    const headless = { ...roster, people: roster.people.filter(({ id }) => id !== 'ornella') };
    const phases = uncoveredDays(headless, valdombra.calendar, '2026-12-07', 1).map(({ phase }) => phase);
    expect(phases).toEqual(['intake', 'report']);
  });

  it('are half days too: only the half nobody covers is said (R24)', () => {
    const roster = rosterOf([
      { ...away('marta', '2026-12-07', '2026-12-07'), part: 'morning' },
      away('luca', '2026-12-07', '2026-12-07'),
      away('ornella', '2026-12-07', '2026-12-07'),
    ]);
    const days = uncoveredDays(roster, valdombra.calendar, '2026-12-07', 1);
    expect(days.map(({ half }) => half)).toEqual(
      hoursOf(valdombra.calendar, '2026-12-07').length > 1 ? ['morning', 'morning', 'morning'] : [],
    );
    expect(days.map(sayUncovered)[0]).toBe('Lunedì 7 dicembre al mattino nessuno può prendere in carico le richieste.');
  });

  it('are all phases when everybody is away, without closing days', () => {
    const roster = rosterOf([
      away('marta', '2026-12-05', '2026-12-08'),
      away('luca', '2026-12-05', '2026-12-08'),
      away('ornella', '2026-12-05', '2026-12-08'),
    ]);
    expect(
      uncoveredDays(roster, valdombra.calendar, '2026-12-05', 4).map(({ day, phase }) => `${day} ${phase}`),
    ).toEqual(['2026-12-07 intake', '2026-12-07 alternative', '2026-12-07 report']);
  });
});

it('a day is said once, a stretch from its first to its last day', () => {
  expect(sayAbsence({ from: '2026-12-07', to: '2026-12-07' })).toBe('lunedì 7 dicembre');
  expect(sayAbsence({ from: '2026-12-07', to: '2026-12-07', part: 'morning' })).toBe('lunedì 7 dicembre, solo mattina');
  expect(sayAbsence({ from: '2026-12-01', to: '2026-12-11' })).toBe('da martedì 1° dicembre a venerdì 11 dicembre');
});
