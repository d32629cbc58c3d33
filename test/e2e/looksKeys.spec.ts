import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Gallery, type SizeName, startGallery } from '../helpers/gallery.ts';

let gallery: Gallery;
let page: Page;

beforeAll(async () => {
  gallery = await startGallery();
});
afterEach(() => page?.close());
afterAll(() => gallery?.stop());

async function show(view: string, size: SizeName = 'reference'): Promise<Page> {
  const opened = await gallery.open(size);
  page = opened.page;
  await opened.show(view, 'light');
  return page;
}

/** Name of the pane that has the focus. */
const paneNow = () =>
  page.evaluate(() => {
    const pane = document.activeElement?.closest('[data-pane]');
    return pane?.getAttribute('aria-label') ?? pane?.tagName;
  });

test('F6 walks through the panes, the action bar, the status bar and the rail', async () => {
  await show('richiesta');
  const names: (string | undefined)[] = [];
  for (let step = 0; step < 8; step++) {
    await page.keyboard.press('F6');
    names.push(await paneNow());
  }
  expect(names).toEqual(['E-mail', 'Dati e controlli', 'Testo', 'Anteprima', 'Azioni', 'FOOTER', 'Sezioni', 'E-mail']);
});

test('in the smallest window F6 leaves out the panes that are folded away', async () => {
  await show('richiesta', 'smallest');
  await page.keyboard.press('F6');
  expect(await paneNow()).toBe('Dati e controlli');
});

test('F1 opens the map of keys over everything, Esc closes it and gives the focus back', async () => {
  await show('richiesta');
  const button = page.getByRole('button', { name: 'Dividi' });
  await button.focus();
  await page.keyboard.press('F1');
  const map = page.getByRole('dialog', { name: 'Tasti di questa schermata' });
  await map.waitFor();
  expect(await map.getByText('Inoltra al capo settore').count()).toBe(1);
  await page.keyboard.press('Escape');
  await map.waitFor({ state: 'detached' });
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('Esc closes the emergency, which keeps the focus inside until then', async () => {
  await show('emergenza');
  const inside = () => page.evaluate(() => document.activeElement?.closest('dialog') !== null);
  for (let step = 0; step < 20; step++) {
    await page.keyboard.press('Tab');
    const where = await page.evaluate(() => document.activeElement?.tagName);
    expect((await inside()) || where === 'BODY').toBe(true);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await page.evaluate(() => location.hash)).toBe('#oggi');
});

test('actions without room wait under "Altre azioni", and nothing is lost', async () => {
  await show('richiesta', 'smallest');
  const bar = page.getByRole('region', { name: 'Azioni' });
  const inBar = () => bar.locator(':scope > .button').allInnerTexts();
  expect((await inBar()).map((text) => text.split('\n')[0])).toEqual([
    'Altre azioni',
    'Chiedi quello che manca',
    'Inoltra al capo settore',
  ]);
  await bar.getByRole('button', { name: 'Altre azioni' }).press('Enter');
  expect(await bar.locator('.action-menu .button').allInnerTexts()).toEqual(['Non necessario', 'Metti in attesa']);
  await page.setViewportSize({ width: 1366, height: 768 });
  await bar.getByRole('button', { name: 'Altre azioni' }).waitFor({ state: 'detached' });
  expect((await inBar()).length).toBe(4);
  await page.setViewportSize({ width: 683, height: 384 });
  await bar.getByRole('button', { name: 'Altre azioni' }).waitFor();
  expect((await inBar()).length).toBe(2);
});

test('a line between panes is dragged by the pointer', async () => {
  await show('richieste');
  const line = page.getByRole('separator', { name: 'Larghezza di Elenco' });
  const box = await line.boundingBox();
  if (!box) throw new Error('The separator is not on the page.');
  await page.mouse.move(box.x, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 220, { steps: 4 });
  await page.mouse.up();
  expect(await page.getByRole('region', { name: 'Elenco' }).evaluate((pane) => pane.clientWidth)).toBe(560);
});

test('the list scrolls by keyboard alone and keeps the focus', async () => {
  await show('richieste', 'enlarged');
  const list = page.getByRole('listbox', { name: 'Richieste da prendere' });
  expect(await page.evaluate(() => scrollY)).toBe(0);
  await list.focus();
  await page.keyboard.press('End');
  const last = page.getByRole('option', { selected: true });
  expect(await last.innerText()).toContain('Fiera di Santa Lucia');
  expect(await last.evaluate((option) => option.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
  expect(await list.evaluate((element) => element === document.activeElement)).toBe(true);
});

test('the setting for taller rows adds 6 px to rows and fields', async () => {
  await show('richieste');
  const heights = () =>
    page.evaluate(() =>
      ['.list-option:has(.list-row-two)', '.field-box'].map(
        (selector) => document.querySelector(selector)?.getBoundingClientRect().height,
      ),
    );
  expect(await heights()).toEqual([54, 30]);
  await page.evaluate(() => document.documentElement.setAttribute('data-rows', 'tall'));
  expect(await heights()).toEqual([60, 36]);
});

test('a toast appears above the action bar, and Ctrl+Z takes it', async () => {
  await show('comandi');
  await page.getByRole('button', { name: 'Mostra l’esito' }).click();
  const toast = page.locator('.toasts .toast');
  await toast.waitFor();
  await page.keyboard.press('Control+z');
  await toast.waitFor({ state: 'detached' });
});
