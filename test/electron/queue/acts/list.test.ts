import { describe, expect, it } from 'vitest';
import { approveAndQueue } from '#electron/queue/acts/approve.ts';
import { confirmSent } from '#electron/queue/acts/confirm.ts';
import { listJobs } from '#electron/queue/acts/list.ts';
import { cancel, requeue } from '#electron/queue/acts/requeue.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { instantAt, romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import { reopen } from '#shared/requests/decide.ts';
import {
  approvedNotice,
  forwardedRequest,
  must,
  openTestDesk,
  openTownDesk,
  sitDown,
  type TestDesk,
  write,
} from '../../../helpers/desk.ts';
import { ROAD_WORKS } from '../../../helpers/facts.ts';
import { LUCA, MARTA, ORNELLA } from '../../../helpers/town.ts';

const NAMES = { deskName: (dev: string) => dev, receiptProblem: () => undefined };

const PLANNED = instantAt('2026-03-05', '08:30');
const codeOf = (result: Result<unknown, Problem>): string => (result.ok ? 'done' : result.error.code);

const approve = (opened: TestDesk, text = opened.drafts.get('r1')?.rewritten.text ?? '') =>
  approveAndQueue(opened.desk, opened, {
    id: 'r1',
    seen: opened.drafts.get('r1')?.rewritten.hash ?? '',
    text,
    route: null,
  });
const confirm = (opened: TestDesk, id = 'r1', text: string | null = null) =>
  confirmSent(
    opened.desk,
    opened,
    { request: opened.requests.get, draft: opened.drafts.get },
    { id, text, recipients: 1_204, sentAt: null },
  );

/** A desk on which the notice was handed over on Thursday 5 March. */
async function handedOver(...ids: readonly string[]): Promise<TestDesk> {
  const opened = openTownDesk();
  for (const id of ids) approvedNotice(opened, id);
  opened.clock.set(PLANNED);
  await opened.desk.outbox.tick();
  opened.clock.advance(11 * 60_000);
  return opened;
}

describe('approval puts the notice into the queue (P30, P33)', () => {
  it('in one moment: the text, the job and its delivery', () => {
    const opened = openTownDesk();
    forwardedRequest(opened, 'r1');
    sitDown(opened, ORNELLA);
    const commits = opened.changed.length;
    expect(must(approve(opened, `${ROAD_WORKS.text} Grazie.`))).toEqual({ plannedFor: PLANNED });
    expect(opened.changed.slice(commits)).toEqual([['drafts', 'queue']]);
    const { approved } = opened.drafts.get('r1') ?? {};
    expect(opened.queue.get('r1')).toMatchObject({
      state: 'queued',
      queuedBy: 'ornella',
      plannedFor: PLANNED,
      notice: {
        title: ROAD_WORKS.title,
        text: `${ROAD_WORKS.text} Grazie.`,
        hash: approved?.hash,
        requestedDate: '2026-03-05',
      },
    });
    expect(opened.desk.outbox.nextDue()).toBe(PLANNED);
  });

  it('or not at all, when the disk is full', () => {
    const opened = openTownDesk();
    forwardedRequest(opened, 'r1');
    sitDown(opened, ORNELLA);
    opened.database.pragma('query_only = 1');
    expect(codeOf(approve(opened))).toBe('folder-read-only');
    opened.database.pragma('query_only = 0');
    expect(opened.drafts.get('r1')?.state).toBe('waiting');
    expect([opened.queue.open(), opened.desk.outbox.nextDue()]).toEqual([[], undefined]);
    expect(codeOf(approve(opened))).toBe('done');
  });

  it('never before the ten seconds of undo', () => {
    const opened = openTownDesk();
    forwardedRequest(opened, 'r1', { sendDate: '2026-03-02' });
    sitDown(opened, ORNELLA);
    must(approve(opened));
    expect(opened.queue.get('r1')?.plannedFor).toBe(opened.clock.now());
    expect(opened.desk.outbox.nextDue()).toBe('2026-03-02T08:00:10.000Z');
  });

  it('only by the head', () => {
    const opened = openTownDesk();
    forwardedRequest(opened, 'r1');
    sitDown(opened, LUCA);
    expect(codeOf(approve(opened))).toBe('not-your-role');
    expect(opened.queue.open()).toEqual([]);
  });

  it('only once: a second approval says so, and loses nothing in silence', () => {
    const opened = openTownDesk();
    approvedNotice(opened, 'r1');
    write(opened, ...reopen(opened.requests.get('r1') ?? expect.fail(), 'i lavori si fanno, con un altro orario'));
    forwardedRequest(opened, 'r1');
    sitDown(opened, ORNELLA);
    const again = approve(opened);
    expect(codeOf(again)).toBe('already-queued');
    expect(again.ok ? '' : again.error.what).toContain('«in coda»');
    expect(opened.drafts.get('r1')?.state).toBe('waiting');
    expect(opened.queue.get('r1')).toMatchObject({ state: 'queued', rounds: 1, rejected: [] });
  });
});

