/** Every screen of the app on a full desk, in a real Chromium, by keyboard: what axe-core and the console say of each. */
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sections } from '#shared/ipc/events.ts';
import { type ScreenOptions, type ScreenPage, type Screens, startScreens } from '../helpers/screenPage.ts';
import { APART, AWAY, NOT_ENROLLED, SHARED, TROUBLED, UNFOUNDED } from '../helpers/shares.ts';

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

  test.each(Object.entries({ AWAY, UNFOUNDED, NOT_ENROLLED, TROUBLED, SHARED }))(
    'how the register is shared is clean: %s',
    async (state, share) => {
      const opened = await screens.open({ ...options, bridge: { share } });
      const { page } = opened;
      await page.keyboard.press('Control+K');
      await page.locator('dialog[open]').waitFor();
      await page.keyboard.type('condivisione');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Questa postazione', exact: true }).waitFor();
      await page.screenshot({ path: join(pictures, `${name}-sharing-${state.toLowerCase()}.png`) });
      expect(await opened.violations()).toEqual([]);
      expect(await isTooWide(opened)).toBe(false);
      expect(opened.errors).toEqual([]);
      await page.close();
    },
  );

  test('what two desks wrote apart is clean: data, texts, chains', async () => {
    const found: string[] = [];
    const see = async (person: string, what: string, go: (page: ScreenPage['page']) => Promise<void>) => {
      const opened = await screens.open({ ...options, bridge: { share: SHARED, told: APART, person } });
      await go(opened.page);
      await opened.page
        .getByRole('region', { name: /postazioni hanno/ })
        .first()
        .waitFor();
      await opened.page.screenshot({ path: join(pictures, `${name}-apart-${what}.png`) });
      for (const violation of await opened.violations()) found.push(`${what}: ${violation}`);
      if (await isTooWide(opened)) found.push(`${what}: wider than the window`);
      found.push(...opened.errors);
      await opened.page.close();
    };
    await see('bellin', 'data', async (page) => {
      await page.keyboard.press('Control+K');
      await page.locator('dialog[open]').waitFor();
      await page.keyboard.type('nido');
      await page.keyboard.press('Enter');
    });
    await see('vidal', 'text', async (page) => {
      await page.keyboard.press('Control+3');
      await page.getByRole('option', { name: /olio/ }).click();
    });
    await see('bellin', 'chains', async (page) => {
      await page.keyboard.press('Control+,');
      await page.getByRole('tab', { name: 'Turni e assenze' }).click();
    });
    expect(found).toEqual([]);
  });

  test('sendings that are stopped, and one that is moved, are clean', async () => {
    const stopped = { by: 'Ornella Vidal', at: '2026-11-24T08:05:00.000Z', why: 'Errore nel testo del mercato' };
    const opened = await screens.open({ ...options, bridge: { stopped } });
    const { page } = opened;
    const found: string[] = [];
    const see = async (what: string) => {
      await page.screenshot({ path: join(pictures, `${name}-queue-${what}.png`) });
      for (const violation of await opened.violations()) found.push(`${what}: ${violation}`);
      if (await isTooWide(opened)) found.push(`${what}: wider than the window`);
    };
    await page.getByText('Li ha fermati').waitFor();
    await see('today');
    await page.keyboard.press('Control+4');
    await page.getByRole('row', { name: /Parcheggi/ }).click();
    await see('stopped');
    await page.keyboard.press('s');
    await page.getByLabel('alle ore').fill('20');
    await page.getByText('Fuori dalle ore di servizio').waitFor();
    await see('move');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+E');
    await page.getByText('Invia lo stesso questa emergenza').waitFor();
    await see('emergency');
    expect([...found, ...opened.errors]).toEqual([]);
    await page.close();
  });
});
