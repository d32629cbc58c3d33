/** What the app cannot do by itself is a task of Oggi, with what, why, what to do, and another attempt. */
import { renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stuckCases } from '#electron/service/stuck.ts';
import { draftFact } from '#shared/drafts/facts.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { letterEffect } from '#shared/outbox/letter.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { stuckSchema } from '#shared/service/stuck.ts';
import { approvedNotice, must, openTownDesk, type TestDesk, type TestDeskOptions, write } from '../../helpers/desk.ts';
import { errnoError } from '../../helpers/errnos.ts';
import { ROAD_WORKS } from '../../helpers/facts.ts';

const MINUTE = 60_000;
const PLANNED = instantAt('2026-03-05', '08:30');

/** The desk works alone. */
const NOBODY_ELSE = { isShared: () => false, state: () => ({ state: 'alone' as const, desks: [] }) };
const casesOf = (opened: TestDesk) => stuckCases(opened.desk, opened, NOBODY_ELSE);
const stuckIn = (opened: TestDesk) =>
  casesOf(opened)
    .stuck()
    .map((one) => stuckSchema.parse(one));

/** A desk on which the notice of the road works is due. */
function dueDesk(options: TestDeskOptions = {}): TestDesk {
  const opened = openTownDesk(options);
  approvedNotice(opened, 'r1');
  opened.clock.set(PLANNED);
  return opened;
}
/** A desk whose channel refuses with what `failure` gives, until that gives nothing. */
const failingDesk = (failure: () => Error | undefined): TestDesk =>
  dueDesk({
    channel: (spool) => ({
      ...spool,
      evidence: (job) => {
        const cause = failure();
        if (cause) throw cause;
        return spool.evidence(job);
      },
    }),
  });

describe('a sending that does not get on', () => {
  it('is nothing for the first quarter of an hour, then a task, until it left', async () => {
    let cause: Error | undefined = errnoError('ECONNRESET');
    const opened = failingDesk(() => cause);
    const minute = async (minutes: number): Promise<void> => {
      opened.clock.advance(minutes * MINUTE);
      await opened.desk.outbox.tick();
    };
    await minute(0);
    await minute(10);
    expect(stuckIn(opened)).toEqual([]);
    await minute(6);
    expect(stuckIn(opened)).toEqual([
      {
        id: 'queue.deliver/r1/1',
        what: 'sending',
        title: ROAD_WORKS.title,
        request: 'r1',
        since: PLANNED,
        problem: expect.objectContaining({ code: 'drive-interrupted' }),
      },
    ]);
    cause = undefined;
    must(casesOf(opened).retry({ id: 'queue.deliver/r1/1' }));
    expect(opened.changed.at(-1)).toEqual(['service']);
    expect(await opened.desk.outbox.tick()).toBe(1);
    expect([opened.queue.get('r1')?.state, stuckIn(opened)]).toEqual(['handedOver', []]);
    expect(casesOf(opened).retry({ id: 'queue.deliver/r1/1' })).toMatchObject({ error: { code: 'nothing-to-retry' } });
  });

  it('whose row is damaged is a task at once, under the notice it was to deliver', async () => {
    const opened = dueDesk();
    opened.database.prepare(`UPDATE effect SET payload = '{"job' WHERE id = 'queue.deliver/r1/1'`).run();
    expect(await opened.desk.outbox.tick()).toBe(0);
    expect(stuckIn(opened)).toMatchObject([
      { id: 'queue.deliver/r1/1', what: 'sending', request: 'r1', problem: { code: 'effect-illegible' } },
    ]);
  });

  it('by a bug is a task at once, with its number, and «Riprova adesso» tries it', async () => {
    let cause: Error | undefined = new Error('a bug');
    const opened = failingDesk(() => cause);
    await opened.desk.outbox.tick().catch(() => undefined);
    expect(stuckIn(opened)).toMatchObject([{ id: 'queue.deliver/r1/1', problem: { code: 'internal' } }]);
    expect(stuckIn(opened)[0]?.problem.what).toContain('(numero errore)');
    cause = undefined;
    must(casesOf(opened).retry({ id: 'queue.deliver/r1/1' }));
    expect(await opened.desk.outbox.tick()).toBe(1);
    expect(opened.queue.get('r1')?.state).toBe('handedOver');
  });

  it('put off again and again because its folder is away is a task too, and tried again at once', async () => {
    const opened = dueDesk();
    const elsewhere = `${opened.deliveries}-scollegata`;
    renameSync(opened.deliveries, elsewhere);
    await opened.desk.outbox.tick();
    expect(stuckIn(opened)).toEqual([]);
    opened.clock.advance(5 * MINUTE);
    await opened.desk.outbox.tick();
    const [row, ...others] = stuckIn(opened);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ what: 'sending', request: 'r1', problem: { code: 'route-away' } });
    expect(row?.problem.what).toContain('La cartella non si trova');
    renameSync(elsewhere, opened.deliveries);
    must(casesOf(opened).retry({ id: row?.id ?? '' }));
    expect(await opened.desk.outbox.tick()).toBe(1);
    expect(opened.queue.get('r1')?.state).toBe('handedOver');
  });

  it('put off by the hours of service is none, nor is one that is told elsewhere', async () => {
    const night = openTownDesk();
    approvedNotice(night, 'r1');
    night.clock.set(instantAt('2026-03-05', '22:00'));
    await night.desk.outbox.tick();
    night.clock.set(instantAt('2026-03-06', '22:00'));
    await night.desk.outbox.tick();
    expect([night.queue.get('r1')?.deferrals, stuckIn(night)]).toEqual([2, []]);

    const given = dueDesk();
    write(given, draftFact('draft.returned', 'draft/r1', { why: 'da rivedere' }));
    await given.desk.outbox.tick();
    given.clock.advance(20 * MINUTE);
    await given.desk.outbox.tick();
    expect(given.desk.outbox.stuck()).toHaveLength(1);
    expect(stuckIn(given)).toEqual([]);
  });

  it('of a turn that is over is none: the sending was requeued meanwhile', async () => {
    let cause: Error | undefined = new Error('a bug');
    const opened = failingDesk(() => cause);
    await opened.desk.outbox.tick().catch(() => undefined);
    expect(stuckIn(opened)).toHaveLength(1);
    cause = undefined;
    write(
      opened,
      queueFact('job.uncertain', 'job/r1', { why: 'prova' }),
      queueFact('job.requeued', 'job/r1', { plannedFor: opened.clock.now(), why: 'prova' }),
    );
    expect(opened.desk.outbox.stuck()).toHaveLength(1);
    expect(stuckIn(opened)).toEqual([]);
  });
});

it('a letter that cannot leave is told with its request', async () => {
  const opened = openTownDesk();
  approvedNotice(opened, 'r1');
  opened.desk.outbox.serve({ 'outbox.letter': () => Promise.reject(new Error('a bug')) });
  const now = opened.clock.now();
  const about = { request: 'r1', purpose: 'missing' };
  opened.desk.outbox.keep([letterEffect({ letter: 'h', messageId: 'm@x', date: now, about }, now)], now);
  await opened.desk.outbox.tick().catch(() => undefined);
  expect(stuckIn(opened)).toMatchObject([{ what: 'letter', request: 'r1', title: ROAD_WORKS.title }]);
});
