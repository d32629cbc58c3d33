import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listJobs } from '#electron/queue/acts/list.ts';
import { cancel, requeue } from '#electron/queue/acts/requeue.ts';
import type { Channel } from '#electron/queue/sending/channels/channel.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import { deliverySchema } from '#shared/queue/delivery.ts';
import { queueFact } from '#shared/queue/facts.ts';
import type { JobState } from '#shared/queue/states.ts';
import type { LinkCheck } from '#shared/requests/linkCheck.ts';
import {
  approvedNotice,
  must,
  openTownDesk,
  type TestDesk,
  type TestDeskOptions,
  write,
} from '../../../helpers/desk.ts';
import { ROAD_WORKS } from '../../../helpers/facts.ts';
import { guardedFolder, NO_MOUNT } from '../../../helpers/folders.ts';

const NAMES = { deskName: (dev: string) => dev, receiptProblem: () => undefined };

const SECOND = 1_000;
/** Thursday 5 March 2026 at 8:30, when the desk of Valdombra opens: what the road works are planned for. */
const PLANNED = instantAt('2026-03-05', '08:30');

const stateOf = ({ queue }: TestDesk, id = 'r1'): JobState | undefined => queue.get(id)?.state;
const obstacleOf = (opened: TestDesk): Problem | null | undefined => listJobs(opened.desk, opened, NAMES)[0]?.obstacle;
/** What the program of the contractor finds: whole deliveries only. */
const delivered = ({ deliveries }: TestDesk): string[] =>
  readdirSync(deliveries)
    .filter((name) => name.endsWith('.json'))
    .sort();

/** A desk on which the notice of the road works is approved and its moment has come. */
function dueDesk(options: TestDeskOptions = {}): TestDesk {
  const opened = openTownDesk(options);
  expect(approvedNotice(opened, 'r1')).toBe(PLANNED);
  opened.clock.set(PLANNED);
  return opened;
}

describe('delivery into the spool folder (P33)', () => {
  it('waits for the planned moment', async () => {
    const opened = openTownDesk();
    approvedNotice(opened, 'r1');
    expect(opened.desk.outbox.nextDue()).toBe(PLANNED);
    expect(await opened.desk.outbox.tick()).toBe(0);
    expect([stateOf(opened), delivered(opened)]).toEqual(['queued', []]);
  });

  it('writes one JSON and one TXT, whole, and nothing else', async () => {
    const opened = dueDesk();
    expect(await opened.desk.outbox.tick()).toBe(1);
    expect(readdirSync(opened.deliveries).sort()).toEqual(['2026-03-05_0830_r1.json', '2026-03-05_0830_r1.txt']);
    expect(readFileSync(join(opened.deliveries, '2026-03-05_0830_r1.txt'), 'utf8')).toBe(`${ROAD_WORKS.text}\n`);
    const json = JSON.parse(readFileSync(join(opened.deliveries, '2026-03-05_0830_r1.json'), 'utf8'));
    expect(deliverySchema.strict().parse(json)).toMatchObject({
      id: 'r1',
      text: ROAD_WORKS.text,
      hash: opened.drafts.get('r1')?.approved?.hash,
      plannedFor: PLANNED,
      office: 'Lavori pubblici',
    });
    expect(opened.queue.get('r1')).toMatchObject({
      state: 'handedOver',
      desk: 'desk0001',
      evidence: '2026-03-05_0830_r1.json',
      rejected: [],
    });
  });

  it('keeps "started" on record before anything leaves', async () => {
    let before: readonly (JobState | string[] | undefined)[] = [];
    const opened = dueDesk({
      channel: (spool) => ({
        ...spool,
        handOver: async (job, leaving) => {
          before = [stateOf(opened), delivered(opened)];
          return spool.handOver(job, leaving);
        },
      }),
    });
    await opened.desk.outbox.tick();
    expect(before).toEqual(['delivering', []]);
    expect(stateOf(opened)).toBe('handedOver');
  });

  it('never delivers what was cancelled', async () => {
    const opened = openTownDesk();
    approvedNotice(opened, 'r1');
    must(await cancel(opened.desk, opened.queue, { id: 'r1', why: 'i lavori sono rinviati' }));
    opened.clock.set(PLANNED);
    await opened.desk.outbox.tick();
    expect([stateOf(opened), delivered(opened)]).toEqual(['cancelled', []]);
  });

  it('delivers two notices of the same minute as two', async () => {
    const opened = openTownDesk();
    for (const id of ['9f2c41d07ab3-1', '9f2c41d07ab3-2']) approvedNotice(opened, id);
    opened.clock.set(PLANNED);
    expect(await opened.desk.outbox.tick()).toBe(2);
    expect(delivered(opened)).toHaveLength(2);
  });
});

