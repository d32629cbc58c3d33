import { expect, it } from 'vitest';
import { headHaste } from '#shared/drafts/headHaste.ts';
import { instantAt, romeOf } from '#shared/kernel/instant.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';

function due(forwarded: string, [sendDate, sendTime]: readonly [string, string?], until?: string): string {
  const [day = '', time = ''] = forwarded.split(' ');
  const asked = {
    rewritten: { at: instantAt(day, time) },
    state: until === undefined ? ('waiting' as const) : ('postponed' as const),
    until: until ?? null,
  };
  const haste = headHaste(valdombra.calendar, asked, { sendDate, sendTime: sendTime ?? null });
  return `${Object.values(romeOf(haste.due)).join(' ')}${haste.urgent ? ', urgente' : ''}`;
}

it.each([
  ['a working day after the forwarding', '2026-03-02 10:00', ['2026-03-10'], undefined, '2026-03-03 17:30'],
  [
    'the same day when it is wanted today (A5)',
    '2026-03-02 10:00',
    ['2026-03-02'],
    undefined,
    '2026-03-02 17:00, urgente',
  ],
  ['before the hour wanted', '2026-03-02 10:00', ['2026-03-02', '12:00'], undefined, '2026-03-02 11:30, urgente'],
  [
    'a working day after, when two lie before the day wanted',
    '2026-05-20 10:00',
    ['2026-05-22', '10:00'],
    undefined,
    '2026-05-21 17:30',
  ],
  ['the day of its return (A6)', '2026-03-02 10:00', ['2026-03-20'], '2026-03-10', '2026-03-10 17:30'],
  [
    'the first day of service after a return on a Saturday',
    '2026-03-02 10:00',
    ['2026-03-20'],
    '2026-03-07',
    '2026-03-09 17:30',
  ],
  [
    'before the hour wanted on the day of its return',
    '2026-03-02 10:00',
    ['2026-03-10', '10:00'],
    '2026-03-10',
    '2026-03-10 09:30',
  ],
  [
    'the day of its return, though the moment wanted is over',
    '2026-03-02 10:00',
    ['2026-03-06'],
    '2026-03-10',
    '2026-03-10 17:30',
  ],
] as const)('is due %s', (_when, forwarded, wanted, until, expected) => {
  expect(due(forwarded, wanted, until)).toBe(expected);
});
