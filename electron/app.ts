import type { Computer } from '#electron/db/computer.ts';
import { databaseFile } from '#electron/db/copies.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openDatabase } from '#electron/db/open.ts';
import { makePrivateFolder } from '#electron/db/privateFiles.ts';
import { fileSecrets, type Secrets } from '#electron/db/secrets.ts';
import { openingResult, storageResult } from '#electron/db/storageProblem.ts';
import { DATABASE_DAMAGED } from '#electron/db/storageProblems.ts';
import { type Health as OpenHealth, openHealth, saysDamaged } from '#electron/desk/health.ts';
import { openRuntime, type Runtime, type RuntimeOptions } from '#electron/desk/runtime.ts';
import { sweepFolders } from '#electron/desk/sweepFolders.ts';
import { type ProxyFor, systemFetch } from '#electron/desk/systemFetch.ts';
import { drafts, openDrafts } from '#electron/drafts/cases.ts';
import type { Files } from '#electron/files/files.ts';
import { nodeFiles } from '#electron/files/nodeFiles.ts';
import type { SharedLog } from '#electron/journal/exchange/sharedLog.ts';
import { outgoingTable } from '#electron/outbox/outgoingTable.ts';
import { openPeople, people } from '#electron/people/cases.ts';
import { openQueue, queue } from '#electron/queue/cases.ts';
import { checkNotLost } from '#electron/recovery/lost.ts';
import { openRegister, register } from '#electron/register/cases.ts';
import { type OpenReport, openReport, report } from '#electron/report/cases.ts';
import { askedByOf, openRequests, requests } from '#electron/requests/cases.ts';
import { openService, service } from '#electron/service/cases.ts';
import type { Handlers, MethodName } from '#shared/ipc/contract.ts';
import type { Ask, Reply } from '#shared/ipc/messages.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import { casesOf, programsOf } from './desk/word.ts';
import { type BugLog, dispatch } from './dispatch.ts';

/** What the app needs from outside. */
export interface AppOptions extends Pick<RuntimeOptions, 'randomBytes' | 'steady' | 'ownFolders' | 'run'> {
  /** Absolute path of the desk's own folder; made when missing. */
  readonly dataFolder: string;
  readonly profile: Profile;
  /** The invented town: own data, nothing leaves (P64). */
  readonly training: boolean;
  readonly now: () => Instant;
  /** Whether links may be opened; never in the invented town. */
  readonly online: boolean;
  /** How pages of the institutional site are opened, when not as the system does. */
  readonly fetch?: typeof fetch;
  /** Through which proxies pages are opened; without it those of the environment. */
  readonly proxyFor?: ProxyFor;
  readonly computer: Computer;
  /** Who keeps keys and passwords; without it a file in the data folder. */
  readonly secrets?: Secrets;
  /** Told the topics that changed. */
  readonly changed: (topics: readonly string[]) => void;
  /** Told how far a long job is. */
  readonly progress?: (job: 'mailbox', done: number, total: number) => void;
  /** What only the shell can do. */
  readonly ask: (ask: Ask) => Promise<Reply>;
  /** Who touches the files and folders people chose; without it this very process. */
  readonly files?: Files;
  /** The register that desks share at a configured path; without it this desk works alone. */
  readonly openShare?: (configured: string) => SharedLog;
  readonly log: BugLog;
  /** Also parse what the use-cases answer. */
  readonly checkOutputs: boolean;
}

/** The app of one desk, without a window. */
export interface App {
  readonly handlers: Handlers;
  /** Runs a use-case by name, its input parsed. */
  readonly call: (method: MethodName, input: unknown) => Promise<Reply>;
  /** Carries out the effects that are due; returns how many were done. */
  readonly tick: () => Promise<number>;
  /** One exchange with the other desks (P41); nothing for a desk alone. */
  readonly exchange: () => Promise<void>;
  /** The moment of the next effect, if one waits. */
  readonly nextDue: () => Instant | undefined;
  /** Watches over the data: nothing is sent or shared once they are known to be damaged. */
  readonly health: Pick<OpenHealth, 'checkTables' | 'checkFacts' | 'copyOfDay' | 'met'>;
  /** Writes the report of a period as the PDF `path`, its data beside it: for the command line, which names files. */
  readonly writeReport: OpenReport['write'];
  readonly close: () => void;
}

