/**
 * The first day of a real town (P4, P66): the profile of Rubano, an empty folder, no network. From the welcome to the register,
 * by mouse alone and by keyboard alone; on the way no word is stronger than what is known.
 */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { describe, expect, onTestFinished, test } from 'vitest';
import type {} from '#renderer/api.ts';
import type { MethodName } from '#shared/ipc/contract.ts';
import { openWelcome, type TownWindow } from '../helpers/townWindow.ts';

/** Tuesday 1 December 2026, 09:05 in Rome. */
const TUESDAY = '2026-12-01T08:05:00.000Z';
const MOST_ACTS = 40;
/** By keyboard the way from one field to the next is a key more. */
const MOST_MOVES = 40;
const FARTHEST = 20;
const TITLE = 'Via Roma chiusa';
const LINK = 'https://www.comune.rubano.pd.it/notizie/via-roma-chiusa';
const TEXT = `Via Roma chiusa al traffico\n\nLunedì 14 dicembre via Roma è chiusa al traffico dalle 8 alle 18 per lavori.\n\nLeggi la notizia: ${LINK}`;

async function firstDay(spec: string): Promise<TownWindow> {
  const opened = await openWelcome(join('first-day', spec), TUESDAY);
  onTestFinished(opened.stop);
  return opened;
}

const section = (window: Page, name: string): Locator =>
  window.getByRole('navigation', { name: 'Sezioni' }).locator('a').filter({ hasText: name });
const dialog = (window: Page): Locator => window.locator('dialog[open]');
const statusBar = (window: Page): Locator => window.locator('.status');

/** Marta at her desk, past the welcome. */
async function begun(window: Page): Promise<void> {
  await window.getByLabel('Nome e cognome').fill('Marta Bellin');
  await window.getByLabel('E-mail di lavoro').fill('marta.bellin@comune.example');
  await window.keyboard.press('Enter');
  await window.getByRole('navigation', { name: 'Sezioni' }).waitFor();
}

