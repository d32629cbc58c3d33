import { expect, it } from 'vitest';
import type { CheckLine } from '#shared/drafts/facts.ts';
import { instantAt, romeOf } from '#shared/kernel/instant.ts';
import { rubano } from '#shared/people/profile/rubano.ts';
import { isPlannedTooLate, type Leaving, leavingMoment } from '#shared/queue/leaving.ts';
import { jobOf, queuedThen } from './sample.ts';

const EVENING = 'Concerto martedì 13 giugno 2028 alle 21:00 in piazza.';
const data = { sendDate: '2028-06-13', sendTime: null, link: null, office: null, category: null, reason: null };
function leaves(change: Partial<Leaving> = {}): string {
  const now = instantAt('2028-06-12', '11:00');
  const moment = leavingMoment(rubano.calendar, {
    request: { data },
    checks: [],
    text: EVENING,
    now,
    at: undefined,
    ...change,
  });
  return moment.ok ? Object.values(romeOf(moment.value)).join(' ') : moment.error.code;
}
const dateLine = (why: string | null): CheckLine => ({ line: 'data', outcome: 'da correggere', detail: 'chiuso', why });

it('an approved notice never leaves by itself after its event (P5)', () => {
  expect(leaves()).toBe('after-event');
  expect(leaves({ checks: [dateLine(null)] })).toBe('after-event');
});

it('it leaves when a person chose the moment, or gave the reason for the date', () => {
  expect(leaves({ at: instantAt('2028-06-12', '17:00') })).toBe('2028-06-12 17:00');
  expect(leaves({ at: instantAt('2028-06-14', '09:00') })).toBe('2028-06-14 09:00');
  expect(leaves({ checks: [dateLine('è la replica')] })).toBe('2028-06-14 09:00');
  expect(leaves({ at: instantAt('2028-06-12', '10:59') })).toBe('moment-past');
});

it('without a day in the text it leaves as planned', () => {
  expect(leaves({ text: 'Concerto in piazza.' })).toBe('2028-06-14 09:00');
});

it('a sending put off until its event is over is told apart, as long as it has not left', () => {
  const job = jobOf(queuedThen()) ?? expect.fail('no job');
  const late = { ...job, notice: { ...job.notice, text: EVENING }, plannedFor: instantAt('2028-06-14', '09:00') };
  expect(isPlannedTooLate(late, '2028-06-12')).toBe(true);
  expect(isPlannedTooLate({ ...late, state: 'deferred' }, '2028-06-12')).toBe(true);
  expect(isPlannedTooLate({ ...late, state: 'cancelled' }, '2028-06-12')).toBe(false);
  expect(isPlannedTooLate({ ...late, plannedFor: instantAt('2028-06-12', '17:00') }, '2028-06-12')).toBe(false);
});
