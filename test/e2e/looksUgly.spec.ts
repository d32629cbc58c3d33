/** The real screens on a core where every name, title, address and reason is as long as it comes: nothing is cut (L3, L12). */
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cutsOf } from '../helpers/cuts.ts';
import { SIZES, type SizeName } from '../helpers/gallery.ts';
import { UGLY } from '../helpers/morning/ugly.ts';
import { type Screens, startScreens } from '../helpers/screenPage.ts';
import { openSection } from '../helpers/section.ts';

const pictures = resolve(import.meta.dirname, '..', '..', 'test-output', 'ugly');
const sizes = Object.entries(SIZES) as [SizeName, { readonly width: number; readonly height: number }][];
let screens: Screens;

beforeAll(async () => {
  screens = await startScreens();
});

afterAll(() => screens?.stop());

type Steps = (page: Page) => Promise<unknown>;

const press =
  (...keys: readonly string[]): Steps =>
  async (page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
const settings =
  (section: string): Steps =>
  (page) =>
    openSection(page, section);
const dialog =
  (steps: Steps): Steps =>
  async (page) => {
    await steps(page);
    await page.locator('dialog[open]').waitFor();
  };
const row =
  (name: RegExp): Steps =>
  async (page) => {
    await page.keyboard.press('Control+4');
    await page.getByRole('row', { name }).first().click();
  };
const request =
  (name: RegExp): Steps =>
  async (page) => {
    await page.keyboard.press('Control+2');
    await page.getByRole('option', { name }).first().dblclick();
    await page.getByRole('region', { name: 'Dati e controlli' }).waitFor();
  };

/** What the operator sees, then what the head sees. */
const STATES: Readonly<Record<'bellin' | 'vidal', Readonly<Record<string, Steps>>>> = {
  bellin: {
    oggi: press('Control+1'),
    richieste: press('Control+2'),
    richiesta: request(/Laboratori/),
    'richiesta-chiedi': dialog(async (page) => {
      await request(/Imu/)(page);
      await page.keyboard.press('Control+R');
    }),
    scrivi: dialog(async (page) => {
      await page.keyboard.press('Control+2');
      await page.getByRole('button', { name: 'Scrivi una richiesta' }).click();
    }),
    'altre-email': async (page) => {
      await page.keyboard.press('Control+2');
      await page.getByRole('tab', { name: /Altre e-mail/ }).click();
    },
    'coda-incerto': row(/Mercato/),
    'coda-rifiutato': row(/Consiglio/),
    'coda-in-coda': row(/Parcheggi/),
    'coda-consegnato': row(/Farmacia/),
    registro: async (page) => {
      await page.keyboard.press('Control+5');
      await page.getByRole('row').nth(2).click();
    },
    report: press('Control+6'),
    servizio: press('Control+7'),
    persone: settings('Persone'),
    persona: dialog(async (page) => {
      await settings('Persone')(page);
      await page
        .getByRole('button', { name: /Cambia/ })
        .first()
        .click();
    }),
    turni: settings('Turni e assenze'),
    comune: settings('Comune'),
    prontuario: settings('Prontuario'),
    condivisione: settings('Condivisione'),
    addestramento: settings('Addestramento'),
    cartelle: settings('Cartelle'),
    emergenza: dialog(press('Control+E')),
    comandi: dialog(press('Control+K')),
    'chi-sei': dialog((page) => page.locator('.bar-person').click()),
  },
  vidal: {
    oggi: press('Control+1'),
    approvazione: press('Control+3'),
    'approvazione-restituisci': dialog(async (page) => {
      await page.keyboard.press('Control+3');
      await page.getByRole('option').first().click();
      await page.keyboard.press('r');
    }),
  },
};

test.each(['bellin', 'vidal'] as const)('nothing is cut for %s, however long the data', async (person) => {
  const { page, errors } = await screens.open({ bridge: { ...UGLY, person } });
  const found: string[] = [];
  for (const [state, steps] of Object.entries(STATES[person])) {
    await page.setViewportSize(SIZES.reference);
    await steps(page).catch((cause: Error) => found.push(`${state} did not come: ${cause.message.slice(0, 200)}`));
    await page.locator('.loading, [aria-busy="true"]').first().waitFor({ state: 'detached' });
    for (const [size, viewport] of sizes) {
      await page.setViewportSize(viewport);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await page.screenshot({ path: join(pictures, `${person}-${state}-${size}.png`) });
      for (const cut of await cutsOf(page)) found.push(`${state}, ${size}: ${cut}`);
    }
    if (await page.locator('dialog[open]').isVisible()) await page.keyboard.press('Escape');
  }
  expect(found).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});
