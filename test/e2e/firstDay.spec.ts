/**
 * The first day of a real town (P4, P66): the profile of Rubano, an empty folder, no network. From the welcome to the register,
 * by mouse alone and by keyboard alone; on the way no word is stronger than what is known.
 */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openWelcome, type TownWindow } from '../helpers/townWindow.ts';

/** Tuesday 1 December 2026, 09:05 in Rome. */
const TUESDAY = '2026-12-01T08:05:00.000Z';
const MOST_ACTS = 40;
const TITLE = 'Via Roma chiusa';
const LINK = 'https://www.comune.rubano.pd.it/notizie/via-roma-chiusa';
const TEXT = `Via Roma chiusa al traffico\n\nLunedì 14 dicembre via Roma è chiusa al traffico dalle 8 alle 18 per lavori.\n\nLeggi la notizia: ${LINK}`;

async function firstDay(spec: string): Promise<TownWindow> {
  const opened = await openWelcome(join('first-day', spec), TUESDAY);
  onTestFinished(opened.stop);
  return opened;
}

const section = (window: Page, name: string): Locator =>
  window.getByRole('navigation', { name: 'Sezioni' }).getByText(name, { exact: true });
const dialog = (window: Page): Locator => window.locator('dialog[open]');
const statusBar = (window: Page): Locator => window.locator('.status');

/** No mailbox was ever connected, and nothing was sent by the app: whatever the screen, it must not say so. */
async function expectNothingFalse({ window }: TownWindow, word: 'preparato' | 'chiesto'): Promise<void> {
  const said = await window.locator('body').innerText();
  expect(said).not.toMatch(/(?:Casella|Cartella) letta/);
  expect(said).not.toMatch(/\bInoltrata a\b|\bSpedita\b/);
  expect(said).not.toMatch(/\binviato\b(?!…)/);
  if (word === 'preparato') expect(said).not.toMatch(/(?<!L’ho già |L’ho |aspetta che sia )\b[Cc]hiesto (?:nel|al) /);
}

describe('the first day of Rubano', () => {
  test(`by mouse, from the welcome to the register in ${MOST_ACTS} acts at most`, async () => {
    const town = await firstDay('mouse');
    const { window } = town;
    let acts = 0;
    const click = async (target: Locator): Promise<void> => {
      acts++;
      await target.click();
    };
    const type = async (target: Locator, words: string): Promise<void> => {
      acts++;
      await target.click();
      await window.keyboard.insertText(words);
    };
    const button = (name: string | RegExp): Locator => window.getByRole('button', { name });

    await type(window.getByLabel('Nome e cognome'), 'Marta Bellin');
    await type(window.getByLabel('E-mail di lavoro'), 'marta.bellin@comune.example');
    await click(button('Comincia a lavorare'));
    const beginnings = window.getByRole('region', { name: 'Prima di cominciare' });
    await beginnings.waitFor();
    await statusBar(window).getByText('Casella non collegata').waitFor();
    await town.pass('prima-di-cominciare');

    // Who decides: without a head nothing is approved, and it is said.
    const head = beginnings.getByRole('listitem', { name: /Capo settore/ });
    await click(head.getByRole('button', { name: 'Indica chi è…' }));
    await type(head.getByLabel('Nome e cognome del capo settore'), 'Ornella Vidal');
    await type(head.getByLabel('E-mail del capo settore'), 'ornella.vidal@comune.example');
    await click(head.getByRole('button', { name: 'Indica il capo settore' }));
    await click(head.getByRole('button', { name: 'Sì, è capo settore' }));
    await head.waitFor({ state: 'detached' });

    await click(button('Scrivi una richiesta').first());
    const written = dialog(window);
    await type(written.getByLabel('Argomento'), TITLE);
    await type(written.getByLabel('Ufficio che chiede'), 'Lavori pubblici');
    await type(written.getByRole('textbox', { name: 'Data richiesta' }), '9 dicembre alle 10');
    await type(written.getByLabel('Notizia sul sito'), LINK);
    await type(written.getByLabel('Testo chiesto'), TEXT);
    await click(written.getByRole('button', { name: /Crea e prendi in carico/ }));
    await window.locator('.cm-content').waitFor();
    await expectNothingFalse(town, 'preparato');
    await town.pass('richiesta');

    await click(button(/^Conferma tutto/));
    await click(button(/^Inoltra al capo settore/));
    // Nobody sent the letter: it is counted where everybody sees it.
    await statusBar(window).getByText('Da spedire: 1 e-mail').waitFor();
    await expectNothingFalse(town, 'preparato');
    await town.pass('inoltrata');

    await click(window.locator('.bar-person'));
    await click(dialog(window).getByText('Ornella Vidal'));
    await click(dialog(window).getByRole('button', { name: /Lavora con questo nome/ }));
    await click(section(window, 'Approvazione'));
    await button(/^Approva e copia per il gruppo/).waitFor();
    await town.pass('approvazione');
    await click(button(/^Approva e copia per il gruppo/));
    await window.getByText(/^Approvato e copiato/).waitFor();
    await expectNothingFalse(town, 'preparato');

    // Copied is not asked: it is the first thing to do.
    await click(section(window, 'Oggi'));
    const now = window.locator('.now');
    await now
      .getByText(/via Roma chiusa/i)
      .first()
      .waitFor();
    await expectNothingFalse(town, 'preparato');
    await town.pass('da-chiedere');
    await click(now.getByRole('button', { name: /L’ho già chiesto/ }));

    await click(section(window, 'Coda'));
    const row = window.getByRole('row', { name: new RegExp(TITLE) });
    await row.getByText('Chiesto', { exact: true }).waitFor();
    await expectNothingFalse(town, 'chiesto');
    await town.pass('chiesto');
    await click(row.getByRole('button', { name: 'Conferma l’invio…' }));
    await type(dialog(window).getByLabel('Quante persone l’hanno ricevuto'), '812');
    await click(dialog(window).getByRole('button', { name: /Registra l’invio/ }));
    await window.getByText('Registrato con il numero 2026/0001.').waitFor();

    await click(section(window, 'Registro'));
    await window.getByRole('row', { name: /2026\/0001.*Via Roma chiusa/ }).waitFor();
    await town.pass('registro');
    expect(acts).toBeLessThanOrEqual(MOST_ACTS);
  });
});