/** Runs a use-case as the screens do, and expects that it succeeds. */
async function call<Value>(window: Page, method: MethodName, input: unknown): Promise<Value> {
  const reply = await window.evaluate(
    ([name, given]) => globalThis.window.puntosi.call(name as MethodName, given as never),
    [method, input] as const,
  );
  if (!reply.ok) throw new Error(`${method}: ${reply.error.what}`);
  return reply.value as Value;
}

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

  test(`by keyboard, from the welcome to the register in ${MOST_ACTS} acts at most`, async () => {
    const town = await firstDay('keyboard');
    const { window } = town;
    let [acts, moves] = [0, 0];
    const press = async (chord: string): Promise<void> => {
      acts++;
      await town.press(chord);
    };
    const hasFocus = (target: Locator): Promise<boolean> =>
      target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement));
    /** Goes on with Tab until it is there, as somebody without a mouse does. */
    const tabTo = async (target: Locator, chord = 'Tab'): Promise<void> => {
      await target.waitFor();
      for (let step = 0; step < FARTHEST && !(await hasFocus(target)); step++) {
        moves++;
        await town.press(chord);
      }
      expect(await hasFocus(target), `${target} is not reached`).toBe(true);
    };
    const typeIn = async (target: Locator, words: string): Promise<void> => {
      await tabTo(target);
      acts++;
      await window.keyboard.type(words);
    };
    const pressOn = async (target: Locator, chord = 'Tab'): Promise<void> => {
      await tabTo(target, chord);
      await press('Enter');
    };
    const button = (name: string | RegExp): Locator => window.getByRole('button', { name });

    await typeIn(window.getByLabel('Nome e cognome'), 'Marta Bellin');
    await typeIn(window.getByLabel('E-mail di lavoro'), 'marta.bellin@comune.example');
    await press('Enter');
    const beginnings = window.getByRole('region', { name: 'Prima di cominciare' });
    const head = beginnings.getByRole('listitem', { name: /Capo settore/ });
    await pressOn(head.getByRole('button', { name: 'Indica chi è…' }));
    await typeIn(head.getByLabel('Nome e cognome del capo settore'), 'Ornella Vidal');
    await typeIn(head.getByLabel('E-mail del capo settore'), 'ornella.vidal@comune.example');
    await press('Enter');
    await pressOn(head.getByRole('button', { name: 'Sì, è capo settore' }));
    await head.waitFor({ state: 'detached' });

    await press('Control+2');
    await pressOn(button('Scrivi una richiesta'));
    const written = dialog(window);
    await typeIn(written.getByLabel('Argomento'), TITLE);
    await typeIn(written.getByLabel('Ufficio che chiede'), 'Lavori pubblici');
    await typeIn(written.getByRole('textbox', { name: 'Data richiesta' }), '9 dicembre alle 10');
    await typeIn(written.getByLabel('Notizia sul sito'), LINK);
    await tabTo(written.getByLabel('Testo chiesto'));
    acts++;
    await window.keyboard.insertText(TEXT);
    await press('Control+Enter');
    await window.locator('.cm-content').waitFor();
    await press('Control+Shift+Enter');
    await press('Control+Enter');
    await statusBar(window).getByText('Da spedire: 1 e-mail').waitFor();
    await expectNothingFalse(town, 'preparato');

    await press('Control+3');
    await tabTo(section(window, 'Oggi'), 'F6');
    await pressOn(window.locator('.bar-person'), 'Shift+Tab');
    await dialog(window).waitFor();
    await press('End');
    await press('Enter');
    await dialog(window).waitFor({ state: 'detached' });
    await button(/^Approva e copia per il gruppo/).waitFor();
    await press('Control+Enter');
    await window.getByText(/^Approvato e copiato/).waitFor();
    await expectNothingFalse(town, 'preparato');

    await press('Control+1');
    await window
      .locator('.now')
      .getByText(/via Roma chiusa/i)
      .first()
      .waitFor();
    await press('Control+G');
    await press('Control+4');
    const row = window.getByRole('row', { name: new RegExp(TITLE) });
    await row.getByText('Chiesto', { exact: true }).waitFor();
    await expectNothingFalse(town, 'chiesto');
    await press('Enter');
    await typeIn(dialog(window).getByLabel('Quante persone l’hanno ricevuto'), '812');
    await press('Control+Enter');
    await window.getByText('Registrato con il numero 2026/0001.').waitFor();
    await press('Control+5');
    await window.getByRole('row', { name: /2026\/0001.*Via Roma chiusa/ }).waitFor();
    await town.pass('registro');
    expect(acts).toBeLessThanOrEqual(MOST_ACTS);
    expect(moves).toBeLessThanOrEqual(MOST_MOVES);
  });

  test('the alternative way names all it lacks before it is chosen, and what it prepared waits for a person', async () => {
    const town = await firstDay('alternative');
    const { window } = town;
    await begun(window);
    const head = {
      name: 'Ornella Vidal',
      address: 'ornella.vidal@comune.example',
      roles: ['capo settore'],
      accounts: [],
    };
    const { id: ornella } = await call<{ id: string }>(window, 'people.setPerson', { id: null, ...head });
    await call(window, 'people.setAbsence', { id: null, person: ornella, from: '2026-12-01', to: '2026-12-04' });
    const data = {
      sendDate: '2026-12-09',
      sendTime: '10:00',
      link: LINK,
      office: 'Lavori pubblici',
      category: null,
      reason: null,
    };
    await call(window, 'requests.write', { title: TITLE, text: TEXT, data, corrects: null });
    await section(window, 'Richieste').click();
    await window.getByRole('option', { name: new RegExp(TITLE) }).dblclick();
    await window.locator('.cm-content').waitFor();
    await window.getByRole('button', { name: /^Conferma tutto/ }).click();
    await window.getByRole('button', { name: /^Via alternativa/ }).click();
    const asked = dialog(window);
    // The mayor's copy cannot be left out (P32): her address is asked for here.
    await asked.getByText('Per questa via manca ancora qualcosa').waitFor();
    await asked.getByLabel('Indirizzo del sindaco').fill('sindaca@comune.example');
    await asked.getByRole('button', { name: 'Salva' }).click();
    await asked.getByText('Per questa via manca ancora qualcosa').waitFor({ state: 'detached' });
    for (const reason of await asked.getByRole('textbox', { name: /^(?!Perché \(facoltativo\))/ }).all()) {
      await reason.fill('Sentito per telefono l’ufficio.');
    }
    await town.pass('via-alternativa');
    await asked.getByRole('button', { name: /^Metti in coda/ }).click();
    await asked.waitFor({ state: 'detached' });
    await section(window, 'Coda').click();
    const row = window.getByRole('row', { name: new RegExp(TITLE) });
    await row.getByText('In coda', { exact: true }).waitFor();
    await expectNothingFalse(town, 'preparato');
    await town.pass('in-coda');
  });

  test('a red alert that was only copied shouts until it is asked', async () => {
    const town = await firstDay('alert');
    const { window } = town;
    await begun(window);
    await window.getByRole('button', { name: 'Emergenza' }).click();
    const written = dialog(window);
    await written.getByLabel('Testo', { exact: true }).fill('Allerta rossa per il vento fino alle 20. Resta in casa.');
    await written.getByLabel('Chi autorizza').fill('Sindaca');
    await written.getByLabel('Motivo').fill('Vento forte');
    await written.getByRole('button', { name: /^Copia e apri WhatsApp/ }).click();
    await written.waitFor({ state: 'detached' });
    await section(window, 'Oggi').click();
    const now = window.locator('.now');
    await now
      .getByText(/non ancora chiest/)
      .first()
      .waitFor();
    await expectNothingFalse(town, 'preparato');
    await town.pass('copiata');
    await now.getByRole('button', { name: /L’ho già chiesto/ }).click();
    await now
      .getByText(/non ancora chiest/)
      .first()
      .waitFor({ state: 'detached' });
    await expectNothingFalse(town, 'chiesto');
    await town.pass('chiesta');
  });
});
