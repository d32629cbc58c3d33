import { describe, expect, it } from 'vitest';
import { instantAt } from '#shared/kernel/instant.ts';
import { absenceSchema, HALVES, PHASES } from '#shared/people/person.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import {
  EMPTY_ROSTER,
  halfAt,
  halvesServed,
  headOf,
  isAbsent,
  isHeadAway,
  isHeadPresent,
  nameOf,
  onDuty,
  personOfAccount,
  type Roster,
  withRole,
} from '#shared/people/roster.ts';
import { LUCA, MARTA, ORNELLA, rosterOf } from '../../helpers/town.ts';

const MONDAY = '2026-03-02';
const away = (...people: readonly { readonly id: string }[]): Roster =>
  rosterOf(people.map(({ id }) => ({ id: `assenza-${id}`, person: id, from: MONDAY, to: '2026-03-06' })));
const turnIn = (roster: Roster): Record<string, string | undefined> =>
  Object.fromEntries(PHASES.map((phase) => [phase, onDuty(roster, phase, MONDAY)?.name]));

describe('whose turn it is (P2, P3)', () => {
  it('with everybody there: the first of each chain', () => {
    expect(turnIn(rosterOf())).toEqual({
      intake: 'Marta Bellin',
      alternative: 'Marta Bellin',
      report: 'Ornella Vidal',
    });
  });

  it('without the operator the head substitutes in the intake, the second operator in the alternative sending', () => {
    expect(turnIn(away(MARTA))).toEqual({
      intake: 'Ornella Vidal',
      alternative: 'Luca Zennaro',
      report: 'Ornella Vidal',
    });
  });

  it('without the head the operator makes the report', () => {
    expect(turnIn(away(ORNELLA))).toEqual({
      intake: 'Marta Bellin',
      alternative: 'Marta Bellin',
      report: 'Marta Bellin',
    });
  });

  it('without both the second operator does everything', () => {
    expect(Object.values(turnIn(away(MARTA, ORNELLA)))).toEqual(['Luca Zennaro', 'Luca Zennaro', 'Luca Zennaro']);
  });

  it('with nobody there it says so: no name, in any phase', () => {
    expect(Object.values(turnIn(away(MARTA, ORNELLA, LUCA)))).toEqual([undefined, undefined, undefined]);
    expect(Object.values(turnIn(EMPTY_ROSTER))).toEqual([undefined, undefined, undefined]);
  });

  it('somebody who is no longer known does not hide the next one', () => {
    const roster = rosterOf();
    const withoutMarta: Roster = { ...roster, people: roster.people.filter(({ id }) => id !== MARTA.id) };
    expect(turnIn(withoutMarta)).toEqual({
      intake: 'Ornella Vidal',
      alternative: 'Luca Zennaro',
      report: 'Ornella Vidal',
    });
  });
});

describe('absences', () => {
  const roster = rosterOf([{ id: 'a1', person: MARTA.id, from: '2026-03-03', to: '2026-03-05' }]);

  it.each([
    ['2026-03-02', false],
    ['2026-03-03', true],
    ['2026-03-04', true],
    ['2026-03-05', true],
    ['2026-03-06', false],
  ])('on %s: %s, both ends included', (day, absent) => {
    expect(isAbsent(roster, MARTA.id, day)).toBe(absent);
    expect(isAbsent(roster, LUCA.id, day)).toBe(false);
  });

  it('can take half a day: duty follows it, and the whole day is away only with both halves', () => {
    const morning = { id: 'a1', person: MARTA.id, from: MONDAY, to: MONDAY, part: 'morning' as const };
    const half = rosterOf([morning]);
    expect(HALVES.map((one) => isAbsent(half, MARTA.id, MONDAY, one))).toEqual([true, false]);
    expect(HALVES.map((one) => onDuty(half, 'intake', MONDAY, one)?.id)).toEqual(['ornella', 'marta']);
    expect(isAbsent(half, MARTA.id, MONDAY)).toBe(false);
    const both = rosterOf([morning, { ...morning, id: 'a2', part: 'afternoon' }]);
    expect(isAbsent(both, MARTA.id, MONDAY)).toBe(true);
  });

  it('the afternoon begins after the break of the service, else at 13', () => {
    const broken = {
      ...valdombra.calendar,
      hours: Array(7).fill([
        { from: '09:00', to: '12:30' },
        { from: '15:00', to: '18:00' },
      ]),
    };
    expect(halfAt(broken, instantAt(MONDAY, '14:59'))).toBe('morning');
    expect(halfAt(broken, instantAt(MONDAY, '15:00'))).toBe('afternoon');
    const whole = { ...valdombra.calendar, hours: Array(7).fill([{ from: '08:00', to: '13:00' }]) };
    expect(halfAt(whole, instantAt(MONDAY, '13:00'))).toBe('afternoon');
    expect([broken, whole].map((one) => halvesServed(one, MONDAY).length)).toEqual([2, 1]);
  });

  it('have dates in order and never a reason', () => {
    const absence = { id: 'a1', person: MARTA.id, from: '2026-03-03', to: '2026-03-03' };
    expect(absenceSchema.parse({ ...absence, reason: 'visita medica' })).toEqual(absence);
    expect(absenceSchema.safeParse({ ...absence, to: '2026-03-02' }).success).toBe(false);
  });
});

describe('the head of sector', () => {
  it('is known by the role', () => {
    expect(headOf(rosterOf())).toEqual(ORNELLA);
    expect(withRole(rosterOf(), 'operatore')).toEqual([LUCA, MARTA]);
    expect(withRole(rosterOf(), 'contabilità')).toEqual([]);
  });

  it('is there, away, or was never named: an unknown head is never away (P3)', () => {
    expect(isHeadPresent(rosterOf(), MONDAY)).toBe(true);
    expect(isHeadPresent(away(ORNELLA), MONDAY)).toBe(false);
    expect(isHeadPresent(away(ORNELLA), '2026-03-09')).toBe(true);
    expect(isHeadPresent(EMPTY_ROSTER, MONDAY)).toBe(false);
    expect([away(ORNELLA), EMPTY_ROSTER, rosterOf()].map((one) => isHeadAway(one, MONDAY))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

it('an account opens the app as its person, in any mix of capitals (P6)', () => {
  expect(personOfAccount(rosterOf(), 'MBellin')).toEqual(MARTA);
  expect(personOfAccount(rosterOf(), 'mbellin2')).toBeUndefined();
});

it('an id nobody has is shown as it is', () => {
  expect(nameOf(rosterOf(), MARTA.id)).toBe('Marta Bellin');
  expect(nameOf(rosterOf(), 'app')).toBe('app');
});
