import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readInvoice } from '#electron/report/invoice/invoice.ts';
import { readInvoiceFile } from '#electron/report/invoice/invoiceFile.ts';
import { isSignedFile, openSignedFile } from '#electron/report/invoice/signedFile.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { signatureSchema, signaturesTogether } from '#shared/kernel/signature.ts';
import { invoiceXml } from '../../../helpers/invoiceXml.ts';
import { hasProgram } from '../../../helpers/pdfPrograms.ts';
import { openSigner } from '../../../helpers/signedFile.ts';

const XML = Buffer.from(invoiceXml());
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const inBase64 = (content: Uint8Array, lineEnd: string): string =>
  (
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join(lineEnd);

/** `content` with the first byte of `found` another one. */
function changed(content: Uint8Array, found: string): Uint8Array {
  const copy = Buffer.from(content);
  const at = copy.indexOf(found);
  if (at === -1) throw new Error(`${found} is not there`);
  copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
  return copy;
}

afterAll(stopWorkers);

describe.skipIf(!hasProgram('openssl'))('an invoice signed by openssl', () => {
  const folder = mkdtempSync(join(tmpdir(), 'firma-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const { sign } = openSigner(folder);
  const der = sign(XML, '-cades');

  test.each<[string, () => Uint8Array]>([
    ['DER', () => der],
    ['BER, streamed', () => sign(XML, '-cades', '-stream')],
    ['base64 with the line ends of mail', () => bytes(inBase64(der, '\r\n'))],
    ['base64 without line ends', () => bytes(inBase64(der, ''))],
    ['PEM', () => sign(XML, '-outform', 'PEM')],
    ['signed twice', () => sign(der, '-cades')],
    ['signed twice, streamed both times', () => sign(sign(XML, '-stream'), '-stream')],
    ['without signed attributes', () => sign(XML, '-noattr')],
    ['with the key named by its hash', () => sign(XML, '-keyid')],
    ['with RSA-PSS', () => sign(XML, '-keyopt', 'rsa_padding_mode:pss')],
  ])('%s: the same bytes come out, the signature is whole', async (_, made) => {
    const opened = await openSignedFile(made());
    expect(opened.ok && Buffer.from(opened.value.content).equals(XML)).toBe(true);
    expect(opened).toMatchObject({ value: { signature: 'whole' } });
  });

  test('the invoice inside is read, in a worker too', async () => {
    const read = await readInvoice(der);
    expect(read).toMatchObject({ ok: true, value: { signature: 'whole', warnings: [], bodies: [{ number: '214' }] } });
    expect(read).toEqual(await readInvoiceFile(der));
  });

  test.each<[string, () => Uint8Array]>([
    ['a figure of the invoice', () => changed(der, '214</Numero>')],
    ['a figure of the inner one of two envelopes', () => changed(sign(der, '-cades'), '214</Numero>')],
    ['the signature itself', () => Buffer.concat([der.subarray(0, -1), Uint8Array.of((der.at(-1) ?? 0) ^ 1)])],
    ['content without signed attributes', () => changed(sign(XML, '-noattr'), '214</Numero>')],
  ])('%s changed: altered, and told as a warning', async (_, made) => {
    const read = await readInvoiceFile(made());
    expect(read).toMatchObject({
      ok: true,
      value: { signature: 'altered', warnings: [expect.objectContaining({ code: 'signature-altered', body: null })] },
    });
  });

  test('without its certificate it is read, and not verified', async () => {
    expect(await openSignedFile(sign(XML, '-nocerts'))).toMatchObject({ value: { signature: 'not-verified' } });
  });

  test.each<[string, () => Uint8Array]>([
    ['a signature without its content', () => sign(XML, '-detached')],
    ['an envelope cut short', () => der.subarray(0, 900)],
    ['an envelope of something else', () => Uint8Array.from([0x30, 0x82, 0, 3, 2, 1, 0])],
    ['seven envelopes in one another', () => Array.from({ length: 7 }).reduce<Uint8Array>((inner) => sign(inner), XML)],
    ['text that only looks like one', () => bytes(`MI${'A'.repeat(400)}`)],
    ['a head without a body', () => bytes('-----BEGIN PKCS7-----\nMIIC\n')],
  ])('%s is refused with what to do', async (_, made) => {
    expect(await readInvoiceFile(made())).toMatchObject({
      ok: false,
      error: { code: 'invoice-envelope', remedy: expect.stringContaining('Scarica di nuovo') },
    });
  });

  test('what is inside must be an invoice', async () => {
    expect(await readInvoiceFile(sign(bytes('Fattura n. 214')))).toMatchObject({
      error: { code: 'invoice-unreadable' },
    });
  });

  test('any damage is refused or read, never thrown; a damaged content is never whole', async () => {
    const small = sign(XML, '-stream');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(der, small),
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }),
        fc.option(fc.nat(), { nil: undefined }),
        async (original, edits, cut) => {
          const damaged = Buffer.from(cut === undefined ? original : original.subarray(0, cut % original.length));
          for (const [at, value] of edits) if (damaged.length > 0) damaged.writeUInt8(value, at % damaged.length);
          const opened = await openSignedFile(damaged);
          const isWhole = opened.ok && opened.value.signature === 'whole';
          expect(isWhole && !Buffer.from(opened.value.content).equals(XML)).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
  });
});

test('any bytes are refused or read, never thrown', async () => {
  const begun = fc
    .tuple(fc.constantFrom('0\u0080', '0\u0082', 'MI', '-----BEGIN CMS-----\nMI'), fc.uint8Array({ maxLength: 300 }))
    .map(([head, rest]) => Buffer.concat([bytes(head), rest]));
  await fc.assert(
    fc.asyncProperty(fc.oneof(begun, fc.uint8Array({ maxLength: 300 })), async (input) => {
      expect(typeof (await readInvoiceFile(input)).ok).toBe('boolean');
    }),
    { numRuns: 300 },
  );
});

test('elements in elements without end are refused at once', async () => {
  const nested = Buffer.concat([...Array.from({ length: 100_000 }, () => Uint8Array.of(0x30, 0x80))]);
  expect(await openSignedFile(nested)).toMatchObject({ error: { code: 'invoice-envelope' } });
});

test('an XML file is no envelope, whatever it begins with', () => {
  for (const text of ['<?xml version="1.0"?>', '\uFEFF<FatturaElettronica/>', 'MITTENTE: la ditta', '0080', '']) {
    expect(isSignedFile(Buffer.from(text))).toBe(false);
  }
});

test('several signatures are no better than the worst of them, in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...signatureSchema.exclude(['none']).options), { minLength: 1 }), (list) => {
      const together = signaturesTogether(list);
      return (
        together === signaturesTogether([...list].reverse()) &&
        (together === 'whole') === list.every((one) => one === 'whole')
      );
    }),
  );
  expect(signaturesTogether([])).toBe('none');
});
