import { afterAll, describe, expect, it } from 'vitest';
import { parseMail } from '#electron/requests/reading/parseMail.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import type { DeliveryReport } from '#shared/requests/reading/reported.ts';
import { eximReport, pecReceipt, qmailReport, type Said, statusReport } from '../../../helpers/deliveryReports.ts';

afterAll(stopWorkers);

const SAID: Said = { about: 'a1b2@comune.valdombra.example', to: 'assente@altrove.example' };
const ABOUT = '<a1b2@comune.valdombra.example>';

async function read(raw: string): Promise<ParsedMail> {
  const parsed = await parseMail(new TextEncoder().encode(raw), 'rapporto.eml');
  return parsed.ok ? parsed.value : expect.fail(parsed.error.code);
}
const reportIn = async (raw: string): Promise<DeliveryReport | null> => (await read(raw)).report;

describe('the report of a server on a letter that left', () => {
  it.each([
    ['a delivery status', statusReport(SAID), 'failed', 'l’indirizzo non esiste'],
    [
      'a delivery status, full',
      statusReport({ ...SAID, status: '5.2.2', diagnostic: '552 5.2.2 over quota' }),
      'failed',
      'casella piena',
    ],
    ['a delivery status, late', statusReport({ ...SAID, action: 'delayed', status: '4.4.1' }), 'delayed', undefined],
    [
      'a delivery status, arrived',
      statusReport({ ...SAID, action: 'delivered', status: '2.0.0', diagnostic: '250 ok' }),
      'delivered',
      undefined,
    ],
    ['Exim', eximReport(SAID), 'failed', 'casella piena'],
    ['qmail', qmailReport(SAID), 'failed', 'l’indirizzo non esiste'],
    ['PEC, delivered', pecReceipt('avvenuta-consegna', SAID), 'delivered', undefined],
    ['PEC, not delivered', pecReceipt('errore-consegna', SAID, 'no-dest'), 'failed', 'l’indirizzo non esiste'],
    ['PEC, late', pecReceipt('preavviso-errore-consegna', SAID), 'delayed', undefined],
  ])('%s says of which letter and of whom, and asks for nothing', async (_, raw, what, why) => {
    const { report, transport } = await read(raw);
    expect(report).toMatchObject({ recipients: [{ address: SAID.to, what, ...(why === undefined ? {} : { why }) }] });
    expect(report?.about).toContain(ABOUT);
    expect(['auto-reply', 'pec-receipt']).toContain(transport);
  });

  it('of the gestore says of all that it took the letter, or did not', async () => {
    expect(await reportIn(pecReceipt('accettazione', SAID))).toMatchObject({
      recipients: [{ address: null, what: 'accepted' }],
    });
    expect(await reportIn(pecReceipt('non-accettazione', SAID))).toMatchObject({
      recipients: [{ address: null, what: 'failed' }],
    });
    expect(await reportIn(pecReceipt('presa-in-carico', SAID))).toBeNull();
  });

  it('knows our own mark where a mail program gave the letter another Message-ID', async () => {
    expect((await reportIn(statusReport({ ...SAID, byMark: true })))?.about[0]).toBe(ABOUT);
  });

  it('is none that only handed it on to a server that tells nothing', async () => {
    expect(await reportIn(statusReport({ ...SAID, action: 'relayed', status: '2.0.0' }))).toBeNull();
  });

  it('is none inside what somebody wrote: a receipt of PEC is one only outermost', async () => {
    const inner = pecReceipt('avvenuta-consegna', SAID);
    const raw = [
      'From: chiunque@altrove.example',
      'Subject: Inoltro',
      'Date: Mon, 2 Mar 2026 09:20:00 +0100',
      'Message-ID: <x@altrove.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="fuori"',
      '',
      '--fuori',
      'Content-Type: message/rfc822',
      '',
      inner,
      '--fuori--',
      '',
    ].join('\r\n');
    expect(await reportIn(raw)).toBeNull();
  });
});
