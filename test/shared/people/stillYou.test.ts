import { expect, it } from 'vitest';
import { instantAt } from '#shared/kernel/instant.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { asksStillYou } from '#shared/people/stillYou.ts';

const broken = {
  ...valdombra.calendar,
  hours: Array(7).fill([
    { from: '09:00', to: '13:00' },
    { from: '15:00', to: '18:00' },
  ]),
};
const asks = (from: string, to: string, day = '2026-03-02') =>
  asksStillYou({ calendar: broken, pauseMinutes: 30 }, instantAt('2026-03-02', from), instantAt(day, to));

it('asks after a pause, at the change of shift and on another day, and not before (P6)', () => {
  expect([asks('09:00', '09:29'), asks('09:00', '09:30')]).toEqual([false, true]);
  expect([asks('14:58', '14:59'), asks('14:59', '15:00'), asks('15:00', '15:01')]).toEqual([false, true, false]);
  expect(asks('23:59', '00:00', '2026-03-03')).toBe(true);
});
