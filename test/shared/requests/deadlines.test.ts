import { describe, expect, it } from 'vitest';
import { instantAt, romeOf } from '#shared/kernel/instant.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';
import { intakeDeadline, isUrgent, requestDeadline, waitsOf } from '#shared/requests/deadlines.ts';

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
  const due = (when: string, sendDate: string | null): string =>
    Object.values(romeOf(intakeDeadline(calendar, arrived(when), sendDate))).join(' ');

  it.each([
    ['2026-03-02 10:00', '2026-03-10', '2026-03-03 17:30'],
    ['2026-03-02 10:00', null, '2026-03-03 17:30'],
    ['2026-03-02 10:00', '2026-03-03', '2026-03-02 17:30'],
    ['2026-03-02 18:00', '2026-03-03', '2026-03-03 17:30'],
    ['2026-03-28 10:00', '2026-03-30', '2026-03-30 17:30'],
    ['2026-04-03 18:00', '2026-04-20', '2026-04-08 17:30'],
  ])('arrived %s, wanted on %s: due %s', (when, sendDate, expected) => {
    expect(due(when, sendDate)).toBe(expected);
  });
});

describe('the clock stands still while a request waits (P27)', () => {
  const [received, now] = [arrived('2026-03-02 09:00'), arrived('2026-03-04 12:00')];
  const data = { sendDate: '2026-03-20', sendTime: null, link: null, office: null, category: null, reason: null };
  const due = (waits: readonly (readonly [string, string])[], since?: string): string => {
    const waiting = since ? { since: arrived(since), for: '', missing: [], letter: null } : null;
    const over = waits.map(([from, to]) => ({ from: arrived(from), to: arrived(to) }));
    const { day, time } = romeOf(requestDeadline(calendar, { receivedAt: received, data, waits: over, waiting }, now));
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
    ['over a weekend', [['2026-03-02 17:00', '2026-03-09 09:00']], undefined, '2026-03-10 09:30'],
  ])('when it waited %s', (_how, waits, since, expected) => {
    expect(due(waits, since)).toBe(expected);
  });

  it('counts the present wait up to now', () => {
    const since = arrived('2026-03-04 10:00');
    const waiting = { since, for: '', missing: [], letter: null };
    expect(waitsOf({ waits: [], waiting }, now)).toEqual([{ from: since, to: now }]);
    expect(waitsOf({ waits: [], waiting: null }, now)).toEqual([]);
  });
});
