/** A long register in the real window, over the real core: searched, ordered, scrolled to its end, by keyboard. */
import { afterAll, describe, expect, test } from 'vitest';
import { openTestDesk } from '../helpers/desk.ts';
import { fillRegister } from '../helpers/fullRegister.ts';
import { enterTown, openWelcome, type TownWindow } from '../helpers/townWindow.ts';

/** Tuesday 24 November 2026, 09:14 in Rome. */
const NOW = '2026-11-24T08:14:00.000Z';
const ROWS = 20_000;

let town: TownWindow;

const selected = () => town.window.locator('tr[aria-selected="true"]');
const count = () => town.window.locator('.register-tools [role="status"]');

describe('a register of many rows', () => {
  test('shows its newest rows, the cursor in the search', async () => {
    town = await openWelcome('register', NOW, []);
    const desk = openTestDesk({ folder: town.data });
    fillRegister(desk, ROWS);
    // These rows have no facts: the comparison of the day would take them away.
    desk.desk.local.set('rows-compared', '2026-11-24');
    desk.close();
    await enterTown(town);
    await town.press('Control+5');
    await town.window.getByRole('grid').waitFor();
    expect(await town.window.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(ROWS + 1));
    expect(await town.window.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await town.pass('newest');
  });

  test('End goes to the last row, which is read on the way; the detail follows', async () => {
    await town.press('ArrowDown');
    await town.press('End');
    await town.window.locator(`tr[aria-selected="true"][aria-rowindex="${ROWS + 1}"]:not([aria-busy])`).waitFor();
    const number = (await selected().locator('td').first().textContent()) ?? '';
    await town.window.getByRole('heading', { name: `Numero ${number}` }).waitFor();
    await town.pass('last');
  });

  test('the head of a column orders all of them, and the search marks beginnings of words', async () => {
    await town.window.getByRole('button', { name: 'Avviso' }).press('Enter');
    await town.window.locator('th[aria-sort="ascending"]').waitFor();
    await town.press('/');
    await town.window.keyboard.type('nott disinfestaz');
    // The rows of what was typed before stay until those of the last letter are there.
    const marks = async () =>
      (await town.window.locator('tbody mark').allTextContents()).map((mark) => mark.toLowerCase());
    await expect.poll(async () => new Set(await marks())).toEqual(new Set(['nott', 'disinfestaz']));
    expect(await count().textContent()).toBe('1.022 di 20.000');
    await town.pass('searched');
  });

  test('a filter with a name is still there after the screen was left', async () => {
    await town.window.getByRole('button', { name: 'Salva il filtro…' }).press('Enter');
    await town.window.keyboard.type('Zanzare');
    await town.press('Enter');
    await town.window.getByText('Filtro «Zanzare» salvato su questa postazione.').waitFor();
    await town.press('Control+1');
    await town.press('Control+5');
    await town.window.getByRole('button', { name: 'Zanzare', exact: true }).press('Enter');
    await town.window.locator('tbody mark').first().waitFor();
    await town.pass('saved');
  });
});

afterAll(() => town?.stop());
