/**
 * The real window and a real SMTP server (P26, P66): the way letters leave is tried on its page, and only what
 * works is kept.
 */
import { expect, onTestFinished, test } from 'vitest';
import { SMTP_PASSWORD, SMTP_USER, startSmtp } from '../helpers/smtpServer.ts';
import { openWelcome } from '../helpers/townWindow.ts';

/** Monday 2 March 2026, 09:00 in Rome. */
const MONDAY = '2026-03-02T08:00:00.000Z';

test('a wrong password is said at its step, and the right one lets letters leave by themselves', async () => {
  const server = await startSmtp();
  const town = await openWelcome('sending', MONDAY, undefined, { NODE_EXTRA_CA_CERTS: server.certificateFile });
  onTestFinished(town.stop);
  const { window, press } = town;
  await window.getByLabel('Nome e cognome').fill('Marta Bellin');
  await window.getByLabel('E-mail di lavoro').fill('marta.bellin@comune.example');
  await press('Enter');
  const places = window.getByRole('navigation', { name: 'Sezioni' });
  await places.locator('a').filter({ hasText: 'Impostazioni' }).click();
  await window.getByText('Casella e posta in uscita').first().click();
  const form = window.getByRole('region', { name: 'Spedire' });
  const tried = window.getByRole('region', { name: 'Che cosa è stato provato' });
  await form.getByText('Spedisce una persona').waitFor();
  await form.getByLabel('Server', { exact: true }).fill('127.0.0.1');
  await form.getByLabel('Porta').fill(String(server.account.port));
  await form.getByLabel('Nome utente').fill(SMTP_USER);
  await form.getByLabel('Indirizzo da cui partono').fill(SMTP_USER);
  await form.getByLabel('Password', { exact: true }).fill('sbagliata');
  await form.getByLabel('Password', { exact: true }).press('Enter');
  await tried.getByText(/ha rifiutato la password/).waitFor();
  await tried.getByText('2 prove su 4').waitFor();
  expect(server.taken).toEqual([]);
  await town.pass('password-sbagliata');
  await form.getByLabel('Password', { exact: true }).fill(SMTP_PASSWORD);
  await form.getByRole('button', { name: 'Prova e spedisci da qui' }).click();
  await tried.getByText('4 prove su 4').waitFor();
  await form.getByText(/Le e-mail partono da sole/).waitFor();
  expect(server.taken).toMatchObject([{ to: [SMTP_USER] }]);
  await town.pass('collegata');
});
