/** Starts the real app for a spec: the one place that knows how. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';

const root = resolve(import.meta.dirname, '..', '..');
const standin = join(root, 'build', 'standin', 'electron');
const LAUNCH_LIMIT_MILLISECONDS = 60_000;
const PAGE_LIMIT_MILLISECONDS = 20_000;
/** Monday 2 March 2026, 09:00 in Rome. */
const NOW = '2026-03-02T08:00:00.000Z';

export interface StartOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A folder of an earlier start, kept at the end; without it a new one is made and removed. */
  readonly userData?: string;
}

export interface RunningApp {
  readonly app: ElectronApplication;
  readonly window: Page;
  /** The folder given as `--user-data-dir`. */
  readonly userData: string;
  /** What the stand-in recorded as leaving the app; undefined on a real Electron. */
  readonly left: () => Promise<readonly LeftEntry[] | undefined>;
  readonly corePid: () => Promise<number>;
  /** Ends the core at once, as a crash would. */
  readonly killCore: () => Promise<void>;
  /** Closes the app and gives its exit code. */
  readonly stop: () => Promise<number | null>;
}

export type LeftEntry = { readonly kind: string } & Readonly<Record<string, unknown>>;

/** Whether the specs run on npm's electron instead of the stand-in or a packed program. */
export const onRealElectron = process.env.E2E_ELECTRON === 'real';

/**
 * How the app is started in the folder `userData`: by the stand-in, a packed program (`E2E_EXE=<file>`), or npm's electron
 * (`E2E_ELECTRON=real`), whose program Playwright finds by itself.
 */
export function commandFor(userData: string): { readonly program: string | undefined; readonly parameters: string[] } {
  const folder = `--user-data-dir=${userData}`;
  const packed = process.env.E2E_EXE;
  if (packed) return { program: resolve(packed), parameters: [folder] };
  return { program: onRealElectron ? undefined : standin, parameters: [folder, root] };
}

/** Starts the app in a folder of its own, with its clock set to `NOW`, and waits until its first screen is there. */
export async function startApp(options: StartOptions = {}): Promise<RunningApp> {
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'puntosi-e2e-')));
  const { program, parameters } = commandFor(userData);
  const app = await _electron.launch({
    ...(program ? { executablePath: program } : {}),
    args: [...parameters, ...(options.args ?? [])],
    env: { ...inherited(), ...ownScreen(), PUNTOSI_NOW: NOW, ...options.env },
    timeout: LAUNCH_LIMIT_MILLISECONDS,
  });
  const complaints: string[] = [];
  app.process().stderr?.on('data', (chunk) => complaints.push(String(chunk)));
  const stop = async (): Promise<number | null> => {
    const gone = new Promise<number | null>((done) => app.process().once('exit', done));
    await app.close();
    const code = await gone;
    if (!options.userData) await rm(userData, { recursive: true, force: true, maxRetries: 5 });
    return code;
  };
  try {
    const window = await app.firstWindow();
    // The first window may still be blank: only content tells that it is ready.
    await window.locator('[data-app-ready]').waitFor({ timeout: PAGE_LIMIT_MILLISECONDS });
    const corePid = (): Promise<number> => findCore(app);
    return {
      app,
      window,
      userData,
      left: () => recorded(app),
      corePid,
      killCore: async () => {
        process.kill(await corePid(), 'SIGKILL');
      },
      stop,
    };
  } catch (cause) {
    await stop().catch(() => undefined);
    throw new Error(`The app did not start.\n${complaints.join('')}`, { cause });
  }
}

/** The screen of this test process, where `build/scripts/e2e-setup.ts` made one for each. */
function ownScreen(): Record<string, string> {
  const screens = process.env.PUNTOSI_SCREENS?.split(' ') ?? [];
  const screen = screens[(Number(process.env.VITEST_POOL_ID) - 1) % screens.length];
  return screen ? { DISPLAY: screen } : {};
}

function inherited(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => !!entry[1]));
}

function recorded(app: ElectronApplication): Promise<readonly LeftEntry[] | undefined> {
  return app.evaluate((electron) => {
    const { __standin } = electron as unknown as { readonly __standin?: { readonly log: readonly LeftEntry[] } };
    return __standin?.log.map((entry) => ({ ...entry, notification: undefined }));
  });
}

/** A real Electron names its utility processes; under the stand-in the core is a descendant titled so. */
async function findCore(app: ElectronApplication): Promise<number> {
  const named = await app.evaluate(({ app }) => {
    const { getAppMetrics } = app as Partial<typeof app>;
    return getAppMetrics?.call(app).find(({ type, name }) => type === 'Utility' && name === 'core')?.pid;
  });
  const pid = named ?? descendants(app.process().pid ?? 0).find((one) => /^core\b/.test(commandOf(one)));
  if (!pid) throw new Error('The core does not run.');
  return pid;
}

function descendants(pid: number): readonly number[] {
  const children = readProcess(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

const commandOf = (pid: number): string => readProcess(`/proc/${pid}/cmdline`);

function readProcess(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
