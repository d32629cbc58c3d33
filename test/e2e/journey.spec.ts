/** The journey of one notice in the real window, by keyboard alone, axe clean on every screen it passes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letter } from '#electron/demo/mails.ts';
import { mailboxOf, newsOf } from '#electron/demo/prose.ts';
import { pdfFaults } from '../helpers/pdfStructure.ts';
import { enterTown, openWelcome, type TownWindow } from '../helpers/townWindow.ts';

/** Tuesday 24 November 2026, 09:14 in Rome: inside the hours of service. */
const NOW = '2026-11-24T08:14:00.000Z';
const MAIL = letter(
  {
    name: 'tigli',
    arrives: ['2026-11-24', '08:05'],
    from: ['Renato Sartor', mailboxOf('lavori.pubblici')],
    subject: 'Chiusura di via dei Tigli',
  },
  [
    'Buongiorno,',
    'da inviare oggi, martedì 24 novembre.',
    '',
    'Testo:',
    'Via dei Tigli chiusa al traffico',
    '',
    'Via dei Tigli è chiusa mercoledì 25 novembre dalle 8 alle 17 per lavori all’acquedotto .',
    '',
    `Leggi la notizia: ${newsOf('via-dei-tigli')}`,
    '',
    'Renato Sartor',
    'Ufficio Lavori pubblici',
  ].join('\n'),
);

let town: TownWindow;
let window: TownWindow['window'];
let press: TownWindow['press'];

beforeAll(async () => {
  town = await openWelcome('journey', NOW, [MAIL]);
  window = town.window;
  press = town.press;
});

afterAll(() => town?.stop());

describe('one notice, from an e-mail to a line of the PDF', () => {
  test('the welcome offers the invented town', async () => {
    await town.pass('benvenuto');
    await enterTown(town);
    await town.pass('oggi-vuoto');
  });

  test('F9 reads the mailbox; the request is the thing to do now', async () => {
    await press('F9');
    await window.getByText('Prendi in carico', { exact: false }).first().waitFor();
    await town.pass('oggi');
    await press('Control+2');
    await window.getByRole('listbox').waitFor();
    await town.pass('richieste');
  });

  test('open, confirm all, correct, forward', async () => {
    await window.getByRole('listbox').focus();
    await press('Enter');
    const editor = window.locator('.cm-content');
    await editor.waitFor();
    await window.getByText(/correggi 1 errore/).waitFor();
    await town.pass('richiesta');
    await press('Control+Shift+Enter');
    await editor.focus();
    await press('F8');
    // The finding is chosen once the editor has drawn it.
    await expect.poll(() => window.evaluate(() => String(getSelection())), { timeout: 30_000 }).not.toBe('');
    await press('Control+.');
    await window.locator('.finding-card:focus-within').waitFor();
    await press('Escape');
    // Opened with the mouse from the list the card has the focus too: 1 corrects, and is not written (W16).
    await window.locator('.finding-card').waitFor({ state: 'detached' });
    await window.getByRole('list', { name: 'Segnalazioni' }).locator('.finding-words').first().click();
    await window.locator('.finding-card:focus-within').waitFor();
    await press('1');
    await window.getByText(/correggi 1 errore/).waitFor({ state: 'detached' });
    expect(await editor.innerText()).toContain('per lavori all’acquedotto.');
    await town.pass('richiesta-corretta');
    await press('Control+Enter');
    await window.getByText(/Il testo è in Approvazione, per Ornella Vidal/).waitFor();
  });

  test('the head approves the text she sees', async () => {
    await town.sitDown(2);
    await press('Control+3');
    await window.getByText('Via dei Tigli chiusa al traffico').first().waitFor();
    await town.pass('approvazione');
    await press('Control+Enter');
    await window.getByText('Nessun testo da approvare').waitFor();
  });

  test('after the time for undo it lies whole in the contractor’s folder, and a person confirms', async () => {
    await press('Control+4');
    await window.getByText('Chiesto', { exact: true }).first().waitFor({ timeout: 30_000 });
    const files = readdirSync(join(town.data, 'consegne')).sort();
    expect(files).toEqual([
      expect.stringMatching(/^2026-11-24_.*\.json$/),
      expect.stringMatching(/^2026-11-24_.*\.txt$/),
      'ADDESTRAMENTO.txt',
    ]);
    await town.pass('coda');
    const confirm = window.getByRole('button', { name: /Conferma l’invio/ }).first();
    await confirm.focus();
    await press('Enter');
    await window.locator('dialog[open]').waitFor();
    await window.keyboard.type('1240');
    await town.pass('conferma');
    await press('Control+Enter');
    await window.getByText('2026/0001').first().waitFor();
  });

  test('it stands in the register with its number', async () => {
    await press('Control+5');
    await window.getByText('2026/0001').first().waitFor();
    await town.pass('registro');
  });

  test('and in the PDF of the two months', async () => {
    await press('Control+6');
    const create = window.getByRole('button', { name: /Crea il PDF/ });
    await create.waitFor();
    await town.pass('report');
    await create.focus();
    await press('Enter');
    await window.getByRole('button', { name: /Apri il PDF/ }).waitFor({ timeout: 60_000 });
    await town.pass('report-fatto');
    const pdf = readFileSync(join(town.data, 'relazioni', 'report-2026-6.pdf'));
    expect(pdfFaults(pdf)).toEqual([]);
  });
});