describe('the link is opened once more before the hand-over (P22)', () => {
  const checked = (outcome: LinkCheck['outcome']): LinkCheck => ({
    link: ROAD_WORKS.link,
    outcome,
    status: outcome === 'notFound' ? 404 : 200,
    title: null,
    leadsTo: null,
    checkedAt: PLANNED,
  });

  it('a page that is gone holds the notice, and says why', async () => {
    const opened = dueDesk({ site: { check: async () => checked('notFound'), picture: async () => null } });
    await opened.desk.outbox.tick();
    expect([stateOf(opened), delivered(opened)]).toEqual(['held', []]);
    expect(opened.queue.get('r1')?.why).toContain('La notizia non si apre');
  });

  it('a notice that was cancelled meanwhile does not leave', async () => {
    const opened = dueDesk({
      site: {
        picture: async () => null,
        check: async () => {
          must(await cancel(opened.desk, opened.queue, { id: 'r1', why: 'i lavori sono rinviati' }));
          return checked('unverified');
        },
      },
    });
    await opened.desk.outbox.tick();
    expect([stateOf(opened), delivered(opened)]).toEqual(['cancelled', []]);
    expect(opened.queue.get('r1')?.rejected).toEqual([]);
  });
});

/** A channel that does what it does, but dies with the program `when`. */
const dyingChannel =
  (opened: () => TestDesk, when: 'before' | 'after') =>
  (spool: Channel): Channel => ({
    ...spool,
    handOver: async (job, leaving) => {
      if (when === 'after') await spool.handOver(job, leaving);
      opened().close();
      throw new Error('the program was killed');
    },
  });

describe('after a crash half-way', () => {
  it.each(['before', 'after'] as const)('%s the files stood there: delivered once, in the end', async (when) => {
    const first: TestDesk = dueDesk({ inFile: true, channel: dyingChannel(() => first, when) });
    await expect(first.desk.outbox.tick()).rejects.toThrow();
    expect(delivered(first)).toHaveLength(when === 'after' ? 1 : 0);

    let handOvers = 0;
    const again = openTownDeskAgain(first, {
      channel: (spool) => ({
        ...spool,
        handOver: async (job, leaving) => {
          handOvers++;
          return spool.handOver(job, leaving);
        },
      }),
    });
    expect(stateOf(again)).toBe('delivering');
    expect(await again.desk.outbox.tick()).toBe(1);
    expect([stateOf(again), delivered(again)]).toEqual(['handedOver', ['2026-03-05_0830_r1.json']]);
    expect(handOvers).toBe(when === 'after' ? 0 : 1);
    expect(again.queue.get('r1')?.rounds).toBe(1);
  });

  it('a delivery that was taken away before the app could write it down is uncertain, not delivered again', async () => {
    const opened = dueDesk({
      inFile: true,
      channel: (spool) => ({
        ...spool,
        // The program of the contractor takes it at once, and the computer dies before anything is on record.
        handOver: async (job, leaving) => {
          await spool.handOver(job, leaving);
          for (const name of readdirSync(opened.deliveries)) rmSync(join(opened.deliveries, name));
          return new Promise(() => undefined);
        },
      }),
    });
    void opened.desk.outbox.tick();
    await expect.poll(() => stateOf(opened)).toBe('delivering');
    opened.close();
    const again = openTownDeskAgain(opened);
    await again.desk.outbox.tick();
    expect(stateOf(again)).toBe('uncertain');
    expect(delivered(again)).toEqual([]);
    expect(again.queue.get('r1')?.why).toContain('non sappiamo se la ditta l’ha preso');
  });

  it('half a delivery is no delivery: a TXT without its JSON is written again', async () => {
    const opened = dueDesk();
    writeFileSync(join(opened.deliveries, '2026-03-05_0830_r1.txt'), 'metà dell’avv');
    await opened.desk.outbox.tick();
    expect(readFileSync(join(opened.deliveries, '2026-03-05_0830_r1.txt'), 'utf8')).toBe(`${ROAD_WORKS.text}\n`);
    expect(delivered(opened)).toHaveLength(1);
  });
});

