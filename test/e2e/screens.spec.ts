/** Every screen of the app on a full desk, in a real Chromium, by keyboard: what axe-core and the console say of each. */
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sections } from '#shared/ipc/events.ts';
import type { Sending } from '../helpers/morning/sendings.ts';
import { type ScreenOptions, type ScreenPage, type Screens, startScreens } from '../helpers/screenPage.ts';
import { openSection } from '../helpers/section.ts';
import { APART, AWAY, NOT_ENROLLED, SHARED, TROUBLED, UNFOUNDED } from '../helpers/shares.ts';
import { sendingWith } from '../renderer/queue/sendings.ts';

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

/** Whether the rail lies over the status bar at the end of a page that scrolls. */
const isStatusCovered = ({ page }: ScreenPage) =>
  page.evaluate(() => {
    window.scrollTo(0, document.documentElement.scrollHeight);
    const [rail, status] = ['.rail-links', '.status'].map((part) =>
      document.querySelector(part)?.getBoundingClientRect(),
    );
    window.scrollTo(0, 0);
    return !rail || !status || rail.bottom > status.top + 1;
  });

/** Opens the actions that have no room in this window, where there are some. */
async function openMenu(page: ScreenPage['page']) {
  const more = page.getByRole('button', { name: 'Altre azioni' });
  if (await more.isVisible()) await more.press('Enter');
}

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
      if (await isStatusCovered(opened)) found.push(`${id}: the rail covers the status bar`);
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
      await openSection(page, 'Turni e assenze');
    });
    expect(found).toEqual([]);
  });

  test('sendings that are stopped, and one that is moved, are clean', async () => {
    const stopped = { at: '2026-11-24T08:05:00.000Z', why: 'Errore nel testo del mercato' };
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

  test('what the group and the contractor answered is clean, and can be answered by keyboard', async () => {
    const found: string[] = [];
    const see = async (what: string, change: Partial<Sending>, steps: (page: ScreenPage['page']) => Promise<void>) => {
      const opened = await screens.open({ ...options, bridge: { sendings: [sendingWith(change)] } });
      const { page } = opened;
      await page.keyboard.press('Control+4');
      await page.getByRole('row', { name: /Parcheggi/ }).click();
      await steps(page);
      await page.screenshot({ path: join(pictures, `${name}-answer-${what}.png`) });
      for (const violation of await opened.violations()) found.push(`${what}: ${violation}`);
      if (await isTooWide(opened)) found.push(`${what}: wider than the window`);
      found.push(...opened.errors);
      await page.close();
    };
    const refused = { state: 'refused', why: 'la data è sbagliata', answer: 'da cambiare' } as const;
    const receipt = {
      outcome: 'inviato',
      at: '2026-11-24T07:41:00.000Z',
      recipients: 1_204,
      text: null,
      why: null,
    } as const;
    await see('refused', refused, (page) => page.getByText('è stato rifiutato').waitFor());
    await see('back', refused, async (page) => {
      await page.keyboard.press('2');
      await page.getByRole('dialog', { name: 'Rimanda a chi scrive' }).waitFor();
    });
    await see('given-back', refused, async (page) => {
      await page.keyboard.press('2');
      await page.keyboard.press('Control+Enter');
      await page.getByText('di nuovo tra le richieste da lavorare').waitFor();
    });
    await see('why', { state: 'delivering', route: 'gruppo operativo' }, async (page) => {
      await openMenu(page);
      await page.getByRole('button', { name: 'Non viene inviato…' }).click();
      await page.getByRole('radio', { name: 'Non selezionato' }).waitFor();
    });
    await see('receipt', { state: 'handedOver', route: 'cartella della ditta', receipt }, async (page) => {
      await openMenu(page);
      await page.getByRole('button', { name: /Registra dalla ricevuta/ }).waitFor();
    });
    expect(found).toEqual([]);
  });
});
