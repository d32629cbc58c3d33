/** The core as a program of its own: the shell starts it, sends it the calls of the screens, and restarts it if it dies. */
import { join } from 'node:path';
import { type Ask, type FromCore, type Reply, type StartMessage, toCoreSchema } from '#shared/ipc/messages.ts';
import type { MethodName } from '#shared/ipc/methods.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { rubano } from '#shared/people/profiles/rubano.ts';
import { valdombra } from '#shared/people/profiles/valdombra.ts';
import { type App, openApp } from './app.ts';
import { thisComputer } from './db/computer.ts';
import { EXAMPLE_MORNING, prepareExample } from './demo/example.ts';
import { seedPeople } from './demo/people.ts';
import { parentPort } from './parentPort.ts';
import { openShare } from './share/openShare.ts';
import { relayedShare } from './share/relayedShare.ts';
import { startRhythm } from './share/rhythm.ts';
import { stopWorkers } from './workers/run.ts';

const TICK_MILLISECONDS = 1_000;
/** The folder of the invented town, inside the desk's own (P64). */
const EXAMPLE_FOLDER = 'esempio';

const port = parentPort<FromCore>();
const post = (message: FromCore): void => port.postMessage(message);
const share = relayedShare(post);
const log = (id: string, cause: unknown): void => console.error(`[${id}]`, cause);

// A promise nobody waited for must not take the desk down: what it met is in the log.
process.on('unhandledRejection', (cause) => log('promessa', cause));

const asked = new Map<number, (reply: Reply) => void>();
let lastAsk = 0;
const ask = (what: Ask): Promise<Reply> =>
  new Promise((resolve) => {
    const id = ++lastAsk;
    asked.set(id, resolve);
    post({ kind: 'ask', id, ask: what });
  });

const exampleFolder = ({ dataFolder }: StartMessage): string => join(dataFolder, EXAMPLE_FOLDER);

/** The clock of the app: the computer's, or one that runs from the moment it was told. */
function clockFrom(start: string | null): () => string {
  const ahead = start === null ? 0 : Date.parse(start) - Date.now();
  return () => new Date(Date.now() + ahead).toISOString();
}

let started: StartMessage | undefined;
let app: App | undefined;
const rhythm = startRhythm(
  async () => app?.exchange(),
  (cause) => log('scambio', cause),
);

function openFor(message: StartMessage, training: boolean): Result<App, Problem> {
  const opened = openApp({
    dataFolder: training ? exampleFolder(message) : message.dataFolder,
    profile: training ? valdombra : rubano,
    training,
    online: !training,
    computer: thisComputer(message.appVersion),
    now: clockFrom(message.now ?? (training ? EXAMPLE_MORNING : null)),
    changed: (topics) => {
      post({ kind: 'event', event: { name: 'changed', topics: [...topics] } });
      if (topics.some((topic) => topic !== 'share')) rhythm.soon();
    },
    ask,
    log,
    // Nothing leaves the invented town.
    ...(training ? {} : { openShare: (configured) => openShare(configured, { spawn: share.spawn }) }),
    checkOutputs: false,
  });
  if (opened.ok) post({ kind: 'hosts', hosts: (training ? valdombra : rubano).hosts });
  return opened;
}

/** Goes to the invented town or back to the office's own data. */
async function change(training: boolean): Promise<Reply> {
  if (!started) throw new Error('Il core non è partito.');
  if (training) {
    const prepared = await prepareExample(exampleFolder(started), (done, total) =>
      post({ kind: 'event', event: { name: 'progress', job: 'example', done, total } }),
    );
    if (!prepared.ok) return prepared;
  }
  const opened = openFor(started, training);
  if (!opened.ok) return opened;
  app?.close();
  app = opened.value;
  if (training) await seedPeople(app);
  post({ kind: 'event', event: { name: 'changed', topics: ['service'] } });
  return ok({});
}

async function answer(id: number, method: MethodName, input: unknown): Promise<void> {
  const run = async (): Promise<Reply> => {
    if (method === 'service.openExample') return change(true);
    if (method === 'service.leaveExample') return change(false);
    if (!app) throw new Error('Il core non è partito.');
    return app.call(method, input);
  };
  const failed = (cause: unknown): Reply => {
    log(`chiamata ${id}`, cause);
    return problem(
      'internal',
      'L’app ha avuto un problema interno. Quello che avevi salvato è al sicuro.',
      'Riprova; se succede ancora, chiudi e riapri l’app.',
    );
  };
  post({ kind: 'answer', id, result: await run().catch(failed) });
}

function start(message: StartMessage): void {
  started = message;
  const opened = openFor(message, false);
  if (!opened.ok) {
    // The shell tells the user and ends this program with `stop`.
    post({ kind: 'failed', problem: opened.error });
    return;
  }
  app = opened.value;
  post({ kind: 'ready' });
  setInterval(() => {
    app?.tick().catch((cause: unknown) => log('effetti', cause));
  }, TICK_MILLISECONDS).unref();
}

async function stop(): Promise<void> {
  rhythm.stop();
  app?.close();
  await stopWorkers();
  process.exit(0);
}

port.onMessage((raw) => {
  const parsed = toCoreSchema.safeParse(raw);
  if (!parsed.success) {
    log('messaggio', parsed.error);
    return;
  }
  const message = parsed.data;
  if (message.kind === 'start') start(message);
  else if (message.kind === 'call') void answer(message.id, message.method, message.input);
  else if (message.kind === 'stop') void stop();
  else if (message.kind === 'from-share' || message.kind === 'share-exit') share.receive(message);
  else {
    asked.get(message.id)?.(message.result);
    asked.delete(message.id);
  }
});
