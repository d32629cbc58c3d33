/** Before the end-to-end specs: an up-to-date build, a Chromium for the stand-in, and a screen to show the window on. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import type { Readable } from 'node:stream';
import { findChromium } from '../standin/chromium.ts';
import { build } from './build.ts';

const SCREEN = '1920x1080x24';

/** One for each of the files that run at a time: a screen has one clipboard and one window in front. */
const SCREENS = 2;

const screens: ChildProcess[] = [];

/** Runs once before all specs. Throws when the app cannot be started on this machine. */
export async function setup(): Promise<void> {
  if (!process.env.E2E_EXE) await build();
  if (process.env.E2E_ELECTRON !== 'real' && !findChromium()) {
    throw new Error('There is no Chromium. Install one (apt-get install chromium) or name it in STANDIN_CHROMIUM.');
  }
  if (process.env.STANDIN_HEADLESS === '1' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return;
  if (spawnSync('Xvfb', ['-help']).error) {
    console.log('No screen and no Xvfb: the windows stay invisible (STANDIN_HEADLESS=1).');
    process.env.STANDIN_HEADLESS = '1';
    return;
  }
  const names = await Promise.all(Array.from({ length: SCREENS }, startScreen));
  process.env.DISPLAY = names[0];
  // Read by test/helpers/app.ts.
  process.env.PUNTOSI_SCREENS = names.join(' ');
}

/** Runs once after all specs. */
export function teardown(): void {
  for (const screen of screens) screen.kill();
}

/** Starts a virtual screen on a free number, which Xvfb writes to its file descriptor 3, and gives its name. */
async function startScreen(): Promise<string> {
  const started = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  screens.push(started);
  const numbers = started.stdio[3] as Readable;
  const name = await new Promise<string>((resolve, reject) => {
    let output = '';
    numbers.on('data', (chunk) => {
      output += String(chunk);
      if (output.endsWith('\n')) resolve(`:${output.trim()}`);
    });
    started.once('exit', (code) => reject(new Error(`Xvfb ended with code ${code}.`)));
  });
  return name;
}