describe('an approval never plans a notice for when its event is over (P5)', () => {
  it('it stands until the head chooses a moment; the chosen one is kept', () => {
    const opened = openTownDesk();
    forwardedRequest(opened, 'r1', { sendDate: '2026-03-06' });
    sitDown(opened, ORNELLA);
    expect(codeOf(approve(opened))).toBe('after-event');
    expect(opened.drafts.get('r1')?.state).toBe('waiting');
    expect(opened.queue.get('r1')).toBeUndefined();
    const { hash, text } = opened.drafts.get('r1')?.rewritten ?? expect.fail('no text');
    const at = instantAt('2026-03-04', '16:30');
    const approval = { id: 'r1', seen: hash, text, route: null };
    expect(must(approveAndQueue(opened.desk, opened, { ...approval, at }))).toEqual({ plannedFor: at });
    expect(opened.queue.get('r1')).toMatchObject({ state: 'queued', plannedFor: at });
  });
});

describe('the queue', () => {
  it('stands in the order of its planned moments, with names', () => {
    const opened = openTownDesk();
    approvedNotice(opened, 'r1', { sendDate: '2026-03-05' });
    approvedNotice(opened, 'r2', { sendDate: '2026-03-04' });
    const rows = listJobs(opened.desk, opened, NAMES);
    expect(rows.map(({ id, queuedByName, obstacle }) => [id, queuedByName, obstacle])).toEqual([
      ['r2', 'Ornella Vidal', null],
      ['r1', 'Ornella Vidal', null],
    ]);
    expect(opened.queue.count('queued')).toBe(2);
    expect(opened.queue.count('queued', 'cancelled')).toBe(2);
    expect(opened.queue.inState('handedOver', 'sent')).toEqual([]);
    expect(opened.queue.inState('queued').map(({ id }) => id)).toEqual(['r2', 'r1']);
  });

  it('tells what is settled on its own day alone, and what is open on every day', async () => {
    const opened = openTownDesk();
    const day = romeOf(approvedNotice(opened, 'r1')).day;
    approvedNotice(opened, 'r2');
    must(await cancel(opened.desk, opened.queue, { id: 'r1', why: 'i lavori sono rinviati' }));
    const cancelledOn = romeOf(opened.desk.now()).day;
    const ids = (on: Day) => listJobs(opened.desk, opened, NAMES, on).map(({ id }) => id);
    expect(day).not.toBe(cancelledOn);
    expect(ids(cancelledOn)).toEqual(['r1', 'r2']);
    expect(ids(addDays(cancelledOn, -1))).toEqual(['r2']);
    expect(ids(addDays(cancelledOn, 1))).toEqual(['r2']);
  });

  it('a cancelling taken back keeps the planned moment that has still to come', async () => {
    const opened = openTownDesk();
    const plannedFor = approvedNotice(opened, 'r1');
    must(await cancel(opened.desk, opened.queue, { id: 'r1', why: 'i lavori sono rinviati' }));
    must(requeue(opened.desk, opened, { id: 'r1', why: 'Annullamento ritirato.' }));
    expect(opened.queue.get('r1')).toMatchObject({ state: 'queued', plannedFor, rounds: 2 });
  });

  it('keeps a cancelled row, with who and why', async () => {
    const opened = openTownDesk();
    approvedNotice(opened, 'r1');
    must(await cancel(opened.desk, opened.queue, { id: 'r1', why: 'i lavori sono rinviati' }));
    expect(opened.queue.get('r1')).toMatchObject({ state: 'cancelled', why: 'i lavori sono rinviati' });
    expect(opened.desk.journal.factsOf('job/r1').at(-1)).toMatchObject({ type: 'job.cancelled', actor: 'marta' });
  });

  it('says what cannot be done any more', async () => {
    const opened = await handedOver('r1');
    const why = 'ripensamento';
    expect(codeOf(await cancel(opened.desk, opened.queue, { id: 'r1', why }))).toBe('job-not-allowed');
    expect(codeOf(requeue(opened.desk, opened, { id: 'r1', why }))).toBe('job-not-allowed');
    expect(codeOf(await cancel(opened.desk, opened.queue, { id: 'r9', why }))).toBe('job-unknown');
    expect(codeOf(requeue(opened.desk, opened, { id: 'r9', why }))).toBe('job-unknown');
    expect(opened.queue.get('r1')?.rejected).toEqual([]);
    expect(opened.desk.outbox.nextDue()).toBeUndefined();
  });

  it('asks who sits at the desk before anything is decided', () => {
    const opened = openTestDesk();
    write(opened);
    expect(codeOf(approve(opened))).toBe('draft-unknown');
    expect(codeOf(opened.desk.context())).toBe('who-are-you');
  });
});

