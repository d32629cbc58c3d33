/** `npm run dev` on a copy of the project: what is saved is seen, and only what must starts anew. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type {} from '#renderer/api.ts';
import { findChromium } from '../../../build/standin/chromium.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const SOURCES = ['shared', 'electron', 'renderer', 'build', 'package.json', 'package-lock.json'];
const LEFT_OUT = /^build\/(release|\.types|decisions|resources)(\/|$)/;
const START_MILLISECONDS = 240_000;
const CHANGE_MILLISECONDS = 60_000;

const PERSON = {
  id: 'prova',
  name: 'Prova Di Persona',
  address: 'prova@comune.example',
  roles: ['operatore'],
  accounts: [],
};

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

const hasChromium = findChromium() !== undefined;
const title = hasChromium ? 'npm run dev' : 'npm run dev (left out: this machine has no Chromium)';

describe.skipIf(!hasChromium)(title, () => {
  let root: string;
  let running: ChildProcess;
  let browser: Browser;
  let page: Page;
  let said = '';

  const change = (file: string, from: string, to: string): void => {
    const path = join(root, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };
  const isSamePage = (): Promise<boolean> => page.evaluate(() => 'stillHere' in globalThis);
  const people = (): Promise<string> =>
    page.evaluate(async () => JSON.stringify(await window.puntosi.call('people.session', {})));

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'puntosi-dev-'));
    for (const path of SOURCES) {
      const filter = (source: string): boolean => !LEFT_OUT.test(relative(ROOT, source));
      cpSync(join(ROOT, path), join(root, path), { recursive: true, filter });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
    const port = await freePort();
    const parameters = [`--user-data-dir=${join(root, 'utente')}`, `--remote-debugging-port=${port}`];
    running = spawn(process.execPath, ['build/scripts/dev.ts', ...parameters], {
      cwd: root,
      env: { ...process.env, NODE_ENV: undefined, STANDIN_HEADLESS: '1', ELECTRON_SKIP_BINARY_DOWNLOAD: '1' },
    });
    for (const stream of [running.stdout, running.stderr]) stream?.on('data', (chunk) => (said += String(chunk)));
    await vi.waitFor(
      async () => {
        browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
        page = browser.contexts()[0]?.pages()[0] as Page;
        expect(page, said).toBeDefined();
      },
      { timeout: START_MILLISECONDS, interval: 300 },
    );
    await page.locator('[data-app-ready]').waitFor({ timeout: START_MILLISECONDS });
    await page.evaluate(() => Object.assign(globalThis, { stillHere: true }));
  }, START_MILLISECONDS);
  afterAll(async () => {
    await browser?.close();
    if (running?.exitCode === null) {
      running.kill();
      await once(running, 'exit');
    }
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  }, CHANGE_MILLISECONDS);

  test(
    'shows a line of a screen without loading the page again',
    async () => {
      change(
        'renderer/service/welcome/WelcomeScreen.tsx',
        'Prova con i dati di esempio</h2>',
        'Prova con dati inventati</h2>',
      );
      await page.getByText('Prova con dati inventati').waitFor({ timeout: CHANGE_MILLISECONDS });
      expect(await isSamePage()).toBe(true);
    },
    CHANGE_MILLISECONDS,
  );

  test(
    'shows a line of a style sheet',
    async () => {
      change('renderer/ui/base.css', '', 'body { outline-color: rgb(1, 2, 3); }\n');
      await page.waitForFunction(() => getComputedStyle(document.body).outlineColor === 'rgb(1, 2, 3)', undefined, {
        timeout: CHANGE_MILLISECONDS,
      });
      expect(await isSamePage()).toBe(true);
    },
    CHANGE_MILLISECONDS,
  );

  test(
    'starts the core alone for a line of it: the page stays, and what was kept is there',
    async () => {
      await page.evaluate((person) => window.puntosi.call('people.setPerson', person), PERSON);
      expect(await people()).toContain(PERSON.name);
      change(
        'electron/core.ts',
        'async function begin(message',
        "console.log('CORE NUOVO');\nasync function begin(message",
      );
      await vi.waitFor(() => expect(said).toContain('CORE NUOVO'), { timeout: CHANGE_MILLISECONDS });
      await vi.waitFor(async () => expect(await people()).toContain(PERSON.name), { timeout: CHANGE_MILLISECONDS });
      expect(await isSamePage()).toBe(true);
      expect(said).not.toMatch(/main\.cjs[\s\S]*main\.cjs/);
    },
    CHANGE_MILLISECONDS,
  );

  test(
    'says what is wrong with a source that cannot be built, and goes on when it can',
    async () => {
      change('electron/core.ts', "'CORE NUOVO'", "'CORE ROTTO'(");
      await vi.waitFor(() => expect(said).toMatch(/error|PARSE/i), { timeout: CHANGE_MILLISECONDS });
      expect(await people()).toContain(PERSON.name);
      change('electron/core.ts', "'CORE ROTTO'(", "'CORE GUARITO'");
      await vi.waitFor(() => expect(said).toContain('CORE GUARITO'), { timeout: CHANGE_MILLISECONDS });
    },
    2 * CHANGE_MILLISECONDS,
  );
});
