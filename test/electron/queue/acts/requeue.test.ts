/** What a job that could not go does: it is put off with a reason, and leaves by itself, once (P33). */
import { readdirSync, renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cancel, requeue } from '#electron/queue/acts/requeue.ts';
import { instantAt, romeOf } from '#shared/kernel/instant.ts';
import { approvedNotice, must, openTownDesk, type TestDesk, type TestDeskOptions } from '../../../helpers/desk.ts';

const SECOND = 1_000;
/** Thursday 5 March 2026 at 8:30, when the desk of Valdombra opens. */
const PLANNED = instantAt('2026-03-05', '08:30');

const stateOf = ({ queue }: TestDesk): string | undefined => queue.get('r1')?.state;
const planned = ({ queue }: TestDesk): string => Object.values(romeOf(queue.get('r1')?.plannedFor ?? '')).join(' ');
const delivered = ({ deliveries }: TestDesk): string[] =>
  readdirSync(deliveries)
    .filter((name) => name.endsWith('.json'))
    .sort();

/** A desk on which the notice of the road works is approved and its moment has come. */
function dueDesk(options: TestDeskOptions = {}): TestDesk {
  const opened = openTownDesk(options);
  approvedNotice(opened, 'r1');
  opened.clock.set(PLANNED);
  return opened;
}

/** Takes the drive of the contractor's folder away; the answer brings it back. */
function unplug({ deliveries }: TestDesk): () => void {
  renameSync(deliveries, `${deliveries}-scollegata`);
  return () => renameSync(`${deliveries}-scollegata`, deliveries);
}

describe('what is put off (P33)', () => {
  it('a drive away for two days costs few facts, and the notice leaves once when it is back', async () => {
    const opened = dueDesk();
    const plugIn = unplug(opened);
    const tried: string[] = [];
    while (opened.clock.now() < instantAt('2026-03-07', '00:00')) {
      await opened.desk.outbox.tick();
      tried.push(planned(opened));
      opened.clock.set(opened.desk.outbox.nextDue() ?? '');
    }
    expect(tried.slice(0, 6)).toEqual([
      '2026-03-05 08:35',
      '2026-03-05 08:45',
      '2026-03-05 09:05',
      '2026-03-05 09:45',
      '2026-03-05 10:45',
      '2026-03-05 11:45',
    ]);
    expect(tried.length).toBeLessThan(20);
    expect(tried.at(-1)).toBe('2026-03-09 08:30');
    plugIn();
    await opened.desk.outbox.tick();
    opened.clock.advance(86_400 * SECOND);
    await opened.desk.outbox.tick();
    expect([stateOf(opened), delivered(opened)]).toEqual(['handedOver', ['2026-03-09_0830_r1.json']]);
    expect(opened.queue.get('r1')).toMatchObject({ rounds: 1, rejected: [] });
  });

  it('a computer that slept over its moment does not send at night', async () => {
    const opened = dueDesk();
    opened.clock.set(instantAt('2026-03-05', '22:10'));
    await opened.desk.outbox.tick();
    expect([stateOf(opened), planned(opened), delivered(opened)]).toEqual(['deferred', '2026-03-06 08:30', []]);
    expect(opened.queue.get('r1')?.why).toBe('fuori servizio fino a venerdì 6 marzo alle 08:30');
    opened.clock.set(instantAt('2026-03-06', '08:30'));
    await opened.desk.outbox.tick();
    expect([stateOf(opened), delivered(opened)]).toEqual(['handedOver', ['2026-03-06_0830_r1.json']]);
  });

  it('an emergency leaves at any hour, and is tried every minute (P34)', async () => {
    const opened = openTownDesk();
    approvedNotice(opened, 'r1', { reason: 'emergenza' });
    const plugIn = unplug(opened);
    opened.clock.set(instantAt('2026-03-05', '22:10'));
    await opened.desk.outbox.tick();
    expect([stateOf(opened), planned(opened)]).toEqual(['deferred', '2026-03-05 22:11']);
    plugIn();
    opened.clock.advance(60 * SECOND);
    await opened.desk.outbox.tick();
    expect([stateOf(opened), delivered(opened).length]).toEqual(['handedOver', 1]);
  });

  it('killed right after it was put off: it waits for its new moment and leaves once', async () => {
    const first = dueDesk({ inFile: true });
    const plugIn = unplug(first);
    await first.desk.outbox.tick();
    // As if the program had been killed before it noted that this turn was done.
    first.database.prepare("UPDATE effect SET state = 'running' WHERE id = 'queue.deliver/r1/1'").run();
    first.close();
    plugIn();
    const again = openTownDesk({ folder: first.folder, clock: first.clock });
    await again.desk.outbox.tick();
    expect([stateOf(again), delivered(again)]).toEqual(['deferred', []]);
    again.clock.advance(300 * SECOND);
    await again.desk.outbox.tick();
    expect([stateOf(again), delivered(again)]).toEqual(['handedOver', ['2026-03-05_0835_r1.json']]);
  });

  it('a person who knows the drive is back need not wait, and the old turn does nothing', async () => {
    const opened = dueDesk();
    const plugIn = unplug(opened);
    await opened.desk.outbox.tick();
    plugIn();
    must(requeue(opened.desk, opened, { id: 'r1', why: 'unità di nuovo collegata' }));
    opened.clock.advance(10 * SECOND);
    await opened.desk.outbox.tick();
    opened.clock.advance(600 * SECOND);
    await opened.desk.outbox.tick();
    expect([stateOf(opened), delivered(opened)]).toEqual(['handedOver', ['2026-03-05_0830-2_r1.json']]);
  });

  it('cancelled while it was put off: it never leaves', async () => {
    const opened = dueDesk();
    const plugIn = unplug(opened);
    await opened.desk.outbox.tick();
    must(await cancel(opened.desk, opened.queue, { id: 'r1', why: 'i lavori sono rinviati' }));
    plugIn();
    opened.clock.advance(3_600 * SECOND);
    await opened.desk.outbox.tick();
    expect([stateOf(opened), delivered(opened)]).toEqual(['cancelled', []]);
  });
});
