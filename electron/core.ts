/** The core as a program of its own: the shell starts it, sends it the calls of the screens, and restarts it if it dies. */
import { thisComputer } from '#electron/db/computer.ts';
import { logProcess, openLog, startLine } from '#electron/log/log.ts';
import { OPENED_LINE } from '#electron/recovery/lost.ts';
import { openFiles } from '#electron/share/openFiles.ts';
import { relayedShare } from '#electron/share/process/relayedShare.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { type FromCore, type StartMessage, toCoreSchema } from '#shared/ipc/messages.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { answering } from './core/answering.ts';
import { coreAsks } from './core/asks.ts';
import { type Office, startOffice } from './core/office.ts';
import { isRecoverable } from './core/opening.ts';
import { openTelling } from './core/telling.ts';
import { parentPort } from './parentPort.ts';

const TICK_MILLISECONDS = 1_000;
const port = parentPort<FromCore>();
const post = (message: FromCore): void => port.postMessage(message);
const share = relayedShare(post);
const log = openLog('core');
logProcess(log);
const asks = coreAsks(post);
const telling = openTelling((event) => {
  post({ kind: 'event', event });
  if (event.name === 'changed') office?.told(event.topics);
});
/** The data that are open, once the start has come to a good end. */
let office: Office | undefined;
/** Resolved when the start has come to an end, good or bad: calls that came before wait for it. */
let opening: Promise<void> | undefined;
let files: ReturnType<typeof openFiles> | undefined;

const answer = answering({
  office: async () => {
    await opening;
    return office;
  },
  telling,
  log,
  answer: (id, result) => post({ kind: 'answer', id, result }),
});

async function begin(message: StartMessage): Promise<void> {
  log.keepIn(message.dataFolder);
  log.note(startLine(message.appVersion));
  const refuse = (refused: Problem): void => {
    log.note(`i dati non si aprono: ${refused.code}`);
    // The shell tells the user and ends this program with `stop`.
    post({ kind: 'failed', problem: refused });
  };
  files = openFiles({ spawn: share.spawn, own: message.dataFolder });
  const secrets = await asks.secrets(message.dataFolder);
  if (!secrets.ok) return refuse(secrets.error);
  const start = { message, computer: await thisComputer(message.appVersion), secrets: secrets.value };
  const started = startOffice({
    ...{ start, asks, files, share, telling, log },
    hosts: (hosts) => post({ kind: 'hosts', hosts: [...hosts] }),
  });
  const opened = await started.open();
  if (!opened.ok && !isRecoverable(opened.error)) return refuse(opened.error);
  office = started;
  started.take(opened);
  if (opened.ok) log.note(OPENED_LINE);
  post({ kind: 'ready' });
  setInterval(started.tick, TICK_MILLISECONDS).unref();
}

/** A bug while opening ends this program: the shell starts it again. */
function dieOf(cause: unknown): void {
  setImmediate(() => {
    throw new Error('Il core non si apre.', { cause });
  });
}

async function stop(): Promise<void> {
  log.note('chiusura');
  telling.stop();
  office?.stop();
  files?.close();
  await stopWorkers();
  process.exit(0);
}

port.onMessage((raw) => {
  const parsed = toCoreSchema.safeParse(raw);
  if (!parsed.success) {
    log.bug('messaggio', parsed.error);
    return;
  }
  const message = parsed.data;
  if (message.kind === 'start') {
    opening = begin(message).catch(dieOf);
  } else if (message.kind === 'call') void answer(message.id, message.method, message.input);
  else if (message.kind === 'stop') void stop();
  else if (message.kind === 'from-share' || message.kind === 'share-exit') share.receive(message);
  else asks.answered(message.id, message.result);
});