describe('a person confirms that it was sent (P33, P36, P40)', () => {
  it('and the row of the register is there in the same moment, with its number', async () => {
    const opened = await handedOver('r1');
    const commits = opened.changed.length;
    expect(must(await confirm(opened))).toEqual({ number: '2026/0001' });
    expect(opened.changed.slice(commits)).toEqual([['queue', 'register']]);
    expect(opened.queue.get('r1')).toMatchObject({
      state: 'sent',
      sent: { sentAt: opened.clock.now(), recipients: 1_204, by: 'marta', text: ROAD_WORKS.text },
    });
    expect(opened.register.get('r1')).toMatchObject({
      year: 2026,
      number: 1,
      recipients: 1_204,
      sentAt: opened.clock.now(),
      plannedFor: PLANNED,
      deviations: [],
    });
  });

  it('with the text the contractor really sent', async () => {
    const opened = await handedOver('r1');
    must(await confirm(opened, 'r1', 'Via Roma chiusa il 5 marzo.'));
    expect(opened.queue.get('r1')?.sent?.text).toBe('Via Roma chiusa il 5 marzo.');
    expect(opened.register.get('r1')).toMatchObject({
      approved: { text: ROAD_WORKS.text },
      sent: { text: 'Via Roma chiusa il 5 marzo.' },
      deviations: ['Il testo inviato non è quello approvato.'],
    });
  });

  it('once: the second time nothing changes', async () => {
    const opened = await handedOver('r1');
    must(await confirm(opened));
    const before = [opened.queue.get('r1'), opened.register.get('r1')];
    expect(codeOf(await confirm(opened))).toBe('job-not-allowed');
    expect([opened.queue.get('r1'), opened.register.get('r1')]).toEqual(before);
  });

  it('not before it was handed over, and not of what is not in the queue', async () => {
    const opened = openTownDesk();
    approvedNotice(opened, 'r1');
    expect(codeOf(await confirm(opened))).toBe('job-not-allowed');
    expect(codeOf(await confirm(opened, 'r9'))).toBe('job-unknown');
    expect(opened.register.between(null, null)).toEqual([]);
  });

  it('numbers go on without gaps, and begin again with the year', async () => {
    const opened = await handedOver('r1', 'r2', 'r3');
    expect(must(await confirm(opened, 'r2'))).toEqual({ number: '2026/0001' });
    expect(must(await confirm(opened, 'r1'))).toEqual({ number: '2026/0002' });
    opened.clock.set('2026-12-31T23:00:00.000Z');
    sitDown(opened, MARTA);
    expect(must(await confirm(opened, 'r3'))).toEqual({ number: '2027/0001' });
  });
});
