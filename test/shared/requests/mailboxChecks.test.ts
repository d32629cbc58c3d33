import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMilliseconds, instantAt, romeOf } from '#shared/kernel/instant.ts';
import type { Calendar } from '#shared/kernel/workdays.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { type Check, checksOfDay, lastWorkingDays, mailboxReminder } from '#shared/requests/mailboxChecks.ts';

const { calendar } = valdombra;
/** A working Monday: service from 08:30 to 12:30 and from 15:00 to 17:30. */
const DAY = '2026-11-23';
const at = (time: string): string => instantAt(DAY, time);
const said = ({ state, at: moment }: Check): string => `${state} ${romeOf(moment).time}`;
function checks(now: string, ...looks: readonly string[]): string {
  const { start, end } = checksOfDay(calendar, DAY, looks.map(at), now.includes('T') ? now : at(now));
  return `${said(start)}, ${said(end)}`;
}
const NEXT_DAY = instantAt('2026-11-24', '08:00');

describe('the two looks at the mailbox (P20)', () => {
  it.each<[string, readonly string[], string]>([
    ['07:00', [], 'upcoming 08:30, upcoming 17:00'],
    ['08:30', [], 'due 08:30, upcoming 17:00'],
    ['12:00', [], 'due 08:30, upcoming 17:00'],
    ['17:00', [], 'missed 08:30, due 17:00'],
    ['23:59', [], 'missed 08:30, due 17:00'],
    [NEXT_DAY, [], 'missed 08:30, missed 17:00'],
    ['09:11', ['08:31'], 'done 08:31, upcoming 17:00'],
    [NEXT_DAY, ['08:29', '17:24'], 'done 08:29, done 17:24'],
    [NEXT_DAY, ['08:33'], 'done 08:33, missed 17:00'],
    [NEXT_DAY, ['09:30', '12:00', '17:00'], 'done 09:30, done 17:00'],
    [NEXT_DAY, ['09:31', '18:00'], 'late 09:31, done 18:00'],
    [NEXT_DAY, ['06:29', '18:01'], 'missed 08:30, late 18:01'],
    [NEXT_DAY, ['17:10', '17:40', '20:00'], 'missed 08:30, done 17:40'],
    [NEXT_DAY, ['17:24', '08:29'], 'done 08:29, done 17:24'],
  ])('at %s, after looks at %j: %s', (now, looks, expected) => {
    expect(checks(now, ...looks)).toBe(expected);
  });

  it('on a day of few minutes are still two', () => {
    const short: Calendar = { ...calendar, hours: calendar.hours.map(() => [{ from: '09:00', to: '09:20' }]) };
    const { start, end } = checksOfDay(short, DAY, [at('09:05'), at('09:15')], NEXT_DAY);
    expect([said(start), said(end)]).toEqual(['done 09:05', 'done 09:15']);
  });

  it('no look is ever both, and what is done stays done as time goes by', () => {
    const minute = fc.nat(24 * 60 - 1);
    fc.assert(
      fc.property(fc.array(minute, { maxLength: 6 }), minute, fc.nat(3_000), (minutes, until, more) => {
        const moment = (after: number): string => addMilliseconds(at('00:00'), after * 60_000);
        const now = moment(until);
        const looks = minutes.map(moment).filter((look) => look <= now);
        const before = checksOfDay(calendar, DAY, looks, now);
        const after = checksOfDay(calendar, DAY, looks, addMilliseconds(now, more * 60_000));
        const isDone = ({ state }: Check) => state === 'done' || state === 'late';
        if (isDone(before.start) && isDone(before.end)) expect(before.start.at < before.end.at).toBe(true);
        if (isDone(before.start)) expect(after.start).toEqual(before.start);
        if (isDone(before.end)) expect(after.end).toEqual(before.end);
        for (const check of [before.start, before.end]) {
          if (isDone(check)) expect(looks).toContain(check.at);
          if (check.state === 'upcoming') expect(check.at > now).toBe(true);
          if (check.state === 'due') expect(check.at <= now).toBe(true);
        }
      }),
    );
  });
});

describe('the days shown and the reminder', () => {
  it('are working days, today too if it is one', () => {
    expect(lastWorkingDays(calendar, '2026-11-24', 3)).toEqual(['2026-11-20', '2026-11-23', '2026-11-24']);
    expect(lastWorkingDays(calendar, '2026-11-22', 3)).toEqual(['2026-11-18', '2026-11-19', '2026-11-20']);
    expect(lastWorkingDays(calendar, '2026-12-28', 2)).toEqual(['2026-12-24', '2026-12-28']);
  });

  it.each<[string, readonly string[], unknown]>([
    ['08:00', [], null],
    ['08:45', [], { check: 'start', since: at('08:30') }],
    ['08:45', ['08:31'], null],
    ['17:15', [], { check: 'end', since: at('17:00') }],
    ['17:15', ['08:31', '17:05'], null],
  ])('at %s after %j: %j', (now, looks, expected) => {
    const today = checksOfDay(calendar, DAY, looks.map(at), at(now));
    expect(mailboxReminder([today], at(now))).toEqual(expected);
  });

  it('nothing is due on a day that is over or closed', () => {
    const yesterday = checksOfDay(calendar, DAY, [], NEXT_DAY);
    expect(mailboxReminder([yesterday], NEXT_DAY)).toBeNull();
    expect(mailboxReminder([], at('10:00'))).toBeNull();
  });
});
