/** What the shell does around the page: the core that dies, a second start, the window's size and theme, the menu. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type {} from '#renderer/api.ts';
import type { WindowEvent } from '#shared/ipc/events.ts';
import { commandFor, onRealElectron, type RunningApp, type StartOptions, startApp } from '../helpers/app.ts';

declare global {
  interface Window {
    /** Filled by `listen`. */
    heard?: WindowEvent[];
    pending?: Promise<unknown>;
  }
}

async function started(options?: StartOptions): Promise<RunningApp> {
  const running = await startApp(options);
  onTestFinished(async () => {
    await running.stop().catch(() => undefined);
  });
  return running;
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'puntosi-window-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** From now on the page keeps the events it hears in `window.heard`. */
async function listen({ window }: RunningApp): Promise<void> {
  await window.evaluate(() => {
    const heard: WindowEvent[] = [];
    globalThis.window.heard = heard;
    globalThis.window.puntosi.onEvent((event) => heard.push(event));
  });
}

const waitFor = ({ window }: RunningApp, name: string, times = 1): Promise<unknown> =>
  window.waitForFunction(
    ([wanted, count]) => (globalThis.window.heard ?? []).filter((event) => event.name === wanted).length >= count,
    [name, times] as const,
    { timeout: 15_000 },
  );

test('a crash of the core answers the waiting call, starts it again and tells what is safe', async () => {
  const running = await started();
  await listen(running);
  const first = await running.corePid();
  // A stopped process cannot answer: the call is still waiting when the core is killed.
  process.kill(first, 'SIGSTOP');
  await running.window.evaluate(() => {
    globalThis.window.pending = globalThis.window.puntosi.call('service.status', {});
  });
  process.kill(first, 'SIGKILL');
  expect(await running.window.evaluate(() => globalThis.window.pending)).toMatchObject({
    ok: false,
    error: { code: 'core-restarting', why: expect.stringContaining('al sicuro su questo computer') },
  });
  await waitFor(running, 'restarted');
  expect(await running.window.evaluate(() => globalThis.window.puntosi.call('service.status', {}))).toMatchObject({
    ok: true,
  });
  expect(await running.corePid()).not.toBe(first);
});

test('a core that dies three times in a minute is given up, and the user is told what to do', async () => {
  const running = await started();
  await listen(running);
  await running.app.evaluate(({ dialog }) => {
    const told: string[] = [];
    Object.assign(globalThis, { told });
    dialog.showMessageBox = async (...parameters: unknown[]) => {
      const { message, detail } = parameters.at(-1) as { readonly message: string; readonly detail: string };
      told.push(message, detail);
      return { response: 1, checkboxChecked: false };
    };
  });
  await running.killCore();
  await waitFor(running, 'restarted', 1);
  await running.killCore();
  await waitFor(running, 'restarted', 2);
  await running.killCore();
  await waitFor(running, 'stopped');
  expect(await running.window.evaluate(() => globalThis.window.puntosi.call('service.status', {}))).toMatchObject({
    ok: false,
    error: { code: 'core-given-up', remedy: expect.stringContaining('Chiudi l’app e riaprila') },
  });
  const told = await running.app.evaluate(() => (globalThis as unknown as { readonly told: readonly string[] }).told);
  expect(told).toEqual([expect.stringContaining('tre volte in un minuto'), expect.stringContaining('Chiudi l’app')]);
  expect(await running.stop()).toBe(0);
});

test('a second start of the same folder ends at once and brings the window to the front', async () => {
  const running = await started();
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const { program = running.app.process().spawnfile, parameters } = commandFor(running.userData);
  const second = spawnSync(program, parameters, { encoding: 'utf8', timeout: 20_000 });
  expect(second.status, second.stderr).toBe(0);
  await expect
    .poll(() =>
      running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isMinimized())),
    )
    .toEqual([false]);
});

test('size and place of the window and the desk’s data stay in the given folder from one start to the next', async () => {
  const userData = await temporaryFolder();
  const wanted = { x: 40, y: 30, width: 1100, height: 720 };
  const first = await startApp({ userData });
  await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), wanted);
  expect(await first.stop()).toBe(0);
  expect(existsSync(join(userData, 'dati'))).toBe(true);
  const second = await started({ userData });
  const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  expect(bounds).toEqual(wanted);
});

test('the page follows the theme of the system', async () => {
  const running = await started();
  const isDark = (): Promise<boolean> =>
    running.window.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  for (const theme of ['dark', 'light'] as const) {
    await running.app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    await expect.poll(isDark).toBe(theme === 'dark');
  }
});

test('the menu is Italian, and its keys reach the page', async () => {
  const running = await started();
  await listen(running);
  const labels = await running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(labels).toEqual(['File', 'Modifica', 'Visualizza', 'Vai', 'Aiuto']);
  await running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('settings')?.click());
  await waitFor(running, 'menu');
  expect(await running.window.evaluate(() => globalThis.window.heard)).toContainEqual({
    name: 'menu',
    command: 'settings',
  });
});

// A real Electron shows a native dialog and waits for somebody to close it.
test.skipIf(onRealElectron)('a folder that cannot be written is said in Italian, and the app ends', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'file'), '');
  const { program = '', parameters } = commandFor(join(folder, 'file', 'dati'));
  const env = { ...process.env, TMPDIR: folder };
  const { status, stderr } = spawnSync(program, parameters, { encoding: 'utf8', timeout: 20_000, env });
  expect([status, stderr]).toEqual([1, expect.stringContaining('L’app non può scrivere nella sua cartella')]);
});

test.skipIf(onRealElectron)('a bug of the shell is said in Italian, and the app ends', async () => {
  const running = await startApp({ userData: await temporaryFolder() });
  const complaints: string[] = [];
  running.app.process().stderr?.on('data', (chunk) => complaints.push(String(chunk)));
  const ended = new Promise((resolve) => running.app.process().once('exit', resolve));
  await running.app.evaluate(() => {
    setTimeout(() => {
      throw new Error('prova');
    });
  });
  expect(await ended).toBe(1);
  expect(complaints.join('')).toContain('L’app deve chiudersi per un problema interno');
});
