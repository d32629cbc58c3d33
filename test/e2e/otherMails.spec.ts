/** *Altre e-mail*, joining and series on the real screens: nothing is cut, axe is clean, the keyboard is enough (P10, P12, P15). */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cutsOf } from '../helpers/cuts.ts';
import { SIZES, type SizeName } from '../helpers/gallery.ts';
import { emlOf, type WrittenMail } from '../helpers/mails.ts';
import { type Screens, startScreens } from '../helpers/screenPage.ts';

const pictures = resolve(import.meta.dirname, '..', '..', 'test-output', 'other-mails');
const DATE = 'Tue, 24 Nov 2026 08:20:00 +0100';
const MAILS: readonly WrittenMail[] = [
  {
    ...{ id: 'nido', from: 'Dario Pozzan <tributi@comune.valdombra.example>', subject: 'Sollecito', date: DATE },
    lines: ['Avete novità sulla nostra richiesta per l’Imu? Attendiamo riscontro.', 'Dario Pozzan'],
  },
  {
    ...{ id: 'basta', from: 'Gino Prati <gino@posta.example>', subject: 'Non ricevo più i messaggi', date: DATE },
    lines: ['Buongiorno, da due settimane non mi arrivano più gli avvisi su WhatsApp. Potete controllare?'],
  },
  {
    ...{ id: 'riunione', from: 'Anna Bellini <cultura@comune.valdombra.example>', subject: 'Riunione', date: DATE },
    lines: ['La riunione di redazione è venerdì 27 novembre alle 10 in Sala Giunta.', 'Anna'],
  },
];

let screens: Screens;
beforeAll(async () => {
  screens = await startScreens();
});
afterAll(() => screens?.stop());

async function picture(page: Page, state: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [size, viewport] of Object.entries(SIZES) as [SizeName, { width: number; height: number }][]) {
    await page.setViewportSize(viewport);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.screenshot({ path: join(pictures, `${state}-${size}.png`) });
    for (const cut of await cutsOf(page)) found.push(`${state}, ${size}: ${cut}`);
  }
  await page.setViewportSize(SIZES.reference);
  return found;
}

test('every e-mail that is no request has its reason, what was found in it, and what can be done with the keyboard', async () => {
  const { page, bridge, errors, violations } = await screens.open();
  for (const mail of MAILS) writeFileSync(join(bridge.folder, 'posta', `${mail.id}.eml`), emlOf(mail));
  const found: string[] = [];
  const look = async (state: string) => {
    found.push(...(await picture(page, state)));
    found.push(...(await violations()).map((one) => `${state}: ${one}`));
  };
  await page.keyboard.press('Control+2');
  await page.keyboard.press('F9');
  await page.getByRole('tab', { name: /Altre e-mail/ }).click();
  await page.getByRole('option', { name: /Sollecito/ }).click();
  await page.getByRole('region', { name: 'Forse va con' }).waitFor();
  await look('reminder');
  await page.getByRole('option', { name: /Riunione/ }).click();
  await page.locator('.mail-date').first().waitFor();
  await look('found');
  await page.getByRole('option', { name: /Non ricevo/ }).click();
  await page.getByText(/Scrive un cittadino/).waitFor();
  await page.keyboard.press('Control+R');
  await page.getByRole('textbox', { name: 'Testo della risposta' }).waitFor();
  await look('answer');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Risposta preparata per Gino Prati.').waitFor();
  await page.keyboard.press('Control+Z');
  await page.getByText('Risposta ripresa: la e-mail è di nuovo da guardare.').waitFor();
  expect(found).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});

test('a request is joined with another one, and becomes a series, with the keyboard alone', async () => {
  const { page, errors, violations } = await screens.open();
  const found: string[] = [];
  const look = async (state: string) => {
    found.push(...(await picture(page, state)));
    found.push(...(await violations()).map((one) => `${state}: ${one}`));
  };
  await page.keyboard.press('Control+2');
  await page.getByRole('option', { name: /Imu/ }).first().dblclick();
  await page.getByRole('region', { name: 'Dati e controlli' }).waitFor();
  await page.keyboard.press('Control+Shift+U');
  await page.getByRole('listbox', { name: 'Da unire a questa' }).waitFor();
  await look('join');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Unite in una richiesta sola.').waitFor();
  await page.getByRole('region', { name: 'Unite a questa' }).waitFor();
  await look('joined');
  await page.keyboard.press('Control+Z');
  await page.getByText('Ripreso: sono di nuovo due richieste.').waitFor();
  await page.keyboard.press('Control+Shift+S');
  await page.getByRole('textbox', { name: 'Giorno 2' }).fill('14/12/2026');
  await look('series');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Fatta: la serie ha 2 richieste.').waitFor();
  await page.keyboard.press('Control+Z');
  await page.getByText('Ripreso: è di nuovo una richiesta sola.').waitFor();
  expect(found).toEqual([]);
  expect(errors).toEqual([]);
  await page.close();
});