/** The seven words in their order. */
const WORDS = [people, register, requests, drafts, queue, report, service] as const;

/** Opens the ground of the house: the desk, over what all words bring. */
const openGround = (options: AppOptions, secrets: Secrets, database: Database): Runtime =>
  openRuntime({
    ...options,
    files: options.files ?? nodeFiles(),
    secrets,
    database,
    facts: WORDS.flatMap(({ facts }) => [...facts]),
    blobs: Object.fromEntries(WORDS.flatMap(({ blobs }) => Object.entries(blobs))),
    projections: WORDS.flatMap(({ projections }) => [...projections]),
    reader: people.store,
  });

/** Opens the words in their order, each on what those to its left answered. */
function openWords(options: AppOptions, secrets: Secrets, { database, desk, sharing }: Runtime, health: OpenHealth) {
  const proxyFor = options.proxyFor ?? (async () => process.env);
  const stores = {
    register: register.store(database),
    requests: requests.store(database, desk.blobs),
    drafts: drafts.store(database),
    queue: queue.store(database),
  };
  const numbered = openRegister(desk, {
    store: stores.register,
    mayNotNumber: () => sharing.expelled() ?? sharing.clock.trouble(),
    askedBy: (id) => askedByOf(desk, stores.requests, id),
    heardOf: (id) => drafts.heard(desk, stores.drafts, id),
  });
  const { numbering } = numbered;
  const asking = openRequests(desk, {
    store: stores.requests,
    register: stores.register,
    sharing,
    fetch: options.online ? (options.fetch ?? systemFetch(proxyFor)) : undefined,
    // An access is asked for at a server of its own, never at a page of the town.
    accessFetch: options.online ? systemFetch(proxyFor) : undefined,
    ...{ secrets, proxyFor, random: Math.random, outgoing: outgoingTable(database) },
    written: stores.drafts.written,
    waiting: stores.drafts.waitingIds,
    queued: queue.notices(stores.queue),
    forwarded: () => drafts.forwarded(stores.drafts, stores.requests),
    sameNotice: (id) => queue.sameNotice(stores, id),
    decision: (id) => queue.decision(desk, stores, id),
    reported: (messageId, report) => queue.reported(desk, stores.queue, messageId, report),
    answered: (messageId) => queue.answered(stores.queue, messageId),
    progress: options.progress ?? (() => undefined),
  });
  const { site, candidates } = asking;
  const { training, openShare } = options;
  const writing = openDrafts(desk, { store: stores.drafts, requests: stores.requests, candidates });
  const sending = openQueue(desk, {
    ...{
      stores,
      numbering,
      site,
      sharing,
      training,
      post: asking.post,
      sentMail: asking.sentMail,
      lookQuietly: asking.lookQuietly,
    },
    checking: writing.checking,
    maySend: health.maySend,
  });
  const reporting = openReport(desk, { ...stores, store: report.store(database), numbering });
  const words = [
    openPeople(desk, { training }),
    numbered,
    asking,
    writing,
    sending,
    reporting,
    openService(desk, { stores, numbering, sharing, health, openShare, training }),
  ] as const;
  return {
    words,
    wake: asking.wake,
    lookAtMailbox: asking.lookAtMailbox,
    leaveMailbox: asking.close,
    lookForReceipts: sending.lookForReceipts,
    lookAtSentMail: sending.lookAtSentMail,
    ring: sending.ring,
    lookAtHolds: sending.lookAtHolds,
    lookAtPages: sending.lookAtPages,
    writeReport: reporting.write,
  };
}

/** Puts the app together on an open database; the problem says why it does not stand, with the database closed again. */
function layFoundation(options: AppOptions, database: Database) {
  const secrets = options.secrets ? ok(options.secrets) : fileSecrets(options.dataFolder);
  const laid = secrets.ok ? openingResult(() => layWords(options, secrets.value, database)) : secrets;
  if (!laid.ok) database.close();
  return laid;
}

