/** Builds the gallery of components and serves it as the app is served: bundled, under the app's Content-Security-Policy. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { preview } from 'vite';
import { buildGallery, GALLERY_PAGE } from '../../build/scripts/gallery-config.ts';
import { screensConfig } from '../../build/scripts/targets.ts';
import { findChromium } from '../../build/standin/chromium.ts';

const POLICY =
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-none'; img-src 'self' data:; connect-src 'self';
  font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none';
  require-trusted-types-for 'script'; trusted-types 'none'`.replace(/\s+/g, ' ');

/** The window sizes of L13; 683×384 is 1366×768 enlarged to 200 %. */
export const SIZES = {
  reference: { width: 1366, height: 768, scale: 1 },
  smallest: { width: 1024, height: 700, scale: 1 },
  enlarged: { width: 683, height: 384, scale: 2 },
} as const;
export type SizeName = keyof typeof SIZES;

/** How the window is painted. */
export const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const;
export type ThemeName = keyof typeof THEMES;

/** The views of `renderer/gallery/gallery.tsx`. */
export const VIEWS = ['oggi', 'richieste', 'richiesta', 'coda', 'stati', 'emergenza', 'comandi'] as const;

const PAGE_LIMIT_MILLISECONDS = 15_000;

export interface Gallery {
  /** A page of this size; `show` opens a view in it. */
  readonly open: (size: SizeName) => Promise<GalleryPage>;
  readonly stop: () => Promise<void>;
}

export interface GalleryPage {
  readonly page: Page;
  /** Everything the page wrote to its console as an error, violations of the policy among it. */
  readonly errors: readonly string[];
  readonly show: (view: string, theme: ThemeName) => Promise<void>;
}

/** Builds, serves and opens a browser. Throws where there is no Chromium. */
export async function startGallery(): Promise<Gallery> {
  const folder = await mkdtemp(join(tmpdir(), 'puntosi-gallery-'));
  await buildGallery(folder);
  const server = await preview({
    ...screensConfig,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0, headers: { 'Content-Security-Policy': POLICY } },
  });
  const address = new URL(GALLERY_PAGE, server.resolvedUrls?.local[0]).href;
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium. Install one (apt-get install chromium).');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  return {
    open: (size) => openPage(browser, address, size),
    async stop() {
      await browser.close();
      await server.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function openPage(browser: Browser, address: string, size: SizeName): Promise<GalleryPage> {
  const { scale, ...viewport } = SIZES[size];
  const page = await browser.newPage({ viewport, deviceScaleFactor: scale, locale: 'it-IT' });
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  const show = async (view: string, theme: ThemeName) => {
    await page.emulateMedia(THEMES[theme]);
    await page.goto('about:blank');
    await page.goto(`${address}#${view}`);
    await page.locator('h1').waitFor({ timeout: PAGE_LIMIT_MILLISECONDS });
    await page.evaluate(() => document.fonts.ready);
    if (view === 'stati') await page.locator('progress').waitFor();
  };
  return { page, errors, show };
}
