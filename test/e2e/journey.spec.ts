/** The journey of one notice in the real window, by keyboard alone, axe clean on every screen it passes. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { pdfFaults } from '../helpers/pdfStructure.ts';

/** Tuesday 24 November 2026, 09:14 in Rome: inside the hours of service. */
const NOW = '2026-11-24T08:14:00.000Z';
const NEWS = 'https://www.comune.valdombra.example/novita/via-dei-tigli';
const EMAIL = [
  'From: Renato Sartor <lavori.pubblici@comune.valdombra.example>',
  'To: avvisi@comune.valdombra.example',
  'Subject: Chiusura di via dei Tigli',
  'Date: Tue, 24 Nov 2026 08:05:00 +0100',
  'Message-ID: <tigli@comune.valdombra.example>',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: 8bit',
  '',
  'Buongiorno,',
  'da inviare oggi, martedì 24 novembre.',
  '',
  'Testo:',
  'Via dei Tigli chiusa al traffico',
  '',
  'Via dei Tigli è chiusa mercoledì 25 novembre dalle 8 alle 17 per lavori all’acquedotto .',
  '',
  `Leggi la notizia: ${NEWS}`,
  '',
  'Renato Sartor',
  'Ufficio Lavori pubblici',
].join('\r\n');

let userData: string;
let running: RunningApp;
let window: Page;
const pictures = join('test-output', 'journey');

/** What axe-core finds on the screen as it stands; the source goes in as text, because the page may load no script. */
async function faults(): Promise<readonly string[]> {
  await window.evaluate(axe.source);
  const { violations } = await window.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

async function passScreen(name: string): Promise<void> {
  await window.screenshot({ path: join(pictures, `${name}.png`) });
  expect(await faults(), name).toEqual([]);
}

const press = (keys: string): Promise<void> => window.keyboard.press(keys);

/** Somebody else sits down at the shared desk: the button in the bar, then the name in the list. */
async function sitDown(steps: number): Promise<void> {
  await window.locator('.bar-person').focus();
  await press('Enter');
  await window.locator('dialog[open]').waitFor();
  await press('Home');
  for (let step = 0; step < steps; step++) await press('ArrowDown');
  await press('Enter');
  await window.locator('dialog[open]').waitFor({ state: 'detached' });
}

beforeAll(async () => {
  userData = mkdtempSync(join(tmpdir(), 'puntosi-journey-'));
  const inbox = join(userData, 'dati', 'esempio', 'posta');
  mkdirSync(inbox, { recursive: true });
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(inbox, 'tigli.eml'), EMAIL);
  running = await startApp({ userData, env: { PUNTOSI_NOW: NOW } });
  window = running.window;
});

afterAll(async () => {
  await running.stop();
  rmSync(userData, { recursive: true, force: true });
});

describe('one notice, from an e-mail to a line of the PDF', () => {
  test('the welcome offers the invented town', async () => {
    await passScreen('1-benvenuto');
    const example = window.getByRole('button', { name: /dati di esempio/ });
    await example.focus();
    await press('Enter');
    await window.getByText('Addestramento: dati inventati').waitFor();
    await passScreen('2-oggi-vuoto');
  });

  test('F9 reads the mailbox; the request is the thing to do now', async () => {
    await press('F9');
    await window.getByText('Prendi in carico', { exact: false }).first().waitFor();
    await passScreen('3-oggi');
    await press('Control+2');
    await window.getByRole('listbox').waitFor();
    await passScreen('4-richieste');
  });

  test('open, confirm all, correct, forward', async () => {
    await window.getByRole('listbox').focus();
    await press('Enter');
    const editor = window.locator('.cm-content');
    await editor.waitFor();
    await window.getByText(/correggi 1 errore/).waitFor();
    await passScreen('5-richiesta');
    await press('Control+Shift+Enter');
    await editor.focus();
    await press('F8');
    await press('Control+.');
    await window.locator('.finding-card:focus-within').waitFor();
    await press('1');
    await window.getByText(/correggi 1 errore/).waitFor({ state: 'detached' });
    expect(await editor.innerText()).toContain('per lavori all’acquedotto.');
    await passScreen('6-richiesta-corretta');
    await press('Control+Enter');
    await window.getByText(/Inoltrata a Ornella Vidal/).waitFor();
  });

  test('the head approves the text she sees', async () => {
    await sitDown(2);
    await press('Control+3');
    await window.getByText('Via dei Tigli chiusa al traffico').first().waitFor();
    await passScreen('7-approvazione');
    await press('Control+Enter');
    await window.getByText('Nessun testo da approvare').waitFor();
  });

  test('after the time for undo it lies whole in the contractor’s folder, and a person confirms', async () => {
    await press('Control+4');
    await window.getByText('Consegnato', { exact: false }).first().waitFor({ timeout: 30_000 });
    const files = readdirSync(join(userData, 'dati', 'esempio', 'consegne')).sort();
    expect(files).toEqual([expect.stringMatching(/^2026-11-24_.*\.json$/), expect.stringMatching(/\.txt$/)]);
    await passScreen('8-coda');
    const confirm = window.getByRole('button', { name: /Conferma l’invio/ }).first();
    await confirm.focus();
    await press('Enter');
    await window.locator('dialog[open]').waitFor();
    await window.keyboard.type('1240');
    await passScreen('9-conferma');
    await press('Control+Enter');
    await window.getByText('2026/0001').first().waitFor();
  });

  test('it stands in the register with its number', async () => {
    await press('Control+5');
    await window.getByText('2026/0001').first().waitFor();
    await passScreen('10-registro');
  });

  test('and in the PDF of the two months', async () => {
    await press('Control+6');
    const create = window.getByRole('button', { name: /Crea il PDF/ });
    await create.waitFor();
    await passScreen('11-report');
    await create.focus();
    await press('Enter');
    await window.getByRole('button', { name: /Apri il PDF/ }).waitFor({ timeout: 60_000 });
    await passScreen('12-report-fatto');
    const pdf = readFileSync(join(userData, 'dati', 'esempio', 'relazioni', 'report-2026-6.pdf'));
    expect(pdfFaults(pdf)).toEqual([]);
  });
});
