import { describe, expect, it } from 'vitest';
import { instantAt, romeOf } from '#shared/kernel/instant.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';
import { intakeDeadline, isUrgent } from '#shared/requests/deadlines.ts';

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
