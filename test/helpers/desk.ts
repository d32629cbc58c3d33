/** A real desk for tests: real SQLite, real files in a temporary folder, a clock that stands still until it is moved. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { localValues } from '#electron/db/localValues.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openDatabase, openMemory } from '#electron/db/open.ts';
import { type Desk, openDesk } from '#electron/desk/desk.ts';
import { folderChoices } from '#electron/desk/folders.ts';
import { type AskShell, systemBehind } from '#electron/desk/system.ts';
import { packProjections } from '#electron/drafts/packStore.ts';
import { type DraftStore, draftProjections, draftStore } from '#electron/drafts/store.ts';
import { nodeFiles } from '#electron/files/nodeFiles.ts';
import { openBlobs } from '#electron/journal/blobs.ts';
import { openJournal } from '#electron/journal/journal.ts';
import type { Projection } from '#electron/journal/projection.ts';
import { openOutbox } from '#electron/outbox/outbox.ts';
import { savePerson } from '#electron/people/people.ts';
import { peopleProjections, peopleStore } from '#electron/people/store.ts';
import { approveAndQueue } from '#electron/queue/acts/approve.ts';
import { stopOf } from '#electron/queue/acts/stop.ts';
import type { Channel } from '#electron/queue/sending/channels/channel.ts';
import { spoolChannel } from '#electron/queue/sending/channels/spool.ts';
import { DELIVER, deliverProgram } from '#electron/queue/sending/deliver.ts';
import { leaveTrouble } from '#electron/queue/sending/leaveTrouble.ts';
import { linkGone } from '#electron/queue/sending/linkGone.ts';
import { type QueueStore, queueProjections, queueStore } from '#electron/queue/store.ts';
import { type Numbering, numbering } from '#electron/register/numbering.ts';
import { type RegisterStore, registerProjections, registerStore } from '#electron/register/store.ts';
import { type NewsSite, silentNewsSite } from '#electron/requests/newsSite.ts';
import { type RequestStore, requestProjections, requestStore } from '#electron/requests/store.ts';
import { forwardDraft, textHash } from '#shared/drafts/decide.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Person } from '#shared/people/person.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { forward, takeCharge } from '#shared/requests/decide.ts';
import type { RequestData } from '#shared/requests/facts.ts';
import { aloneClaims } from './alone.ts';
import { requestReceived } from './facts.ts';
import { temporaryFolder } from './folders.ts';
import { LUCA, MARTA, MONDAY_MORNING, ORNELLA } from './town.ts';

export interface TestClock {
  readonly now: () => Instant;
  readonly set: (instant: Instant) => void;
  readonly advance: (milliseconds: number) => void;
}

/** A clock that stands still until it is moved. */
export function testClock(start: Instant = MONDAY_MORNING): TestClock {
  let instant = start;
  return {
    now: () => instant,
    set: (to) => {
      instant = to;
    },
    advance: (milliseconds) => {
      instant = addMilliseconds(instant, milliseconds);
    },
  };
}

export interface TestDesk {
  readonly desk: Desk;
  readonly database: Database;
  readonly requests: RequestStore;
  readonly drafts: DraftStore;
  readonly queue: QueueStore;
  readonly register: RegisterStore;
  readonly numbering: Numbering;
  readonly site: NewsSite;
  readonly clock: TestClock;
  /** Folder of the desk's own data. */
  readonly folder: string;
  /** Spool folder of the contractor's program; made. */
  readonly deliveries: string;
  /** Topics told so far, one list for each commit. */
  readonly changed: readonly (readonly string[])[];
  /** Closes the database, as the end of the program does; a second time does nothing. */
  readonly close: () => void;
}

export interface TestDeskOptions {
  /** Further projections, as electron/app.ts adds them. */
  readonly projections?: readonly Projection[];
  /** Folder of an earlier desk, to open the same data again; with it the database is a file. */
  readonly folder?: string;
  /** A database in a file instead of one in memory. */
  readonly inFile?: boolean;
  readonly clock?: TestClock;
  /** The run of the app this desk belongs to. */
  readonly run?: string;
  /** Another spool folder than the one inside the desk's own. */
  readonly deliveries?: string;
  /** Replaces or wraps the spool channel, to inject faults. */
  readonly channel?: (spool: Channel) => Channel;
  /** Answers what only a window can; without it there is none. */
  readonly ask?: AskShell;
  /** The institutional site; without it no link can be verified. */
  readonly site?: NewsSite;
}

const DEVICE = 'desk0001';
const noWindow: AskShell = async () =>
  problem({ code: 'no-window', what: 'Non c’è una finestra.', remedy: 'Apri l’app.' });

function openFile(folder: string): Database {
  const opened = openDatabase(join(folder, 'avvisi.db'), migrations);
  if (!opened.ok) throw new Error(opened.error.what);
  return opened.value;
}

