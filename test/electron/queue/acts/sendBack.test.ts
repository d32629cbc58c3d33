/** A text that is to be changed goes back to who writes it, and comes again as a new round (P24, P31). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recordRefusal } from '#electron/queue/acts/answers.ts';
import { approveAndQueue } from '#electron/queue/acts/approve.ts';
import { listJobs } from '#electron/queue/acts/list.ts';
import { cancel, requeue } from '#electron/queue/acts/requeue.ts';
import { sendBack } from '#electron/queue/acts/sendBack.ts';
import { withdraw } from '#electron/queue/acts/withdraw.ts';
import { forwardDraft, textHash } from '#shared/drafts/decide.ts';
import { draftFact } from '#shared/drafts/facts.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { forward, reopen, takeCharge } from '#shared/requests/decide.ts';
import {
  approvedNotice,
  must,
  openTestDesk,
  openTownDesk,
  sitDown,
  type TestDesk,
  type TestDeskOptions,
  write,
} from '../../../helpers/desk.ts';
import { MARTA, ORNELLA } from '../../../helpers/town.ts';

const PLANNED = instantAt('2026-03-05', '08:30');
const CHANGED = 'Giovedì 5 marzo via Roma è chiusa dalle 9 alle 18. Il mercato si raggiunge da via Dante.';
const WHY = 'l’orario è dalle 9';
const NAMES = { deskName: (dev: string) => dev, receiptProblem: () => undefined };

const codeOf = (result: Result<unknown, Problem>): string => (result.ok ? 'done' : result.error.code);
const back = (opened: TestDesk) => sendBack(opened.desk, opened, { id: 'r1', why: WHY });
const statesOf = ({ requests, drafts, queue }: TestDesk) => [
  requests.get('r1')?.state,
  drafts.get('r1')?.state,
  queue.get('r1')?.state,
];
const delivered = ({ deliveries }: TestDesk) =>
  readdirSync(deliveries)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(deliveries, name), 'utf8').trim());

/** A notice that was delivered, and refused because it is to be changed. */
async function refused(options: TestDeskOptions = {}): Promise<TestDesk> {
  const opened = openTownDesk(options);
  approvedNotice(opened, 'r1');
  opened.clock.set(PLANNED);
  await opened.desk.outbox.tick();
  must(recordRefusal(opened.desk, opened.queue, { id: 'r1', why: WHY, answer: 'da cambiare' }));
  return opened;
}

/** Marta writes another text and forwards it. */
function rewrite(opened: TestDesk, text = CHANGED): void {
  sitDown(opened, MARTA);
  const context = must(opened.desk.context());
  const request = () => opened.requests.get('r1') ?? expect.fail('no request');
  write(opened, ...must(takeCharge(request(), context)));
  const draft = must(forwardDraft(request(), { text, checks: [], pack: '1', to: ORNELLA.id }, context));
  write(opened, ...must(forward(request(), textHash(text, context.sha256), context)), ...draft);
}

function approve(opened: TestDesk) {
  sitDown(opened, ORNELLA);
  const { text, hash } = opened.drafts.get('r1')?.rewritten ?? expect.fail('no draft');
  return approveAndQueue(opened.desk, opened, { id: 'r1', seen: hash, text, route: null });
}

describe('«da cambiare»', () => {
  it('takes the sending out of the queue and opens the request again, in one moment', async () => {
    const opened = await refused();
    const commits = opened.changed.length;
    expect(codeOf(await back(opened))).toBe('done');
    expect(opened.changed.slice(commits)).toEqual([['queue', 'drafts', 'requests']]);
    expect(statesOf(opened)).toEqual(['inCharge', 'returned', 'cancelled']);
    expect(opened.requests.get('r1')?.reopened).toBe(WHY);
    expect(opened.queue.get('r1')?.why).toBe(`torna a chi scrive: ${WHY}`);
  });

  it('the text approved next is delivered as a round of its own; the first one stays in the record', async () => {
    const opened = await refused();
    must(await back(opened));
    rewrite(opened);
    expect(must(approve(opened)).plannedFor >= opened.clock.now()).toBe(true);
    expect(opened.queue.get('r1')).toMatchObject({
      ...{ state: 'queued', rounds: 2, answer: null, evidence: null, rejected: [] },
      notice: { text: CHANGED, hash: opened.drafts.get('r1')?.approved?.hash },
    });
    opened.clock.advance(11_000);
    await opened.desk.outbox.tick();
    expect(statesOf(opened)).toEqual(['forwarded', 'approved', 'handedOver']);
    expect(delivered(opened)).toEqual([CHANGED, expect.stringContaining('via Roma è chiusa al traffico')]);
  });

  it('is the same after the app is opened again', async () => {
    const opened = await refused({ inFile: true });
    must(await back(opened));
    rewrite(opened);
    must(approve(opened));
    const before = opened.queue.get('r1');
    opened.close();
    expect(openTestDesk({ folder: opened.folder }).queue.get('r1')).toEqual(before);
  });
});

