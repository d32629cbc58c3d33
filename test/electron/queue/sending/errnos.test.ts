/**
 * Whatever the system answers to any call on the way of a notice, once it is over the notice has left exactly once, or a
 * person is told: every error of libuv, at every call of the channel and of the shared folder.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Channel } from '#electron/queue/sending/channels/channel.ts';
import { deliveryEffect } from '#electron/queue/sending/deliver.ts';
import { folderLog } from '#electron/share/folder/folderLog.ts';
import { shareError } from '#electron/share/folder/shareError.ts';
import type { ShareFolder } from '#electron/share/folder/shareFolder.ts';
import { instantAt } from '#shared/kernel/instant.ts';
import { queueFact } from '#shared/queue/facts.ts';
import type { Job } from '#shared/queue/job.ts';
import { approvedNotice, openTownDesk, type TestDesk } from '../../../helpers/desk.ts';
import { ERRNOS, errnoError } from '../../../helpers/errnos.ts';
import { type MemoryClient, memoryDrive } from '../../../helpers/memoryShare.ts';
import { randomFrom } from '../../../helpers/random.ts';
import { openSharedDesk } from '../../../helpers/sharedDesk.ts';
import { NOTICE } from '../../../shared/queue/sample.ts';

const MINUTE = 60_000;
const PLANNED = instantAt('2026-03-05', '08:30');

/** The calls of a channel that may meet an error, and how the channel is then. */
const CHANNEL_CALLS: Readonly<Record<string, (spool: Channel, fault: (job: Job) => void) => Channel>> = {
  ready: (spool, fault) => ({
    ...spool,
    ready: (job) => {
      fault(job);
      return spool.ready(job);
    },
  }),
  evidence: (spool, fault) => ({
    ...spool,
    evidence: (job) => {
      fault(job);
      return spool.evidence(job);
    },
  }),
  'handOver, before anything is seen': (spool, fault) => ({
    ...spool,
    handOver: async (job, leaving) => {
      fault(job);
      return spool.handOver(job, leaving);
    },
  }),
  'handOver, right before it would be seen': (spool, fault) => ({
    ...spool,
    handOver: async (job, leaving) => {
      leaving();
      fault(job);
      return spool.handOver(job, leaving);
    },
  }),
  'handOver, when it stands there': (spool, fault) => ({
    ...spool,
    handOver: async (job, leaving) => {
      const handed = await spool.handOver(job, leaving);
      fault(job);
      return handed;
    },
  }),
};

describe.each(Object.entries(CHANNEL_CALLS))('any error of the system at the channel: %s', (call, faulty) => {
  it('is waited out: every notice leaves once, or a person is asked about it', async () => {
    let broken = true;
    const made = new Map<string, number>();
    const idOf = (index: number): string => `r${String(index).padStart(3, '0')}`;
    const opened: TestDesk = openTownDesk({
      channel: (spool) => {
        const counting: Channel = {
          ...spool,
          handOver: async (job, leaving) => {
            const handed = await spool.handOver(job, leaving);
            if (handed.ok) made.set(job.id, (made.get(job.id) ?? 0) + 1);
            return handed;
          },
        };
        return faulty(counting, ({ id }) => {
          if (broken) throw errnoError(ERRNOS[Number(id.slice(1))] ?? 'EIO');
        });
      },
    });
    for (const index of ERRNOS.keys()) approvedNotice(opened, idOf(index));
    opened.clock.set(PLANNED);
    await opened.desk.outbox.tick();
    const states = (): readonly string[] =>
      ERRNOS.map((code, index) => `${code}: ${opened.queue.get(idOf(index))?.state}`);
    // No error is taken for a bug, which would not be tried again.
    expect(opened.desk.outbox.stuck()).toEqual([]);
    expect(states().filter((state) => state.endsWith('handedOver'))).toEqual([]);
    broken = false;
    for (let round = 0; round < 4; round++) {
      opened.clock.advance(11 * MINUTE);
      await opened.desk.outbox.tick();
    }
    const left = states().filter((state) => !/ (handedOver|uncertain)$/.test(state));
    expect(left).toEqual([]);
    const asked = states().filter((state) => state.endsWith('uncertain'));
    // Only an answer that was lost at the very moment leaves a doubt; and what stands there is found again.
    if (!call.includes('right before')) expect(asked).toEqual([]);
    expect(asked.length).toBeLessThan(ERRNOS.length / 3);
    expect([...made.values()].filter((times) => times > 1)).toEqual([]);
    const files = readdirSync(opened.deliveries).filter((name) => name.endsWith('.json'));
    expect(files).toHaveLength(ERRNOS.length - asked.length);
  });
});

