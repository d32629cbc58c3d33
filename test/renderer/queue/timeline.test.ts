import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minuteOf, timelineOf } from '#renderer/queue/timeline.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { jobWith } from './jobs.ts';

const DAY = '2026-11-24';
const { calendar } = valdombra;
const at = (time: string) => jobWith({ id: time, plannedFor: instantAt(DAY, time) });

test('hours of service and sendings stand where their time is', () => {
  const line = timelineOf([at('10:00'), at('14:00')], DAY, calendar);
  expect(line.hours.at(0)).toEqual({ hour: 8, left: 0 });
  expect(line.hours.at(-1)).toEqual({ hour: 20, left: 100 });
  expect(line.at('14:00')).toBe(50);
  expect(line.pills.map(({ left, lane }) => [Math.round(left), lane])).toEqual([
    [17, 0],
    [50, 0],
  ]);
  expect(line.service.map(({ from, to }) => [from, to])).toEqual([
    [line.at('08:30'), line.at('12:30')],
    [line.at('15:00'), line.at('17:30')],
  ]);
});

test('an emergency at night widens the day; other days and what was cancelled stay out', () => {
  const line = timelineOf(
    [at('22:15'), jobWith({ plannedFor: instantAt('2026-11-25', '10:00') }), { ...at('11:00'), state: 'cancelled' }],
    DAY,
    calendar,
  );
  expect(line.hours.at(-1)).toEqual({ hour: 23, left: 100 });
  expect(line.pills.map(({ job }) => job.id)).toEqual(['22:15']);
});

test('whatever the times, pills stay inside and three that would touch stand in different rows', () => {
  const minute = fc.integer({ min: 0, max: 23 * 60 + 59 });
  const time = minute.map((value) =>
    [Math.floor(value / 60), value % 60].map((part) => String(part).padStart(2, '0')).join(':'),
  );
  fc.assert(
    fc.property(fc.array(time, { maxLength: 12 }), (times) => {
      const { pills, lanes } = timelineOf(times.map(at), DAY, calendar);
      expect(pills).toHaveLength(times.length);
      for (const { left, lane } of pills) {
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThan(100);
        expect(lane).toBeLessThan(lanes);
      }
    }),
  );
  const together = timelineOf([at('10:00'), at('10:05'), at('10:10')], DAY, calendar);
  expect(together.pills.map(({ lane }) => lane)).toEqual([0, 1, 2]);
});

test('a time is counted from midnight', () => expect(minuteOf('10:05')).toBe(605));
