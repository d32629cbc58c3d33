/** A whole desk on a drive in memory, without the test runner: simulations also run in processes of their own. */
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openMemory } from '#electron/db/open.ts';
import { type Foundation, layFoundation } from '#electron/foundation.ts';
import type { RandomBytes } from '#electron/journal/identity.ts';
import type { Projection } from '#electron/journal/projection.ts';
import type { EffectProgram } from '#electron/outbox/outbox.ts';
import { peopleProjections } from '#electron/people/store.ts';
import type { Channel } from '#electron/queue/channels/channel.ts';
import { DELIVER, deliverProgram } from '#electron/queue/deliver.ts';
import { receivedJobs } from '#electron/queue/received.ts';
import { stopOf } from '#electron/queue/stop.ts';
import { type QueueStore, queueProjections, queueStore } from '#electron/queue/store.ts';
import { NUMBER, type Numbering, numbering } from '#electron/register/numbering.ts';
import { type RegisterStore, registerProjections, registerStore } from '#electron/register/store.ts';
import { CHARGE, chargeProgram } from '#electron/requests/charge.ts';
import { silentNewsSite } from '#electron/requests/newsSite.ts';
import { type RequestStore, requestProjections, requestStore } from '#electron/requests/store.ts';
import type { Fact, NewFact } from '#shared/journal/fact.ts';
import { ok } from '#shared/kernel/result.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';
import type { TestClock } from './desk.ts';
import type { MemoryClient, MemoryDrive } from './memoryShare.ts';
import { randomFrom } from './random.ts';

export interface DriveDesk extends Foundation {
  readonly client: MemoryClient;
  readonly database: Database;
  readonly clock: TestClock;
  readonly requests: RequestStore;
  readonly queue: QueueStore;
  readonly register: RegisterStore;
  readonly numbering: Numbering;
  /** Keeps facts as a person at this desk. */
  readonly write: (...facts: readonly NewFact[]) => readonly Fact[];
  /** Jobs handed over by this computer, by id, oldest first. */
  readonly handedOver: readonly string[];
  /** An exchange, and what the app does after one: what waited for the shared place is tried again. */
  readonly meet: () => Promise<void>;
}

export interface DriveDeskOptions {
  readonly drive: MemoryDrive;
  /** Name of the computer, and of its client of the drive. */
  readonly name: string;
  readonly clock: TestClock;
  readonly blobFolder: string;
  readonly random?: () => number;
  /** The data of an earlier desk: what is left after a crash, or a copy of it. */
  readonly database?: Database;
  readonly client?: MemoryClient;
  readonly machine?: string;
  readonly projections?: readonly Projection[];
  readonly randomBytes?: RandomBytes;
  /** Rounds of jobs `<job>-<round>` this computer has handed over: its spool folder survives its crashes. */
  readonly spool?: string[];
}

const ALL_PROJECTIONS: readonly Projection[] = [
  ...peopleProjections,
  ...registerProjections,
  ...requestProjections,
  ...queueProjections,
];

/** Opens a desk and connects it to the drive; the first one founds the register with `exchange.found`. */
export function openDriveDesk(options: DriveDeskOptions): DriveDesk {
  const { drive, name, clock, spool = [] } = options;
  const database = options.database ?? openMemory(migrations);
  const client = options.client ?? drive.client(name, options.random ?? randomFrom(1));
  const programs: Record<string, EffectProgram> = {};
  const handedOver: string[] = [];
  const foundation: Foundation = layFoundation({
    database,
    dataFolder: options.blobFolder,
    profile: valdombra,
    programs,
    computer: { machine: options.machine ?? name, name, appVersion: '0.1.0' },
    projections: options.projections ?? ALL_PROJECTIONS,
    now: clock.now,
    changed: () => undefined,
    received: (facts) => {
      desk.outbox.keep([...receivedJobs(desk, queue, facts), ...numbers.corrections()], clock.now());
    },
    ...(options.randomBytes ? { randomBytes: options.randomBytes } : {}),
  });
  const { desk, exchange } = foundation;
  const [requests, register, queue] = [requestStore(database), registerStore(database), queueStore(database)];
  const numbers = numbering(desk, database, register);
  const channel: Channel = {
    ready: () => ok(undefined),
    evidence: ({ id, rounds }) => (spool.includes(`${id}-${rounds}`) ? `consegnato da ${name}` : undefined),
    handOver: async ({ id, rounds }) => {
      handedOver.push(id);
      spool.push(`${id}-${rounds}`);
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
    textTrouble: () => undefined,
    stopTrouble: (job) => stopOf(desk, queue, job),
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
    write: (...facts) => desk.journal.append(facts, { actor: `persona-${name}` }),
    meet: async () => {
      await exchange.round();
      if (exchange.connected()) desk.outbox.hurry([CHARGE, NUMBER, DELIVER]);
    },
  };
}