type Operation = keyof ShareFolder;
const OPERATIONS: readonly Operation[] = ['list', 'measure', 'read', 'createExclusive', 'publishNew', 'remove'];

/** A computer whose calls of one kind the drive refuses while `code` says with what; done all the same when `after`. */
function faultyClient(client: MemoryClient, operation: Operation, after: boolean, code: () => string | undefined) {
  const fail = (): void => {
    const failure = code();
    if (failure) throw shareError(failure, 'guasto di prova');
  };
  const real = client.folder[operation] as (...input: readonly unknown[]) => Promise<unknown>;
  const folder: ShareFolder = {
    ...client.folder,
    [operation]: async (...input: readonly unknown[]) => {
      if (!after) fail();
      const value = await real(...input);
      if (after) fail();
      return value;
    },
  };
  const random = randomFrom(7);
  return {
    ...client,
    folder,
    log: () =>
      folderLog({
        connect: async () => ({ location: { path: '/memoria/pc1', withoutSpace: false }, folder }),
        random: () =>
          Math.floor(random() * 2 ** 32)
            .toString(16)
            .padStart(8, '0'),
        close: () => undefined,
      }),
  };
}

describe.each([
  ...OPERATIONS.map((operation) => [operation, 'refused', false] as const),
  ['createExclusive', 'done, its answer lost', true] as const,
  ['publishNew', 'done, its answer lost', true] as const,
])('any error of the shared folder at %s, %s', (operation, _how, after) => {
  it('is waited out: every notice leaves once', async () => {
    let failure: string | undefined;
    let met = 0;
    const drive = memoryDrive();
    const client = faultyClient(drive.client('pc1', randomFrom(1)), operation, after, () => {
      if (failure) met++;
      return failure;
    });
    const opened = openSharedDesk({ drive, name: 'pc1', client });
    const { desk, queue, clock, write } = opened;
    await opened.exchange.round();
    expect(await opened.exchange.found()).toBe(true);
    await opened.meet();
    const told: string[] = [];
    for (const [index, code] of ERRNOS.entries()) {
      // Time enough for the next heartbeat, which takes the one before away.
      clock.advance(31_000);
      const id = `r${index}`;
      const plannedFor = clock.now();
      write(queueFact('job.queued', `job/${id}`, { notice: NOTICE, plannedFor, route: 'cartella della ditta' }));
      const job = queue.get(id) ?? expect.fail('Manca l’invio.');
      desk.outbox.keep([deliveryEffect(job, plannedFor)], plannedFor);
      failure = code;
      for (let round = 0; round < 2; round++) {
        await opened.meet();
        await desk.outbox.tick();
      }
      failure = undefined;
      for (let round = 0; round < 2 && queue.get(id)?.state !== 'handedOver'; round++) {
        clock.advance(6_000);
        await opened.meet();
        await desk.outbox.tick();
      }
      if (queue.get(id)?.state !== 'handedOver') told.push(`${code}: ${queue.get(id)?.state}`);
    }
    expect(met).toBeGreaterThan(ERRNOS.length / 2);
    expect(told).toEqual([]);
    expect(opened.handedOver).toHaveLength(ERRNOS.length);
    expect(new Set(opened.handedOver).size).toBe(ERRNOS.length);
    expect(desk.outbox.stuck()).toEqual([]);
  });
});
