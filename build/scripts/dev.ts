/**
 * `npm run dev`: the app with its screens from Vite, hot, and its programs built again when a source changes. A new core
 * starts alone; a new shell or preload starts the whole app. Passes its arguments on.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { build } from './build.ts';
import { electronCommand } from './electron-command.ts';
import { ROOT, targets } from './targets.ts';

/** Editors save in several steps. */
const SETTLE_MILLISECONDS = 30;
const OF_THE_APP = /^(main|preload)\//;
const OF_THE_CORE = /^(core|share)\//;

/** Chromium asks before a page speaks to its own computer, and the app answers no to everything. */
const MAY_REACH_LOOPBACK = '--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets';

const server = fork(join(import.meta.dirname, 'dev-server.ts'), { env: { ...process.env, NODE_ENV: 'development' } });
const [address] = (await once(server, 'message')) as [string];

/** The core first: it is the one that is waited for. */
const inOrder = () =>
  targets(true).toSorted((a, b) => Number(OF_THE_CORE.test(b.name)) - Number(OF_THE_CORE.test(a.name)));

/** Builds what changed, one target after the other, and tells the app. A target that fails is tried at the next change. */
async function refresh(): Promise<void> {
  let isNewApp = false;
  for (const target of inOrder()) {
    try {
      const [built] = await build([target]);
      if (built === undefined) continue;
      if (OF_THE_CORE.test(built)) server.send(built);
      isNewApp ||= OF_THE_APP.test(built);
    } catch (cause) {
      console.error(cause instanceof Error ? cause.message : cause);
    }
  }
  if (isNewApp) restartApp();
}

let app: ChildProcess | undefined;
let isRestarting = false;

function startApp([program, ...options]: readonly [string, ...string[]]): void {
  app = spawn(program, [...options, MAY_REACH_LOOPBACK, '.', ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PUNTOSI_DEV_SERVER: address, STANDIN_LOOPBACK: '1' },
  });
  app.once('exit', (code) => {
    if (isRestarting) {
      isRestarting = false;
      startApp([program, ...options]);
    } else {
      process.exit(code ?? 1);
    }
  });
}

function restartApp(): void {
  isRestarting = true;
  app?.kill();
}

/** Refreshes after each change of a source, one refresh at a time. */
function follow(): void {
  let isWaiting = false;
  let last = Promise.resolve();
  const changed = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    last = last.then(async () => {
      await delay(SETTLE_MILLISECONDS);
      isWaiting = false;
      await refresh();
    });
  };
  for (const folder of ['shared', 'electron']) watch(join(ROOT, folder), { recursive: true }, changed);
}

const command = electronCommand();
if (command) {
  await build(inOrder());
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => app?.kill());
  startApp(command);
  follow();
  console.log(`Le schermate vengono da ${address}; salva un file e guarda la finestra.`);
} else {
  process.exitCode = 1;
  server.disconnect();
}
