import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { expect } from 'vitest';

export const EXECUTABLE = fileURLToPath(new URL('../../../build/standin/electron', import.meta.url));
const FIXTURE = fileURLToPath(new URL('fixture/', import.meta.url));

/** Long enough for the first Chromium of a busy machine. */
export const START_MILLISECONDS = 60_000;

/** What the fixture's preload and page put into the window. */
export interface FixtureWindow {
  readonly api: {
    readonly invoke: (channel: string, ...args: unknown[]) => Promise<unknown>;
    readonly refuse: () => void;
    readonly add: (first: number, second: number) => number;
    readonly nested: { readonly list: readonly unknown[] };
    readonly requireFails: string;
  };
  readonly told: unknown[];
  readonly forget: () => void;
}

/** The fixture's record of what happened to it. */
export interface Seen {
  readonly refused: readonly string[];
  readonly secondInstances: readonly (readonly string[])[];
  readonly menu: number;
}

export const environment = { ...process.env, STANDIN_HEADLESS: '1' } as Record<string, string>;

/** The command line of the fixture with its data in `folder`. */
export const argumentsFor = (folder: string): string[] => [`--user-data-dir=${folder}`, FIXTURE];

export const makeFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'avvisi-standin-'));
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5 });

/** Starts the fixture and waits for its page. */
export async function launch(folder: string): Promise<{ readonly app: ElectronApplication; readonly page: Page }> {
  const app = await _electron.launch({ executablePath: EXECUTABLE, args: argumentsFor(folder), env: environment });
  const page = await app.firstWindow();
  await page.locator('[data-ready]').waitFor();
  return { app, page };
}

/** Calls the fixture's main process from its page. */
export function invoke(page: Page, channel: string, ...args: unknown[]): Promise<unknown> {
  return page.evaluate(([name, rest]) => (window as unknown as FixtureWindow).api.invoke(name, ...rest), [
    channel,
    args,
  ] as const);
}

/** Waits until no process names `text` in its command line. */
export async function untilNobodyNames(text: string): Promise<void> {
  const names = (): string[] => {
    const { stdout } = spawnSync('ps', ['-eo', 'stat,args'], { encoding: 'utf8' });
    return stdout.split('\n').filter((line) => line.includes(text) && !line.startsWith('Z'));
  };
  for (let attempt = 0; attempt < 100 && names().length > 0; attempt++) await delay(50);
  expect(names()).toEqual([]);
}
