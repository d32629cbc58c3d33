/** Opens the real screens in Chromium on a real core beside them: bundled as the app bundles them, under its own policy. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import axe, { type AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { serveFile } from '#electron/shell/guard/appScheme.ts';
import type { Bridge } from '#shared/ipc/bridge.ts';
import type { WindowEvent } from '#shared/ipc/events.ts';
import { findChromium } from '../../build/standin/chromium.ts';
import { type BridgeOptions, type TestBridge, townBridge } from './bridge.ts';
import { SIZES, type SizeName, THEMES, type ThemeName } from './gallery.ts';

declare global {
  interface Window {
    /** Calls the core beside the page; put there by Playwright. */
    askBeside: Bridge['call'];
    /** Hands the screens what the core tells. */
    hearBeside: (event: WindowEvent) => void;
  }
}

const root = resolve(import.meta.dirname, '..', '..');
/** `app://` is Electron's own; here the same files come from a host that does not exist. */
const LIMIT_MILLISECONDS = 10_000;
const ORIGIN = 'https://screens.example';

export interface ScreenOptions {
  readonly size?: SizeName;
  readonly theme?: ThemeName;
  readonly bridge?: BridgeOptions;
}

export interface ScreenPage {
  readonly page: Page;
  /** The core beside it. */
  readonly bridge: TestBridge;
  /** Everything the page wrote to its console as an error, violations of the policy among it. */
  readonly errors: readonly string[];
  /** Violations that axe-core finds on the page as it stands: rule and the elements concerned. */
  readonly violations: () => Promise<readonly string[]>;
}

export interface Screens {
  /** A window of the app on the core of the invented town, at Oggi. */
  readonly open: (options?: ScreenOptions) => Promise<ScreenPage>;
  readonly stop: () => Promise<void>;
}

/** Builds the screens once and opens a browser. Throws where there is no Chromium. */
export async function startScreens(): Promise<Screens> {
  const folder = await mkdtemp(join(tmpdir(), 'puntosi-screens-'));
  const pages = join(folder, 'pages');
  await build({
    root: join(root, 'renderer'),
    configFile: false,
    logLevel: 'warn',
    base: './',
    plugins: [react()],
    build: { target: 'chrome150', outDir: pages, emptyOutDir: true, modulePreload: { polyfill: false } },
  });
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium. Install one (apt-get install chromium).');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  return {
    open: (options = {}) => openScreen(browser, pages, options),
    async stop() {
      await browser.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Gives the page a `window.puntosi` whose calls travel to the core in this process, as through the preload. */
async function connect(page: Page, bridge: TestBridge): Promise<void> {
  await page.exposeFunction('askBeside', bridge.call);
  bridge.onEvent((event) => {
    // A page that was closed hears nothing any more.
    page.evaluate((told) => window.hearBeside(told), event).catch(() => undefined);
  });
  await page.addInitScript(() => {
    const listeners = new Set<(event: WindowEvent) => void>();
    const puntosi: Bridge = {
      call: (method, input) => window.askBeside(method, input),
      onEvent: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      platform: { system: 'linux' },
    };
    window.hearBeside = (event) => {
      for (const listener of listeners) listener(event);
    };
    Object.defineProperty(window, 'puntosi', { value: puntosi });
  });
}

async function openScreen(browser: Browser, pages: string, options: ScreenOptions): Promise<ScreenPage> {
  const { size = 'reference', theme = 'light' } = options;
  const { scale, ...viewport } = SIZES[size];
  const page = await browser.newPage({ viewport, deviceScaleFactor: scale, locale: 'it-IT', ...THEMES[theme] });
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const answer = await serveFile(pages, { method: 'GET', url: `app://bundle${pathname}` });
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  });
  const bridge = townBridge(options.bridge);
  await connect(page, bridge);
  page.setDefaultTimeout(LIMIT_MILLISECONDS);
  await page.goto(`${ORIGIN}/index.html`);
  await page
    .locator('[data-app-ready]')
    .waitFor()
    .catch((cause) => {
      throw new Error(['The first screen did not come.', ...errors].join('\n'), { cause });
    });
  await page.evaluate(() => document.fonts.ready);
  return { page, bridge, errors, violations: () => violationsOf(page) };
}

async function violationsOf(page: Page): Promise<readonly string[]> {
  // The policy of the page forbids injected scripts; what is evaluated from outside runs all the same.
  await page.evaluate(axe.source);
  const results = (await page.evaluate('axe.run({ resultTypes: ["violations"] })')) as AxeResults;
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