/** Opens a desk without anybody at it; closed when the test ends. */
export function openTestDesk(options: TestDeskOptions = {}): TestDesk {
  const { clock = testClock() } = options;
  const folder = options.folder ?? temporaryFolder();
  const inFile = options.inFile || options.folder !== undefined;
  const deliveries = options.deliveries ?? join(folder, 'consegne');
  mkdirSync(deliveries, { recursive: true });
  const database = inFile ? openFile(folder) : openMemory(migrations);
  onTestFinished(() => {
    database.close();
  });
  const changed: (readonly string[])[] = [];
  const local = localValues(database);
  const files = nodeFiles();
  let ids = 0;
  const journal = openJournal({
    database,
    device: DEVICE,
    projections: [
      ...peopleProjections,
      ...registerProjections,
      ...requestProjections,
      ...draftProjections,
      ...packProjections,
      ...queueProjections,
      ...(options.projections ?? []),
    ],
    now: clock.now,
    changed: (topics) => changed.push(topics),
  });
  const blobs = openBlobs(join(folder, 'allegati'));
  const desk = openDesk({
    database,
    journal,
    outbox: openOutbox({ database, now: clock.now, newId: () => 'errore' }),
    blobs,
    claims: aloneClaims,
    local,
    folders: folderChoices(local, folder),
    files,
    system: systemBehind(options.ask ?? noWindow, files),
    tell: (topic) => changed.push([topic]),
    run: options.run,
    reader: peopleStore(database, blobs),
    refusal: () => undefined,
    profile: valdombra,
    now: clock.now,
    newId: () => `id${++ids}`,
  });
  const queue = queueStore(database);
  const drafts = draftStore(database);
  const requests = requestStore(database, desk.blobs);
  const site = options.site ?? silentNewsSite(clock.now);
  const spool = spoolChannel(() => deliveries, files);
  const channel = options.channel?.(spool) ?? spool;
  desk.outbox.serve({
    [DELIVER]: deliverProgram(desk, queue, {
      channelOf: () => channel,
      notFromHere: () => undefined,
      linkGone: (job) => linkGone(desk, { site, drafts, requests }, job),
      isEmergency: () => false,
      textTrouble: (job) => leaveTrouble(desk, { drafts, requests }, job),
      stopTrouble: (job) => stopOf(desk, queue, job),
      clockTrouble: () => undefined,
    }),
  });
  const register = registerStore(database);
  return {
    desk,
    database,
    requests,
    drafts,
    queue,
    register,
    numbering: numbering(desk, database, register, () => undefined),
    site,
    clock,
    folder,
    deliveries,
    changed,
    close: () => database.close(),
  };
}

/** Opens a desk of Valdombra, with Marta, Luca and Ornella in the roster and Marta at the desk. */
export function openTownDesk(options: TestDeskOptions = {}): TestDesk {
  const opened = openTestDesk(options);
  for (const person of [MARTA, ORNELLA, LUCA]) must(savePerson(opened.desk, person));
  sitDown(opened, MARTA);
  return opened;
}

/** From now on `person` sits at the desk. */
export function sitDown({ desk }: TestDesk, person: Person): void {
  desk.actAs(person.id);
}

/** Keeps facts as the person at the desk writes them. */
export function write({ desk }: TestDesk, ...facts: readonly NewFact[]): void {
  must(desk.keep(ok(facts)));
}

/** What an office asked, where it is not the road works. */
type Asked = Partial<RequestData & { readonly text: string }>;

/** A request that arrived, is in charge of Marta and went to the head with its text. */
export function forwardedRequest(opened: TestDesk, id: string, asked: Asked = {}): void {
  const { desk, requests } = opened;
  write(opened, requestReceived(id, asked, desk.now()));
  sitDown(opened, MARTA);
  const context = must(desk.context());
  const request = (): NonNullable<ReturnType<typeof requests.get>> => requests.get(id) ?? expected(id);
  write(opened, ...must(takeCharge(request(), context)));
  const { text } = request().asked;
  const hash = textHash(text, context.sha256);
  const draft = must(forwardDraft(request(), { text, checks: [], pack: '1', to: ORNELLA.id }, context));
  write(opened, ...must(forward(request(), hash, context)), ...draft);
}

/** A notice the head has approved: its job waits in the queue. Returns the planned moment. */
export function approvedNotice(opened: TestDesk, id: string, asked: Asked = {}): Instant {
  forwardedRequest(opened, id, asked);
  sitDown(opened, ORNELLA);
  const draft = opened.drafts.get(id) ?? expected(id);
  const approved = approveAndQueue(opened.desk, opened, {
    id,
    seen: draft.rewritten.hash,
    text: draft.rewritten.text,
    route: null,
  });
  sitDown(opened, MARTA);
  return must(approved).plannedFor;
}

function expected(id: string): never {
  throw new Error(`Manca ${id}`);
}

/** The code of the problem a use-case answered with; `done` when it had none. */
export const codeOf = (result: Result<unknown, Problem>): string => (result.ok ? 'done' : result.error.code);

/** The value of a result that must be there. */
export function must<Value>(
  result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown },
): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