/** The same data, opened by the program after it was killed. */
function openTownDeskAgain({ folder, clock }: TestDesk, options: TestDeskOptions = {}): TestDesk {
  return openTownDesk({ ...options, folder, clock });
}

describe('what holds a delivery back', () => {
  it('a folder that is not there: it waits, says so, and is delivered when the folder is back', async () => {
    const opened = dueDesk();
    const elsewhere = `${opened.deliveries}-scollegata`;
    renameSync(opened.deliveries, elsewhere);
    await opened.desk.outbox.tick();
    expect(opened.queue.get('r1')).toMatchObject({
      state: 'deferred',
      plannedFor: instantAt('2026-03-05', '08:35'),
      why: expect.stringContaining('La cartella non si trova'),
    });
    expect(opened.desk.outbox.nextDue()).toBe(instantAt('2026-03-05', '08:35'));
    renameSync(elsewhere, opened.deliveries);
    await opened.desk.outbox.tick();
    expect(delivered(opened)).toEqual([]);
    opened.clock.set(instantAt('2026-03-05', '08:35'));
    expect(await opened.desk.outbox.tick()).toBe(1);
    expect([stateOf(opened), delivered(opened)]).toEqual(['handedOver', ['2026-03-05_0835_r1.json']]);
  });

  it('a folder that vanishes in the middle: nothing has left, and it is delivered when the folder is back', async () => {
    const opened = dueDesk({
      channel: (spool) => ({
        ...spool,
        ready: async () => ok(undefined),
      }),
    });
    const elsewhere = `${opened.deliveries}-scollegata`;
    renameSync(opened.deliveries, elsewhere);
    await opened.desk.outbox.tick();
    expect(stateOf(opened)).toBe('delivering');
    expect(obstacleOf(opened)).toEqual({
      code: 'folder-missing',
      what: 'La cartella non si trova: può essere stata spostata o scollegata.',
      remedy: 'Controlla che l’unità sia collegata, oppure indica la cartella giusta nelle Impostazioni.',
    });
    renameSync(elsewhere, opened.deliveries);
    opened.clock.advance(5 * SECOND);
    await opened.desk.outbox.tick();
    expect([stateOf(opened), delivered(opened).length]).toEqual(['handedOver', 1]);
  });

  it('a read-only folder: it waits, says so, and is delivered when it may write', async ({ skip }) => {
    const folder = guardedFolder();
    if (!folder) return skip(NO_MOUNT);
    const opened = dueDesk({ deliveries: folder.path });
    folder.close();
    await opened.desk.outbox.tick();
    expect([stateOf(opened), existsSync(join(folder.path, '2026-03-05_0830_r1.txt'))]).toEqual(['deferred', false]);
    expect(opened.queue.get('r1')?.why).toContain('sola lettura');
    folder.open();
    opened.clock.advance(300 * SECOND);
    await opened.desk.outbox.tick();
    expect([stateOf(opened), delivered(opened).length]).toEqual(['handedOver', 1]);
  });

  it('a full disk of the desk itself: what was handed over is found again, and not delivered twice', async () => {
    const opened: TestDesk = dueDesk({
      channel: (spool) => ({
        ...spool,
        handOver: async (job, leaving) => {
          const handed = await spool.handOver(job, leaving);
          opened.database.pragma('query_only = 1');
          return handed;
        },
      }),
    });
    await opened.desk.outbox.tick().catch(() => undefined);
    opened.database.pragma('query_only = 0');
    expect([stateOf(opened), delivered(opened).length]).toEqual(['delivering', 1]);
    opened.clock.advance(60 * SECOND);
    await opened.desk.outbox.tick();
    expect([stateOf(opened), delivered(opened).length]).toEqual(['handedOver', 1]);
  });
});