describe('the text that was given back', () => {
  it('cannot be put back into the queue, and its row says so', async () => {
    const opened = await refused();
    expect(listJobs(opened.desk, opened, NAMES)).toMatchObject([{ isTextGone: false }]);
    must(await back(opened));
    expect(codeOf(requeue(opened.desk, opened, { id: 'r1', why: 'va bene così' }))).toBe('text-given-back');
    expect(listJobs(opened.desk, opened, NAMES)).toMatchObject([{ state: 'cancelled', isTextGone: true }]);
  });

  it('does not leave either when another desk put it back without knowing', async () => {
    const opened = await refused();
    must(await back(opened));
    write(opened, queueFact('job.requeued', 'job/r1', { plannedFor: PLANNED, why: 'va bene così' }));
    const { rounds } = opened.queue.get('r1') ?? expect.fail('no job');
    const payload = { job: 'r1' };
    opened.desk.outbox.keep(
      [{ id: `queue.deliver/r1/${rounds}`, kind: 'queue.deliver', payload, notBefore: PLANNED }],
      opened.clock.now(),
    );
    await opened.desk.outbox.tick();
    expect(opened.queue.get('r1')?.state).toBe('queued');
    expect(listJobs(opened.desk, opened, NAMES)[0]?.obstacle?.what).toContain('non è più quello approvato');
    expect(delivered(opened)).toHaveLength(1);
  });

  it('is not given back twice', async () => {
    const opened = await refused();
    must(await back(opened));
    expect(codeOf(await back(opened))).toBe('text-not-settled');
  });
});

it('a sending that was cancelled, or has not left, goes back in the same way', async () => {
  for (const isCancelled of [true, false]) {
    const opened = openTownDesk();
    approvedNotice(opened, 'r1');
    if (isCancelled) must(await cancel(opened.desk, opened.queue, { id: 'r1', why: 'testo sbagliato' }));
    must(await back(opened));
    expect(statesOf(opened)).toEqual(['inCharge', 'returned', 'cancelled']);
    rewrite(opened);
    must(approve(opened));
    expect(opened.queue.get('r1')).toMatchObject({ state: 'queued', rounds: 2, plannedFor: PLANNED });
    opened.clock.set(PLANNED);
    await opened.desk.outbox.tick();
    expect(delivered(opened)).toEqual([CHANGED]);
  }
});

it('a request taken back by its office and opened again enters the queue with its next approval (P18)', async () => {
  const opened = openTownDesk();
  approvedNotice(opened, 'r1');
  must(await withdraw(opened.desk, opened, { id: 'r1', why: 'la gita non si fa' }));
  expect(codeOf(requeue(opened.desk, opened, { id: 'r1', why: 'si fa' }))).toBe('text-given-back');
  write(opened, ...reopen(opened.requests.get('r1') ?? expect.fail('no request'), 'si fa, con un altro orario'));
  rewrite(opened);
  must(approve(opened));
  expect(opened.queue.get('r1')).toMatchObject({ state: 'queued', rounds: 2, notice: { text: CHANGED } });
});

describe('nothing goes back', () => {
  it('that was sent, or may have been', async () => {
    const opened = openTownDesk();
    approvedNotice(opened, 'r1');
    opened.clock.set(PLANNED);
    await opened.desk.outbox.tick();
    expect(codeOf(await back(opened))).toBe('job-not-allowed');
    expect(statesOf(opened)).toEqual(['forwarded', 'approved', 'handedOver']);
  });

  it('that is an emergency: it is written anew (P34)', async () => {
    const opened = await refused();
    const { text, hash } = opened.drafts.get('r1')?.rewritten ?? expect.fail('no draft');
    const body = { asked: text, text, hash, checks: [], pack: '1', way: 'emergenza' as const };
    write(opened, draftFact('draft.released', 'draft/r1', { ...body, authoriser: 'Ornella Vidal', why: 'frana' }));
    expect(codeOf(await back(opened))).toBe('emergency-text');
    expect(opened.queue.get('r1')?.state).toBe('refused');
  });

  it('that is not known', async () => {
    expect(codeOf(await back(openTownDesk()))).toBe('job-unknown');
  });
});
