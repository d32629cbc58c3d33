import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/kernel/instant.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { isSettled } from '#shared/queue/job.ts';
import { JOB_STATES, type JobState } from '#shared/queue/states.ts';
import { jobWaits, type WaitingJob } from '#shared/queue/waits.ts';
import { jobOf, PLANNED, queuedThen } from './sample.ts';

const { calendar } = valdombra;
const waitsOf = (change: Partial<WaitingJob>, now: Instant) =>
  jobWaits(
    [
      {
        ...jobOf(queuedThen()),
        ...{ isElsewhere: false, isAltered: false, isTextGone: false, isEmergency: false, isHeldByAnswer: false },
        ...{ unbound: null, obstacle: null, ...change },
      },
    ],
    { now, calendar, askedHours: 2 },
  ).map(({ kind, due, isPast }) => ({ kind, due, isPast }));
const kinds = (change: Partial<WaitingJob>, now = instantAt('2026-03-02', '10:00')) =>
  waitsOf(change, now).map(({ kind }) => kind);

describe('what of a sending waits for a person', () => {
  it('approved for the group is to be asked at once, copied or not, and is red past its moment (P31)', () => {
    const route = 'gruppo operativo';
    for (const state of ['queued', 'delivering'] as const) expect(kinds({ route, state })).toEqual(['ask']);
    const late = waitsOf({ route, state: 'delivering' }, instantAt('2026-03-06', '09:00'));
    expect(late).toMatchObject([{ kind: 'ask', isPast: true }]);
  });

  it('asked and not confirmed is due after some hours of service, not of night (P31)', () => {
    const changedAt = instantAt('2026-03-02', '17:00');
    const [wait] = waitsOf({ state: 'handedOver', changedAt, plannedFor: PLANNED }, changedAt);
    expect(wait).toMatchObject({ kind: 'confirm', isPast: false });
    expect((wait?.due ?? '') > instantAt('2026-03-03', '08:00')).toBe(true);
    expect((wait?.due ?? '') < instantAt('2026-03-03', '12:00')).toBe(true);
  });

  it('put off for a lack waits for a person; for the hours of service it goes by itself', () => {
    expect(kinds({ state: 'deferred', why: 'Manca l’indirizzo del sindaco.' })).toEqual(['mend']);
    expect(kinds({ state: 'deferred', why: 'fuori servizio fino alle 09:00' })).toEqual([]);
    expect(kinds({ state: 'queued' })).toEqual([]);
  });

  it('a delivery that has said nothing for half an hour is looked at', () => {
    const changedAt = instantAt('2026-03-05', '08:30');
    const delivering = { state: 'delivering', changedAt } as const;
    expect(kinds(delivering, instantAt('2026-03-05', '08:40'))).toEqual([]);
    expect(kinds(delivering, instantAt('2026-03-05', '09:10'))).toEqual(['silent']);
  });

  it('what an unread answer holds is the task of its request, and nobody is told to ask for it', () => {
    expect(kinds({ route: 'gruppo operativo', isHeldByAnswer: true })).toEqual([]);
    expect(kinds({ state: 'uncertain', isHeldByAnswer: true })).toEqual(['uncertain']);
  });

  it('a page that changed or went holds what has not left, and is told of what was sent and still holds (P22)', () => {
    const since = '2026-03-04T09:00:00.000Z';
    const page = { round: 1, kept: null, held: { seen: null, since }, lostSince: null };
    expect(kinds({ page })).toEqual(['page']);
    expect(kinds({ page, route: 'gruppo operativo' })).toEqual(['page']);
    expect(kinds({ page, state: 'handedOver' })).toEqual(['confirm']);
    const lost = { ...page, held: null, lostSince: since };
    expect(kinds({ state: 'sent', page: lost })).toEqual(['pageLost']);
    expect(isSettled({ state: 'sent', mayorCopy: null, headCopy: null, page: lost })).toBe(false);
  });

  it('nothing waits of what is settled: the queue need not be asked for it', () => {
    for (const state of Object.keys(JOB_STATES) as JobState[]) {
      for (const mayorCopy of [null, 'due', 'given'] as const) {
        const doubts = { unbound: 'ornella', isAltered: true, isTextGone: true, isEmergency: true };
        for (const headCopy of [null, 'due', 'given'] as const) {
          const copies = { mayorCopy, headCopy };
          if (isSettled({ state, ...copies, page: null })) expect(kinds({ state, ...copies, ...doubts })).toEqual([]);
        }
      }
    }
    expect(isSettled({ state: 'sent', mayorCopy: 'due', headCopy: null, page: null })).toBe(false);
    expect(isSettled({ state: 'sent', mayorCopy: null, headCopy: 'due', page: null })).toBe(false);
    expect(isSettled({ state: 'cancelled', mayorCopy: null, headCopy: null, page: null })).toBe(true);
  });

  it('a text that was taken back, an approval to confirm and the mayor’s copy stand beside', () => {
    expect(kinds({ isTextGone: true })).toEqual(['textGone']);
    expect(kinds({ unbound: 'ornella' })).toEqual(['unbound']);
    expect(kinds({ state: 'sent', mayorCopy: 'due', headCopy: null })).toEqual(['mayorCopy']);
    expect(kinds({ state: 'handedOver', headCopy: 'due' })).toEqual(['confirm', 'headCopy']);
    expect(kinds({ state: 'sent' })).toEqual([]);
  });
});
