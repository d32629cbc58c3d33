/**
 * The real window and a real mail server (P10, P20, P66): from an empty desk to the first request, which shows up without
 * anybody pressing anything.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MAILBOX_PASSWORD, MAILBOX_USER, startDovecot, withoutDovecot } from '../helpers/dovecot.ts';
import { temporaryFolder } from '../helpers/folders.ts';
import { emlOf, INCOMPLETE } from '../helpers/mails.ts';
import { startOauth } from '../helpers/oauthServer.ts';
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

  test('is opened by an access given with a code, in place of a password', async () => {
    const provider = await startOauth(MAILBOX_USER);
    const server = await startDovecot({ introspection: provider.introspection });
    const trusted = join(temporaryFolder(), 'riconosciuti.pem');
    writeFileSync(trusted, `${provider.certificate}\n${server.certificate}`);
    const { window, pass, press } = await begin(trusted);
    const { endpoints, clientId } = provider.access('code');
    await window.keyboard.press('Escape');
    const row = window.getByRole('listitem', { name: /Casella/ });
    await row.getByRole('button', { name: 'Collega…' }).click();
    await row.getByRole('button', { name: 'Collega la casella…' }).click();
    const form = window.getByRole('region', { name: 'Ricevere' });
    await form.getByRole('radio', { name: 'Microsoft 365' }).check({ force: true });
    await pass('microsoft');
    await form.getByRole('radio', { name: 'Server di posta (IMAP)' }).check({ force: true });
    await form.getByRole('radio', { name: 'Con un accesso' }).check({ force: true });
    await form.getByLabel('Server', { exact: true }).fill('127.0.0.1');
    await form.getByLabel('Porta').fill(String(server.ports.imaps));
    await form.getByLabel('Nome utente').fill(MAILBOX_USER);
    await form.getByLabel('Identificativo dell’app').fill(clientId);
    await form.getByLabel('Indirizzo dei codici').fill(endpoints?.device ?? '');
    await form.getByLabel('Indirizzo degli accessi').fill(endpoints?.token ?? '');
    await form.getByLabel('Permessi').fill(endpoints?.scopes ?? '');
    const box = form.getByRole('region', { name: 'Accesso' });
    await box.getByRole('button', { name: 'Accedi' }).focus();
    await press('Enter');
    await box.getByText('GKRT-4821').waitFor();
    await pass('codice');
    await window.emulateMedia({ colorScheme: 'dark' });
    await window.setViewportSize({ width: 640, height: 400 });
    await box.scrollIntoViewIfNeeded();
    await pass('codice-200-scuro');
    await window.setViewportSize({ width: 1366, height: 768 });
    await window.emulateMedia({ colorScheme: 'light' });
    provider.answerCode(true);
    await box.getByText(/^Accesso dato/).waitFor();
    await form.getByRole('button', { name: 'Scegli la cartella' }).click();
    await form.getByRole('combobox', { name: 'Cartella da leggere' }).waitFor();
    await form.getByRole('button', { name: 'Prova e collega' }).click();
    await window.getByText('La cartella si apre').waitFor();
    await statusBar(window)
      .getByText(/^Casella letta/)
      .waitFor();
    await pass('accesso-dato');

    // Withdrawn: said with what to do, and a row of Oggi.
    provider.revoke(true);
    server.kill();
    await server.start();
    await window.getByRole('navigation', { name: 'Sezioni' }).locator('a').filter({ hasText: 'Richieste' }).click();
    await window
      .getByRole('button', { name: /^Controlla la casella/ })
      .first()
      .click();
    await window.getByText('L’accesso alla posta è scaduto: accedi di nuovo').first().waitFor();
    await window.getByRole('navigation', { name: 'Sezioni' }).locator('a').filter({ hasText: 'Oggi' }).click();
    await window.getByText('Accedi di nuovo alla posta').first().waitFor();
    await pass('oggi-accesso-scaduto');
    expect(provider.asked.at(-1)).toBe('refresh_token');
  });
});