describe('a channel that breaks by a bug', () => {
  const breaking = (spool: Channel): Channel => ({ ...spool, handOver: () => Promise.reject(new Error('a bug')) });

  it('leaves the sending uncertain: the app does not try again, a person decides', async () => {
    const opened = dueDesk({ channel: breaking });
    await expect(opened.desk.outbox.tick()).rejects.toThrow('queue.deliver/r1/1');
    expect(opened.queue.get('r1')).toMatchObject({ state: 'uncertain', rounds: 1 });
    expect(opened.queue.get('r1')?.why).toMatch(/^Non sappiamo se è partito/);
    opened.clock.advance(3_600 * SECOND);
    expect(await opened.desk.outbox.tick()).toBe(0);
    must(requeue(opened.desk, opened, { id: 'r1', why: 'la ditta non ha ricevuto niente' }));
    expect(opened.queue.get('r1')).toMatchObject({ state: 'queued', rounds: 2 });
  });
});

describe('a second round', () => {
  it('begins only with a person, and delivers under a name of its own, in the same minute too', async () => {
    let broken = true;
    const opened = dueDesk({
      channel: (spool) => ({
        ...spool,
        handOver: async (job, leaving) => {
          const handed = await spool.handOver(job, leaving);
          if (!broken) return handed;
          throw new Error('a bug after the files stood there');
        },
      }),
    });
    await opened.desk.outbox.tick().catch(() => undefined);
    broken = false;
    must(requeue(opened.desk, opened, { id: 'r1', why: 'la ditta non lo trova' }));
    opened.clock.advance(10 * SECOND);
    expect(await opened.desk.outbox.tick()).toBe(1);
    expect(delivered(opened)).toEqual(['2026-03-05_0830-2_r1.json', '2026-03-05_0830_r1.json']);
    expect(opened.queue.get('r1')).toMatchObject({ state: 'handedOver', rounds: 2 });
  });

  it('can be taken back for ten seconds (L1)', async () => {
    const opened = openTownDesk();
    approvedNotice(opened, 'r1');
    must(requeue(opened.desk, opened, { id: 'r1', why: 'serve oggi' }));
    opened.clock.advance(9 * SECOND);
    expect(await opened.desk.outbox.tick()).toBe(0);
    must(await cancel(opened.desk, opened.queue, { id: 'r1', why: 'ripensamento' }));
    opened.clock.advance(SECOND);
    await opened.desk.outbox.tick();
    expect(delivered(opened)).toEqual([]);
  });

  it('planned for later is not delivered by the effect of the round before', async () => {
    const opened = openTownDesk();
    approvedNotice(opened, 'r1');
    const why = 'si aspetta il permesso';
    const friday = instantAt('2026-03-06', '08:30');
    write(
      opened,
      queueFact('job.held', 'job/r1', { why }),
      queueFact('job.requeued', 'job/r1', { plannedFor: friday, why }),
    );
    opened.clock.set(PLANNED);
    await opened.desk.outbox.tick();
    expect([stateOf(opened), delivered(opened)]).toEqual(['queued', []]);
  });
});
