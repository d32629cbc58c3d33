import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/kernel/day.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import {
  type ElectionPeriod,
  electionAt,
  electionOn,
  electionPeriodSchema,
  lastDayOf,
  sayElection,
  sayElectionEnd,
} from '#shared/people/profile/elections.ts';
import { profileSchema } from '#shared/people/profile/profile.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { sayField } from '#shared/people/profile/words.ts';

const AUTUMN: ElectionPeriod = {
  kind: 'comunali',
  from: '2026-10-09',
  to: '2026-11-23',
  runOff: '2026-12-07',
  source: 'Decreto del prefetto',
};
const inside = (day: string, time = '10:00', periods = [AUTUMN]) =>
  electionAt(periods, instantAt(day, time)) !== undefined;

describe('the days of an election period (P39)', () => {
  it('begins with the first minute of its first day and ends with the last of its last one, the run-off included', () => {
    expect(inside('2026-10-08', '23:59')).toBe(false);
    expect(inside('2026-10-09', '00:00')).toBe(true);
    expect(inside('2026-11-24')).toBe(true);
    expect(inside('2026-12-07', '23:59')).toBe(true);
    expect(inside('2026-12-08', '00:00')).toBe(false);
  });

  it('ends with the vote where no run-off is foreseen', () => {
    const [first] = [{ ...AUTUMN, runOff: null }];
    expect(inside('2026-11-23', '23:59', [first])).toBe(true);
    expect(inside('2026-11-24', '00:00', [first])).toBe(false);
  });

  it.each([
    ['the night clocks go back', '2026-10-25'],
    ['the night clocks go forward', '2027-03-28'],
  ])('counts days in Rome, also %s', (_night, day) => {
    const before = { ...AUTUMN, to: addDays(day, -1), runOff: null };
    const until = { ...AUTUMN, to: day, runOff: null };
    const from = { ...AUTUMN, from: day, to: addDays(day, 9), runOff: null };
    expect(['00:00', '03:30', '23:59'].map((time) => inside(day, time, [until]))).toEqual([true, true, true]);
    expect(['00:00', '03:30', '23:59'].map((time) => inside(day, time, [from]))).toEqual([true, true, true]);
    expect(['00:00', '03:30', '23:59'].map((time) => inside(day, time, [before]))).toEqual([false, false, false]);
    expect(inside(addDays(day, 1), '00:00', [until])).toBe(false);
    expect(inside(addDays(day, -1), '23:59', [from])).toBe(false);
  });

  it('of several periods is the one that ends last', () => {
    const other: ElectionPeriod = { ...AUTUMN, kind: 'referendum', to: '2026-12-20', runOff: null };
    expect(electionOn([AUTUMN, other], '2026-11-01')?.kind).toBe('referendum');
    expect(electionOn([other, AUTUMN], '2026-11-01')?.kind).toBe('referendum');
  });

  it('holds exactly the days between its two ends, whatever they are', () => {
    const day = fc.integer({ min: 0, max: 800 }).map((ahead) => addDays('2026-01-01', ahead));
    fc.assert(
      fc.property(day, day, fc.option(fc.integer({ min: 1, max: 20 })), day, (one, other, runOff, asked) => {
        const [from = '', to = ''] = [one, other].sort();
        const period = { ...AUTUMN, from, to, runOff: runOff === null ? null : addDays(to, runOff) };
        expect(electionOn([period], asked) !== undefined).toBe(from <= asked && asked <= lastDayOf(period));
      }),
    );
  });
});

describe('a period in the profile (P4, P39)', () => {
  it('refuses days in the wrong order, a run-off before the vote, a period nobody can trace', () => {
    expect(electionPeriodSchema.safeParse(AUTUMN).success).toBe(true);
    for (const wrong of [{ to: '2026-10-01' }, { runOff: '2026-11-23' }, { source: ' ' }, { from: '2026-02-30' }]) {
      expect(electionPeriodSchema.safeParse({ ...AUTUMN, ...wrong }).success).toBe(false);
    }
  });

  it('is not asked of a profile written before, which has none', () => {
    const { electionPeriods, ...before } = valdombra;
    expect(electionPeriods).toEqual([]);
    expect(profileSchema.parse(before).electionPeriods).toEqual([]);
    expect(sayField(valdombra, 'electionPeriods')).toEqual([]);
  });

  it('is said in words, and none of them says that a text is lawful', () => {
    expect(sayElectionEnd(AUTUMN)).toBe('Periodo elettorale fino a lunedì 7 dicembre');
    expect(sayElection(AUTUMN)).toBe('Elezioni comunali, ballottaggio compreso, anche se qui non si vota.');
    expect(sayField({ ...valdombra, electionPeriods: [AUTUMN] }, 'electionPeriods')).toEqual([
      'Elezioni comunali, da venerdì 9 ottobre 2026 a lunedì 7 dicembre 2026',
    ]);
  });
});
