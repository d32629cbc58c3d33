import { describe, expect, it } from 'vitest';
import { withdraw } from '#electron/queue/acts/withdraw.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { requestFact } from '#shared/requests/facts.ts';
import {
  approvedNotice,
  forwardedRequest,
  openTestDesk,
  openTownDesk,
  type TestDesk,
  write,
} from '../../../helpers/desk.ts';
import { requestReceived } from '../../../helpers/facts.ts';

const takeBack = (opened: TestDesk, why = 'La gita non si fa più') => withdraw(opened.desk, opened, { id: 'r1', why });
const codeOf = (result: Result<unknown, Problem>): string => (result.ok ? 'done' : result.error.code);
const statesOf = ({ requests, drafts, queue }: TestDesk) => [
  requests.get('r1')?.closed?.outcome,
  drafts.get('r1')?.state,
  queue.get('r1')?.state,
];

describe('the office takes its request back (P18)', () => {
  it('on the operator’s desk, also while it waits', async () => {
    const opened = openTownDesk();
    write(opened, requestReceived('r1'));
    const paused = { for: 'risposta dell’ufficio', missing: [], letter: null };
    write(opened, requestFact('request.paused', 'request/r1', paused));
    expect(codeOf(await takeBack(opened))).toBe('done');
    expect(opened.requests.get('r1')).toMatchObject({ state: 'closed', waiting: null, waits: [expect.anything()] });
  });

  it('before the head decides: it leaves the head’s list', async () => {
    const opened = openTownDesk();
    forwardedRequest(opened, 'r1');
    expect(opened.drafts.waiting()).toHaveLength(1);
    expect(codeOf(await takeBack(opened))).toBe('done');
    expect(statesOf(opened)).toEqual(['ritirata', 'withdrawn', undefined]);
    expect(opened.drafts.waiting()).toEqual([]);
  });

  it('while it is in the queue: request, text and sending end in one moment, and it never leaves', async () => {
    const opened = openTownDesk();
    approvedNotice(opened, 'r1');
    const commits = opened.changed.length;
    expect(codeOf(await takeBack(opened))).toBe('done');
    expect(opened.changed.slice(commits)).toEqual([['requests', 'drafts', 'queue']]);
    expect(statesOf(opened)).toEqual(['ritirata', 'withdrawn', 'cancelled']);
    expect(opened.queue.get('r1')?.why).toBe('Richiesta ritirata: La gita non si fa più');
    opened.clock.set(instantAt('2026-03-05', '09:00'));
    await opened.desk.outbox.tick();
    expect(opened.queue.get('r1')?.state).toBe('cancelled');
  });

  it('is still so after the app is opened again', async () => {
    const opened = openTownDesk({ inFile: true });
    approvedNotice(opened, 'r1');
    await takeBack(opened);
    opened.close();
    expect(statesOf(openTestDesk({ folder: opened.folder }))).toEqual(['ritirata', 'withdrawn', 'cancelled']);
  });

  it.each([
    ['job.uncertain', { why: 'il computer si è spento' }, 'uncertain'],
    ['job.handedOver', { evidence: 'x.json' }, 'handedOver'],
  ] as const)(
    'after %s the app can stop nothing: nothing changes and it says whom to ask',
    async (type, body, state) => {
      const opened = openTownDesk();
      approvedNotice(opened, 'r1');
      write(opened, queueFact('job.started', 'job/r1', { desk: 'desk0001' }), queueFact(type, 'job/r1', body));
      const refused = await takeBack(opened);
      expect(refused).toMatchObject({ ok: false, error: { code: 'already-delivered' } });
      expect(statesOf(opened)).toEqual([undefined, 'approved', state]);
    },
  );

  it('after sending points to a correction (P37)', async () => {
    const opened = openTownDesk();
    approvedNotice(opened, 'r1');
    const sent = { sentAt: opened.clock.now(), text: 'Via Roma', recipients: null };
    write(opened, queueFact('job.started', 'job/r1', { desk: 'desk0001' }), queueFact('job.sent', 'job/r1', sent));
    const refused = await takeBack(opened);
    expect(refused).toMatchObject({ ok: false, error: { code: 'already-sent' } });
    expect(refused.ok ? '' : refused.error.remedy).toContain('rettifica');
    expect(statesOf(opened)[0]).toBeUndefined();
  });

  it('needs a reason and a request', async () => {
    const opened = openTownDesk();
    forwardedRequest(opened, 'r1');
    expect(codeOf(await takeBack(opened, ' '))).toBe('reason-missing');
    expect(codeOf(await withdraw(opened.desk, opened, { id: 'r9', why: 'no' }))).toBe('request-unknown');
    expect(statesOf(opened)).toEqual([undefined, 'waiting', undefined]);
  });
});
