/** A whole desk on a drive in memory, without the test runner: simulations also run in processes of their own. */
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openMemory } from '#electron/db/open.ts';
import { openRuntime, type Runtime } from '#electron/desk/runtime.ts';
import { drafts as draftsWord } from '#electron/drafts/cases.ts';
import { nodeFiles } from '#electron/files/nodeFiles.ts';
import type { RandomBytes } from '#electron/journal/exchange/identity.ts';
import type { Projection } from '#electron/journal/projection.ts';
import { people as peopleWord } from '#electron/people/cases.ts';
import { stopOf } from '#electron/queue/acts/stop.ts';
import { queue as queueWord } from '#electron/queue/cases.ts';
import type { Channel, Handed } from '#electron/queue/sending/channels/channel.ts';
import { DELIVER, deliverProgram } from '#electron/queue/sending/deliver.ts';
import { receivedJobs } from '#electron/queue/sending/received.ts';
import { type QueueStore, queueStore } from '#electron/queue/store.ts';
import { register as registerWord } from '#electron/register/cases.ts';
import { NUMBER, type Numbering, numbering } from '#electron/register/numbering.ts';
import { type RegisterStore, registerStore } from '#electron/register/store.ts';
import { report as reportWord } from '#electron/report/cases.ts';
import { requests as requestsWord } from '#electron/requests/cases.ts';
import { CHARGE, chargeProgram } from '#electron/requests/charge.ts';
import { type RequestStore, requestStore } from '#electron/requests/store.ts';
import type { Fact, NewFact } from '#shared/journal/fact.ts';
import { ok } from '#shared/kernel/result.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import type { TestClock } from './desk.ts';
import type { MemoryClient, MemoryDrive } from './memoryShare.ts';
import { randomFrom } from './random.ts';
import { secretsOnDisk } from './secrets.ts';

export interface DriveDesk extends Runtime {
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

const WORDS = [peopleWord, registerWord, requestsWord, draftsWord, queueWord, reportWord];
/** Read tables of the report are left out: no simulation asks for them. */
const PROJECTIONS = [peopleWord, registerWord, requestsWord, draftsWord, queueWord].flatMap(({ projections }) => [
  ...projections,
]);

/** Opens a desk and connects it to the drive; the first one founds the register with `exchange.found`. */
export function openDriveDesk(options: DriveDeskOptions): DriveDesk {
  const { drive, name, clock, spool = [] } = options;
  const database = options.database ?? openMemory(migrations);
  const client = options.client ?? drive.client(name, options.random ?? randomFrom(1));
  const handedOver: string[] = [];
  const runtime = openRuntime({
    database,
    secrets: secretsOnDisk(database),
    dataFolder: options.blobFolder,
    profile: valdombra,
    computer: { machine: options.machine ?? name, name, appVersion: '0.1.0' },
    projections: options.projections ?? PROJECTIONS,
    now: clock.now,
    changed: () => undefined,
    ask: async () => ok(null),
    files: nodeFiles(),
    facts: WORDS.flatMap(({ facts }) => [...facts]),
    blobs: { ...requestsWord.blobs, ...peopleWord.blobs },
    reader: peopleWord.store,
    ...(options.randomBytes ? { randomBytes: options.randomBytes } : {}),
  });
  const { desk, exchange } = runtime;
  const requests = requestStore(database, desk.blobs);
  const [register, queue] = [registerStore(database), queueStore(database)];
  const numbers = numbering(desk, database, register, () => undefined);
  const handed: Handed = { how: 'file', evidence: `consegnato da ${name}` };
  const channel: Channel = {
    ready: async () => ok(undefined),
    evidence: async ({ id, rounds }) => ok(spool.includes(`${id}-${rounds}`) ? handed : undefined),
    handOver: async ({ id, rounds }) => {
      handedOver.push(id);
      spool.push(`${id}-${rounds}`);
      return ok(handed);
    },
  };
  desk.outbox.serve({
    [NUMBER]: numbers.program,
    [CHARGE]: chargeProgram(desk, requests),
    [DELIVER]: deliverProgram(desk, queue, {
      channelOf: () => channel,
      notFromHere: () => undefined,
      linkGone: async () => undefined,
      isEmergency: () => false,
      textTrouble: () => undefined,
      stopTrouble: (job) => stopOf(desk, queue, job),
      clockTrouble: () => undefined,
    }),
  });
  exchange.onReceived((facts) =>
    desk.outbox.keep([...receivedJobs(desk, queue, facts), ...numbers.corrections()], clock.now()),
  );
  exchange.use(client.log(), '/memoria', 'given');
  return {
    ...runtime,
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
