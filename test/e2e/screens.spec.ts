/** Every screen of the app on a full desk, in a real Chromium, by keyboard: what axe-core and the console say of each. */
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sections } from '#shared/ipc/events.ts';
import { type ScreenOptions, type ScreenPage, type Screens, startScreens } from '../helpers/screenPage.ts';

const pictures = resolve(import.meta.dirname, '..', '..', 'test-output', 'screens');
let screens: Screens;

beforeAll(async () => {
  screens = await startScreens();
});

afterAll(() => screens?.stop());

const WINDOWS: readonly (ScreenOptions & { readonly name: string })[] = [
  { name: 'reference', bridge: { report: 'statement' } },
  { name: 'smallest-dark', size: 'smallest', theme: 'dark', bridge: { report: 'statement' } },
  { name: 'enlarged-forced', size: 'enlarged', theme: 'forced', bridge: { report: 'invoice' } },
];
const KEYS = [
  ...sections.map((id, index) => [id, `Control+${index + 1}`] as const),
  ['settings', 'Control+,'] as const,
];

/** Whether the page scrolls sideways: at 200 % nothing may (WCAG 1.4.10). */
const isTooWide = ({ page }: ScreenPage) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe.each(WINDOWS)('$name', ({ name, ...options }) => {
  test('every screen is clean, and so are its keys (F1) and the command box', async () => {
    const opened = await screens.open(options);
    const { page } = opened;
    const found: string[] = [];
    const look = async (what: string) => {
      await page.screenshot({ path: join(pictures, `${name}-${what}.png`) });
      for (const violation of await opened.violations()) found.push(`${what}: ${violation}`);
      if (await isTooWide(opened)) found.push(`${what}: wider than the window`);
    };
    for (const [id, keys] of KEYS) {
      await page.keyboard.press(keys);
      await page.locator('.loading, [aria-busy="true"]').first().waitFor({ state: 'detached' });
      await look(id);
      await page.keyboard.press('F1');
      await page.locator('dialog[open]').waitFor();
      await look(`${id}-keys`);
      await page.keyboard.press('Escape');
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
    }
    await page.keyboard.press('Control+K');
    await page.locator('dialog[open]').waitFor();
    await look('command');
    expect(found).toEqual([]);
    expect(opened.errors).toEqual([]);
    await page.close();
  });
});
