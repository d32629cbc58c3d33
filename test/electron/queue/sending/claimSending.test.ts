import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Claims } from '#electron/journal/exchange/claims.ts';
import { cancel } from '#electron/queue/acts/requeue.ts';
import { claimSendingNow, mayStop } from '#electron/queue/sending/claimSending.ts';
import { aloneClaims } from '../../../helpers/alone.ts';
import { approvedNotice, openTownDesk } from '../../../helpers/desk.ts';
import { jobOf, queuedThen } from '../../../shared/queue/sample.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const job = jobOf(queuedThen());
/** A desk whose shared place never answers, or answers that another desk was quicker. */
function deskWith(take: Claims['take']) {
  const opened = openTownDesk();
  return { ...opened, desk: { ...opened.desk, claims: { ...aloneClaims, isShared: () => true, take } } };
}
const hung = () => deskWith(() => new Promise(() => undefined));
const lost = () => deskWith(async () => ({ state: 'lost', by: null }));

it('a person who acts does not wait for a place that hangs', async () => {
  const asked = claimSendingNow(hung().desk, job);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await asked).toMatchObject({ state: 'away' });
});

it('a sending may be stopped while the place hangs, not while another desk has its round', async () => {
  const stopping = mayStop(hung().desk, job);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await stopping).toMatchObject({ ok: true });
  expect(await mayStop(lost().desk, job)).toMatchObject({ ok: false, error: { code: 'sent-elsewhere' } });
  expect(await mayStop(lost().desk, { ...job, state: 'held' })).toMatchObject({ ok: true });
});

it('cancelling goes through while the place hangs', async () => {
  const opened = hung();
  approvedNotice(opened, 'r1');
  const cancelled = cancel(opened.desk, opened.queue, { id: 'r1', why: 'Lavori rinviati.' });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await cancelled).toMatchObject({ ok: true });
  expect(opened.queue.get('r1')?.state).toBe('cancelled');
});
