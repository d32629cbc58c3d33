import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { Rectangle } from 'electron';
import { findChromium, isHeadless, profileFlags } from './chromium.ts';
import { Connection, type Link } from './connection.ts';
import { ignore } from './events.ts';

/** One Chromium window with one page. */
export interface OpenedPage {
  readonly link: Link;
  readonly targetId: string;
  readonly windowId: number;
}

/** Where hidden windows wait; Chromium has no windows that are made but not shown. */
export const OFF_SCREEN = -4000;

/** A Chromium killed a moment ago may still hold the profile: the next one then ends at once. */
const START_ATTEMPTS = 10;
const START_PAUSE_MILLISECONDS = 300;
const END_MILLISECONDS = 4_000;

interface Target {
  readonly sessionId: string;
  readonly targetInfo: { readonly targetId: string };
}

interface Browser {
  readonly program: string;
  readonly profile: string;
  readonly connection: Connection;
  readonly link: Link;
}

let running: Browser | undefined;
let claim: ((target: Target) => void) | undefined;
let lastOpening: Promise<unknown> = Promise.resolve();
const whenGone = new Map<string, () => void>();

function browser(): Browser {
  if (!running) throw new Error('stand-in: Chromium is not running yet');
  return running;
}

/** The DevTools session of the browser itself. */
export function browserLink(): Link {
  return browser().link;
}

async function connect(program: string, profile: string, port: number | undefined): Promise<Connection> {
  for (let attempt = 1; ; attempt++) {
    const connection = new Connection(program, profile, port);
    try {
      const { product } = await connection.link().send('Browser.getVersion');
      Object.defineProperty(process.versions, 'chrome', { value: product.split('/')[1], enumerable: true });
      return connection;
    } catch (error) {
      if (attempt === START_ATTEMPTS) {
        throw new Error(`stand-in: Chromium does not start.\n${connection.lastWords}`, { cause: error });
      }
      await delay(START_PAUSE_MILLISECONDS);
    }
  }
}

/** Starts Chromium on `profile`; `onEnd` runs when it ends by itself. Throws when the machine has none. */
export async function startBrowser(profile: string, port: number | undefined, onEnd: () => void): Promise<void> {
  const program = findChromium();
  if (!program) throw new Error('stand-in: no Chromium found; install the package chromium or set STANDIN_CHROMIUM');
  mkdirSync(profile, { recursive: true });
  const connection = await connect(program, profile, port);
  const link = connection.link();
  running = { program, profile, connection, link };
  process.once('exit', () => connection.process.kill('SIGKILL'));
  connection.ended.then(onEnd, ignore);
  link.on('Target.attachedToTarget', (target) => {
    if (claim && !target.targetInfo.openerId) {
      claim(target);
      claim = undefined;
      return;
    }
    // A window nobody asked for: a pop-up, or one the user opened with Chromium's own keys. Its opener waits for it.
    connection.link(target.sessionId).send('Runtime.runIfWaitingForDebugger').catch(ignore);
    link.send('Target.closeTarget', { targetId: target.targetInfo.targetId }).catch(ignore);
  });
  link.on('Target.targetDestroyed', ({ targetId }) => {
    whenGone.get(targetId)?.();
    whenGone.delete(targetId);
  });
  const filter = [{ type: 'page' }, { exclude: true }];
  await link.send('Target.setDiscoverTargets', { discover: true, filter });
  await link.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter });
}

/** Ends Chromium, by force when it does not go; settles when it is gone. */
export async function stopBrowser(): Promise<void> {
  if (!running?.connection.alive) return;
  const { connection, link } = running;
  const patience = setTimeout(() => connection.process.kill('SIGKILL'), END_MILLISECONDS);
  link.send('Browser.close').catch(ignore);
  await connection.ended;
  clearTimeout(patience);
}

/** With a screen only a second start of the same profile makes a window without an address bar. */
function openAppWindow({ x, y, width, height }: Rectangle): Promise<void> {
  const { program, profile } = browser();
  const flags = ['--app=data:text/html,', `--window-size=${width},${height}`, `--window-position=${x},${y}`];
  return new Promise((resolve, reject) => {
    const start = spawn(program, [...profileFlags(profile), ...flags], { stdio: 'ignore' });
    start.once('error', reject);
    start.once('exit', (code) => (code ? reject(new Error(`stand-in: Chromium answered ${code}`)) : resolve()));
  });
}

async function open(bounds: Rectangle, onGone: () => void): Promise<OpenedPage> {
  const { connection, link } = browser();
  const attached = new Promise<Target>((resolve) => {
    claim = resolve;
  });
  if (isHeadless()) {
    const { width, height } = bounds;
    await link.send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height });
  } else await openAppWindow(bounds);
  const { sessionId, targetInfo } = await attached;
  const { targetId } = targetInfo;
  whenGone.set(targetId, onGone);
  const { windowId } = await link.send('Browser.getWindowForTarget', { targetId });
  return { link: connection.link(sessionId), targetId, windowId };
}

/** Opens an empty window, one at a time; `onGone` runs when it is closed, by the app or by the user. */
export function openPage(bounds: Rectangle, onGone: () => void): Promise<OpenedPage> {
  const opening = lastOpening.then(() => open(bounds, onGone));
  lastOpening = opening.catch(ignore);
  return opening;
}
