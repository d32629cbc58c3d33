/**
 * The real window and a real mail server (P10, P20, P66): from an empty desk to the first request, which shows up without
 * anybody pressing anything.
 */
import type { Page } from 'playwright';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MAILBOX_PASSWORD, MAILBOX_USER, startDovecot, withoutDovecot } from '../helpers/dovecot.ts';
import { emlOf, INCOMPLETE } from '../helpers/mails.ts';
import { openWelcome, type TownWindow } from '../helpers/townWindow.ts';

/** Monday 2 March 2026, 09:00 in Rome. */
const MONDAY = '2026-03-02T08:00:00.000Z';

async function begin(trusted: string): Promise<TownWindow> {
  const opened = await openWelcome('mailbox', MONDAY, undefined, { NODE_EXTRA_CA_CERTS: trusted });
  onTestFinished(opened.stop);
  const { window, press } = opened;
  await window.getByLabel('Nome e cognome').fill('Marta Bellin');
  await window.getByLabel('E-mail di lavoro').fill('marta.bellin@comune.example');
  await press('Enter');
  await window.getByRole('navigation', { name: 'Sezioni' }).waitFor();
  return opened;
}

const statusBar = (window: Page) => window.locator('.status');

describe.skipIf(withoutDovecot !== undefined)(`the mailbox in the window (${withoutDovecot ?? 'Dovecot'})`, () => {
  test('is connected on its page, and an e-mail that arrives becomes a request by itself', async () => {
    const server = await startDovecot();
    const town = await begin(server.certificateFile);
    const { window } = town;
    const row = window.getByRole('listitem', { name: /Casella/ });
    await row.getByRole('button', { name: 'Collega…' }).click();
    await row.getByRole('button', { name: 'Collega la casella…' }).click();
    const form = window.getByRole('region', { name: 'Ricevere' });
    await form.getByLabel('Server', { exact: true }).fill('127.0.0.1');
    await form.getByLabel('Porta').fill(String(server.ports.imaps));
    await form.getByLabel('Nome utente').fill(MAILBOX_USER);
    await town.pass('da-provare');

    // Nothing is kept that does not work, and what is wrong is said with what to do.
    await form.getByLabel('Password', { exact: true }).fill('sbagliata');
    await form.getByRole('button', { name: 'Prova e collega' }).click();
    const tried = window.getByRole('region', { name: 'Che cosa è stato provato' });
    await tried.getByText(/ha rifiutato la password/).waitFor();
    await tried.getByText('2 prove su 5').waitFor();
    await statusBar(window).getByText('Casella non collegata').waitFor();
    await town.pass('password-sbagliata');

    await form.getByLabel('Password', { exact: true }).fill(MAILBOX_PASSWORD);
    await form.getByLabel('Password', { exact: true }).press('Enter');
    await tried.getByText('La cartella si apre').waitFor();
    await statusBar(window)
      .getByText(/^Casella letta/)
      .waitFor();
    await town.pass('collegata');
    await window.emulateMedia({ colorScheme: 'dark' });
    await window.setViewportSize({ width: 1024, height: 768 });
    await town.pass('collegata-1024-scuro');
    // Nothing lies over the button where the two parts stand one above the other.
    await form.getByRole('button', { name: 'Prova di nuovo' }).click({ trial: true });
    await window.setViewportSize({ width: 640, height: 400 });
    await town.pass('collegata-200');
    await window.setViewportSize({ width: 1366, height: 768 });
    await window.emulateMedia({ colorScheme: 'light' });

    await window.getByRole('navigation', { name: 'Sezioni' }).locator('a').filter({ hasText: 'Richieste' }).click();
    await server.deliver(emlOf(INCOMPLETE));
    // Nobody presses anything.
    await window.getByText('Corso di primo soccorso').first().waitFor();
    await town.pass('arrivata-da-sola');
    expect(await window.getByText('Corso di primo soccorso').count()).toBeGreaterThan(0);
  });
});
