import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parseEml } from '#electron/requests/reading/parseEml.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { mailProfileOf } from '#shared/requests/reading/knownSenders.ts';
import { understand } from '#shared/requests/reading/understand.ts';
import { hasProgram } from '../../../helpers/pdfPrograms.ts';
import { openSigner } from '../../../helpers/signedFile.ts';

const INNER = [
  'From: Servizi Sociali <sociale@pec.comune.valdombra.example>',
  'Subject: Richiesta avviso',
  'Date: Thu, 26 Nov 2026 12:00:00 +0100',
  'Message-ID: <orig-55@pec.comune.valdombra.example>',
  '',
  'Da inviare lunedì 7 dicembre. Testo: lo sportello sociale riceve anche il giovedì.',
];
/** What the operator signs: the envelope with the message of the sender. */
const SIGNED = [
  'Content-Type: multipart/mixed; boundary="M"',
  '',
  '--M',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Messaggio di posta certificata',
  '--M',
  'Content-Type: message/rfc822; name="postacert.eml"',
  'Content-Disposition: attachment; filename="postacert.eml"',
  '',
  ...INNER,
  '--M--',
].join('\r\n');
const HEAD = [
  'From: "Per conto di: sociale@pec.comune.valdombra.example" <posta-certificata@pec.gestore.example>',
  'Subject: POSTA CERTIFICATA: Richiesta avviso',
  'Date: Thu, 26 Nov 2026 12:00:05 +0100',
  'Message-ID: <id1@pec.gestore.example>',
  'X-Trasporto: posta-certificata',
  'MIME-Version: 1.0',
];
const TYPE =
  'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg="sha-256"; boundary="--SIG"';

/** The PEC with a signature (DER), and further parts after it. */
function pecOf(signature: Uint8Array | undefined, ...further: readonly string[]): string {
  const lines = Buffer.from(signature ?? [])
    .toString('base64')
    .replace(/.{64}/g, '$&\r\n');
  const kind = signature ? 'application/x-pkcs7-signature; name="smime.p7s"' : 'text/plain';
  const part = [`Content-Type: ${kind}`, 'Content-Transfer-Encoding: base64', '', lines];
  const parts = ['----SIG', SIGNED, '----SIG', ...part, ...further, '----SIG--', ''];
  return [...HEAD, TYPE, '', 'This is an S/MIME signed message', ...parts].join('\r\n');
}

async function signatureOf(raw: string) {
  const mail = await parseEml(Buffer.from(raw, 'utf8'));
  const { warnings } = understand(mail, mailProfileOf(valdombra));
  const told = warnings.filter(({ code }) => code.startsWith('pec-signature')).map(({ code }) => code);
  return [mail.transport, mail.pecSignature, ...told];
}

describe.skipIf(!hasProgram('openssl'))('a PEC signed by openssl', () => {
  const folder = mkdtempSync(join(tmpdir(), 'firma-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const { sign } = openSigner(folder);
  const signature = sign(Buffer.from(SIGNED), '-detached');
  const whole = pecOf(signature);

  test('is whole as it came, and after its line ends were changed', async () => {
    expect(await signatureOf(whole)).toEqual(['pec', 'whole']);
    expect(await signatureOf(whole.replaceAll('\r\n', '\n'))).toEqual(['pec', 'whole']);
  });

  test('whose text was changed is altered, and told as a warning', async () => {
    const changed = whole.replace('lunedì 7', 'lunedì 8');
    expect(await signatureOf(changed)).toEqual(['pec', 'altered', 'pec-signature-altered']);
  });

  test.each<[string, () => string]>([
    ['a part that nobody signed', () => pecOf(signature, '----SIG', 'Content-Type: text/plain', '', 'Aggiunta')],
    ['a signature of something else, with its own content', () => pecOf(sign(Buffer.from('altro')))],
    ['a blanked signature', () => pecOf(new Uint8Array(200))],
    ['parts whose end is missing', () => whole.replace('\r\n----SIG--\r\n', '\r\n')],
  ])('%s cannot be verified, and it is said', async (_, made) => {
    expect(await signatureOf(made())).toEqual(['pec', 'not-verified', 'pec-signature-not-verified']);
  });

  test('inside another mail is not looked at: what counts is the outermost envelope', async () => {
    const forwarded = ['From: a@b.example', 'Subject: I: PEC', 'Content-Type: message/rfc822', '', whole].join('\r\n');
    expect((await signatureOf(forwarded))[1]).toBeNull();
  });
});

test('a PEC without signature is told, an ordinary mail is not', async () => {
  expect(await signatureOf(pecOf(undefined))).toEqual(['pec', 'none', 'pec-signature-not-verified']);
  expect(await signatureOf(INNER.join('\r\n'))).toEqual(['ordinary', null]);
});