function layWords(options: AppOptions, secrets: Secrets, database: Database) {
  const runtime = openGround(options, secrets, database);
  const { desk } = runtime;
  for (const path of Object.values(desk.folders.inside)) makePrivateFolder(path);
  const health = openHealth({
    ...{ database, journal: desk.journal, dataFolder: options.dataFolder, training: options.training },
    now: options.now,
    nextDue: desk.outbox.nextDue,
    changed: () => desk.tell('service'),
  });
  return { ...runtime, health, ...openWords(options, secrets, runtime, health) };
}

/**
 * Opens the data of a desk and answers its use-cases. The problem says why they cannot be opened: among others
 * `database-missing` where the folder was used and its data are gone, and `database-damaged`.
 */
export function openApp(options: AppOptions): Result<App, Problem> {
  const there = storageResult(() => checkNotLost(options.dataFolder), 'computer');
  if (!there.ok) return there;
  if (!there.value.ok) return there.value;
  const opened = openDatabase(databaseFile(options.dataFolder), migrations);
  if (!opened.ok) return opened;
  const database = opened.value;
  const laid = layFoundation(options, database);
  if (!laid.ok) return laid;
  const { desk, exchange, sharing, health, words, wake, lookForReceipts, lookAtHolds, ring, writeReport } = laid.value;
  const { lookAtMailbox, lookAtSentMail, leaveMailbox, lookAtPages } = laid.value;
  const waitingForShare = words.flatMap(({ waitsForShare }) => waitsForShare ?? []);
  let isClockProved = false;
  /** What a wrong clock put off is due again as soon as the right one is proved, also after a new start. */
  const goOnWithClock = (): void => {
    const isProved = sharing.clock.trouble() === undefined;
    if (isProved && !isClockProved) desk.outbox.hurry(waitingForShare);
    if (isProved !== isClockProved) desk.tell('share');
    isClockProved = isProved;
  };
  const handlers = casesOf(words);
  const { log, checkOutputs } = options;
  desk.outbox.serve(programsOf(words), {
    settled: (kind) => {
      for (const { programs, topic } of words) if (programs && kind in programs) desk.tell(topic);
    },
    bug: log,
  });
  for (const { received } of words) if (received) exchange.onReceived(received);
  let isSwept = false;
  /** Lets something go on by itself; what a drive held up may end after the data were closed. */
  const aside = (work: Promise<void>): void =>
    void work.catch((cause: unknown) => {
      if (database.open) log(desk.newId(), cause);
    });
  /** Does what nobody waits for; damage that it meets is told by `service.health`, and ends all of it. */
  const unlessDamaged = async <Value>(otherwise: Value, work: () => Promise<Value>): Promise<Value> => {
    try {
      return await work();
    } catch (cause) {
      if (!saysDamaged(cause)) throw cause;
      health.met();
      return otherwise;
    }
  };
  return ok({
    handlers,
    health,
    call: async (method, input) => {
      const reply = await dispatch({ handlers, log, newId: desk.newId, checkOutputs }, method, input);
      if (!reply.ok && reply.error.code === DATABASE_DAMAGED.code) health.met();
      return reply;
    },
    tick: async () => {
      if (!health.maySend()) return 0;
      return unlessDamaged(0, async () => {
        if (!isSwept) aside(sweepFolders(desk, options.dataFolder));
        isSwept = true;
        wake();
        lookAtHolds();
        aside(lookForReceipts());
        aside(lookAtMailbox());
        aside(lookAtSentMail());
        aside(lookAtPages());
        goOnWithClock();
        const done = await desk.outbox.tick();
        ring();
        return done;
      });
    },
    exchange: async () => {
      if (!health.mayShare()) return;
      await unlessDamaged(undefined, async () => {
        await exchange.round();
        if (exchange.state().problem?.code === DATABASE_DAMAGED.code) health.met();
        if (exchange.connected()) desk.outbox.hurry(waitingForShare);
      });
    },
    nextDue: desk.outbox.nextDue,
    writeReport,
    close: () => {
      leaveMailbox();
      exchange.use(undefined, null);
      database.close();
    },
  });
}
