/**
 * The real window with a real mailbox and a real server that sends on (P26, P32, P66): the text for the head leaves, his
 * reply comes back and is shown; the e-mail to the contractor comes back, and its sending says so.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { MethodName } from '#shared/ipc/contract.ts';
import { MAILBOX_PASSWORD, MAILBOX_USER, startDovecot, withoutDovecot } from '../helpers/dovecot.ts';
import { startExim, withoutExim } from '../helpers/exim.ts';
import { SMTP_PASSWORD } from '../helpers/smtpServer.ts';
import { openWelcome } from '../helpers/townWindow.ts';

/** Monday 2 March 2026, 09:00 in Rome. */
const MONDAY = '2026-03-02T08:00:00.000Z';
const HEAD = 'ornella.vidal@comune.valdombra.example';
const CONTRACTOR = 'invii@messaggichiari.example';
const TEXT = 'Giovedì 5 marzo via Roma è chiusa al traffico dalle 8 alle 18 per lavori.';
const REASONS = {
  data: 'Concordata.',
  link: 'Non c’è una pagina.',
  mittente: 'Per telefono.',
  prontuario: 'Concordato.',
};

const missing = withoutDovecot ?? withoutExim;
const section = (window: Page, name: string): Locator =>
  window.getByRole('navigation', { name: 'Sezioni' }).locator('a').filter({ hasText: name });
const statusBar = (window: Page): Locator => window.locator('.status');

/** Runs a use-case as the screens do, and expects that it succeeds. */
async function call<Value>(window: Page, method: MethodName, input: unknown): Promise<Value> {
  const reply = await window.evaluate(
    ([name, given]) => globalThis.window.puntosi.call(name as MethodName, given as never),
    [method, input] as const,
  );
  if (!reply.ok) throw new Error(`${method}: ${reply.error.what}`);
  return reply.value as Value;
}

/** A desk with a head and a contractor, that reads a mailbox and sends by itself. */
async function begin() {
  const mailbox = await startDovecot();
  const exim = await startExim({ lmtp: mailbox.ports.lmtp, bounces: 'messaggichiari.example' });
  const folder = mkdtempSync(join(tmpdir(), 'puntosi-certificati-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const trusted = join(folder, 'tutti.pem');
  writeFileSync(trusted, `${readFileSync(mailbox.certificateFile, 'utf8')}\n${exim.certificate}`);
  const town = await openWelcome('letters', MONDAY, undefined, { NODE_EXTRA_CA_CERTS: trusted });
  onTestFinished(town.stop);
  const { window } = town;
  await window.getByLabel('Nome e cognome').fill('Marta Bellin');
  await window.getByLabel('E-mail di lavoro').fill('marta.bellin@comune.valdombra.example');
  await town.press('Enter');
  await window.getByRole('navigation', { name: 'Sezioni' }).waitFor();
  const changes = [
    { field: 'mailbox', value: MAILBOX_USER },
    { field: 'contractor', value: { name: 'Messaggi Chiari', address: CONTRACTOR } },
    { field: 'mayor', value: 'sindaca@comune.valdombra.example' },
  ];
  await call(window, 'people.setTown', { changes });
  const receiving = { server: '127.0.0.1', port: mailbox.ports.imaps, security: 'tls', user: MAILBOX_USER };
  await call(window, 'requests.connectMailbox', {
    receiving: { ...receiving, folder: 'INBOX', method: 'password' },
    password: MAILBOX_PASSWORD,
    access: null,
    since: '2026-02-01',
  });
  const connected = await call<{ connected: boolean }>(window, 'requests.connectSending', {
    sending: exim.account,
    password: SMTP_PASSWORD,
    access: null,
  });
  expect(connected.connected).toBe(true);
  // From the first head on only he changes the data of the town.
  const head = { id: null, name: 'Ornella Vidal', address: HEAD, roles: ['capo settore'], accounts: [] };
  await call(window, 'people.setPerson', head);
  return { town, window, mailbox, exim };
}

describe.skipIf(missing !== undefined)(`letters that leave and come back (${missing ?? 'Dovecot, Exim'})`, () => {
  test('the text for the head leaves by itself, and his reply from a real mailbox is shown', async () => {
    const { town, window, mailbox, exim } = await begin();
    const data = { sendDate: '2026-03-05', sendTime: null, link: null, office: null, category: null, reason: null };
    const { id } = await call<{ id: string }>(window, 'requests.write', {
      ...{ title: 'Via Roma chiusa', text: TEXT, data, corrects: null },
    });
    await call(window, 'drafts.forward', { id, text: TEXT, reasons: REASONS });
    await statusBar(window)
      .getByText(/^Ultima e-mail consegnata al server/)
      .waitFor({ timeout: 60_000 });
    const messageId = / id=(\S+@comune\.valdombra\.example)/
      .exec(
        exim
          .log()
          .split('\n')
          .filter((line) => line.includes('<='))
          .at(-1) ?? '',
      )
      ?.at(1);
    expect(messageId).toBeDefined();
    await mailbox.deliver(
      [
        `From: Ornella Vidal <${HEAD}>`,
        `To: ${MAILBOX_USER}`,
        'Subject: Re: Da decidere: Via Roma chiusa',
        'Date: Mon, 2 Mar 2026 09:10:00 +0100',
        'Message-ID: <risposta-1@comune.valdombra.example>',
        `In-Reply-To: <${messageId}>`,
        `References: <${messageId}>`,
        '',
        'Va bene, approvo il testo.',
        '',
      ].join('\r\n'),
    );
    await section(window, 'Oggi').click();
    await window
      .getByText(/il capo settore ha (?:scritto|risposto)|Leggi la risposta/i)
      .first()
      .waitFor({ timeout: 60_000 });
    await town.pass('risposta-del-capo');
  });

  test('the e-mail to the contractor comes back: its sending says so, in red, with the reason', async () => {
    const { town, window } = await begin();
    await call(window, 'queue.emergency', {
      ...{ title: 'Allerta piena', text: 'Resta in casa.', link: null, authoriser: 'Sindaca', why: 'Piena' },
      route: 'e-mail alla ditta',
    });
    await section(window, 'Coda').click();
    await window
      .getByText(/è tornata indietro: l’indirizzo non esiste/)
      .first()
      .waitFor({ timeout: 90_000 });
    await town.pass('tornata-indietro');
    await section(window, 'Oggi').click();
    await window
      .getByText(/Allerta piena/i)
      .first()
      .waitFor();
    await town.pass('oggi');
  });
});
