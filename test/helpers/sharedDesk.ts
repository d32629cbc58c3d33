/** A desk that shares its register over a drive in memory, with its own clock, which can die and be started again. */
import { join } from 'node:path';
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openMemory } from '#electron/db/open.ts';
import { type Foundation, layFoundation } from '#electron/foundation.ts';
import type { Projection } from '#electron/journal/projection.ts';
import type { EffectProgram } from '#electron/outbox/outbox.ts';
import { peopleProjections } from '#electron/people/store.ts';
import type { Channel } from '#electron/queue/channels/channel.ts';
import { DELIVER, deliverProgram } from '#electron/queue/deliver.ts';
import { receivedJobs } from '#electron/queue/received.ts';
import { type QueueStore, queueProjections, queueStore } from '#electron/queue/store.ts';
import { NUMBER, type Numbering, numbering } from '#electron/register/numbering.ts';
import { type RegisterStore, registerProjections, registerStore } from '#electron/register/store.ts';
import { CHARGE, chargeProgram } from '#electron/requests/charge.ts';
import { silentNewsSite } from '#electron/requests/newsSite.ts';
import { type RequestStore, requestProjections, requestStore } from '#electron/requests/store.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { ok } from '#shared/kernel/result.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';
import { type TestClock, testClock } from './desk.ts';
import { temporaryFolder } from './folders.ts';
import type { MemoryClient, MemoryDrive } from './memoryShare.ts';
import { randomFrom } from './random.ts';

export interface SharedDesk extends Foundation {
  readonly client: MemoryClient;
  readonly database: Database;
  readonly clock: TestClock;
  readonly requests: RequestStore;
  readonly queue: QueueStore;
  readonly register: RegisterStore;
  readonly numbering: Numbering;
  /** Keeps facts as a person at this desk. */
  readonly write: (...facts: readonly NewFact[]) => void;
  /** Jobs handed over by this desk, by id. */
  readonly handedOver: readonly string[];
}

export interface SharedDeskOptions {
  readonly drive: MemoryDrive;
  /** Name of the computer, and of its client of the drive. */
  readonly name: string;
  readonly random?: () => number;
  readonly clock?: TestClock;
  /** The data of an earlier desk: what is left after a crash, or a copy of it. */
  readonly database?: Database;
  readonly client?: MemoryClient;
  readonly machine?: string;
  readonly projections?: readonly Projection[];
  readonly blobFolder?: string;
}

/** Opens a desk and connects it to the drive; the first one founds the register with `exchange.found`. */
export function openSharedDesk(options: SharedDeskOptions): SharedDesk {
  const { drive, name, clock = testClock() } = options;
  const database = options.database ?? openMemory(migrations);
  const client = options.client ?? drive.client(name, options.random ?? randomFrom(1));
  const programs: Record<string, EffectProgram> = {};
  const handedOver: string[] = [];
  const foundation: Foundation = layFoundation({
    database,
    dataFolder: options.blobFolder ?? join(temporaryFolder(), 'dati'),
    profile: valdombra,
    programs,
    computer: { machine: options.machine ?? name, name, appVersion: '0.1.0' },
    projections: options.projections ?? [
      ...peopleProjections,
      ...registerProjections,
      ...requestProjections,
      ...queueProjections,
    ],
    now: clock.now,
    changed: () => undefined,
    received: (facts) => {
      desk.outbox.keep([...receivedJobs(desk, queue, facts), ...numbers.corrections()], clock.now());
    },
  });
  const { desk, exchange } = foundation;
  const [requests, register, queue] = [requestStore(database), registerStore(database), queueStore(database)];
  const numbers = numbering(desk, database, register);
  const channel: Channel = {
    ready: () => ok(undefined),
    evidence: () => undefined,
    handOver: async (job) => {
      handedOver.push(job.id);
      return ok(`consegnato da ${name}`);
    },
  };
  programs[NUMBER] = numbers.program;
  programs[CHARGE] = chargeProgram(desk, requests);
  programs[DELIVER] = deliverProgram(desk, queue, {
    channelOf: () => channel,
    isRouteHere: () => true,
    site: silentNewsSite(clock.now),
    isEmergency: () => false,
    clockTrouble: () => undefined,
  });
  exchange.use(client.log(), '/memoria');
  return {
    ...foundation,
    client,
    database,
    clock,
    requests,
    queue,
    register,
    numbering: numbers,
    handedOver,
    write: (...facts) => {
      desk.journal.append(facts, { actor: `persona-${name}` });
    },
  };
}
