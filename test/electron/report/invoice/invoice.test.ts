import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { readInvoice } from '#electron/report/invoice/invoice.ts';
import { readInvoiceXml } from '#electron/report/invoice/invoiceXml.ts';
import { stopWorkers } from '#electron/workers/run.ts';
import { type Invoice, invoiceSchema } from '#shared/report/invoice/invoice.ts';
import { invoiceLine, invoiceXml, type MadeBody } from '../../../helpers/invoiceXml.ts';

const bytes = (text: string, encoding = 'utf8'): Uint8Array => iconv.encode(text, encoding);

function invoiceOf(xml: Uint8Array): Invoice {
  const read = readInvoiceXml(xml);
  if (!read.ok) throw new Error(`${read.error.code}: ${read.error.what}`);
  return invoiceSchema.parse(read.value);
}

const codeOf = (content: Uint8Array): string => {
  const read = readInvoiceXml(content);
  return read.ok ? 'none' : read.error.code;
};
const warningsOf = (body: MadeBody): readonly string[] =>
  invoiceOf(bytes(invoiceXml([body]))).warnings.map(({ code }) => code);

afterAll(stopWorkers);

test('an invoice tells number, supplier, CIG, period, lines, VAT and what is to pay', () => {
  expect(invoiceOf(bytes(invoiceXml()))).toEqual({
    bodies: [
      {
        type: 'TD01',
        number: '214',
        date: '2026-03-02',
        supplier: { vat: 'IT00000000001', name: 'Messaggi & Più S.r.l.' },
        cig: ['Z1234567AB'],
        period: { from: '2026-01-01', to: '2026-02-28' },
        lines: [
          {
            description: 'Messaggi WhatsApp, perché «sì»',
            quantity: 33,
            unit: 'messaggi',
            unitPrice: '18.00',
            totalPrice: '594.00',
            vatRate: 22,
          },
        ],
        vat: [{ rate: 22, taxable: 59_400, tax: 13_068 }],
        splitPayment: true,
        total: 72_468,
        toPay: 59_400,
      },
    ],
    signature: 'none',
    warnings: [],
  });
});

test.each([
  ['Windows-1252', 'windows-1252', 'win1252'],
  ['UTF-16', 'UTF-16', 'utf16le'],
])('is read in %s', (_, declared, encoding) => {
  const xml = invoiceXml([{}], { encoding: declared });
  const { bodies } = invoiceOf(bytes(encoding === 'utf16le' ? `\uFEFF${xml}` : xml, encoding));
  expect(bodies[0]?.lines[0]?.description).toBe('Messaggi WhatsApp, perché «sì»');
});

test('a file of several bodies, one with ordinary VAT and no total', () => {
  const { bodies, warnings } = invoiceOf(bytes(invoiceXml([{}, { number: '215', due: 'I', total: '' }])));
  expect(bodies.map(({ number, splitPayment, total, toPay }) => [number, splitPayment, total, toPay])).toEqual([
    ['214', true, 72_468, 59_400],
    ['215', false, 72_468, 72_468],
  ]);
  expect(warnings.map(({ message }) => message)).toEqual([
    'Fattura 215: manca il totale, calcolato da imponibile e IVA: 724,68 €.',
  ]);
});

test('a signature inside the file is seen, not verified', () => {
  const tail = '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo/></ds:Signature>';
  expect(invoiceOf(bytes(invoiceXml([{}], { tail }))).signature).toBe('not-verified');
});

describe('what does not fit is told', () => {
  test.each<[string, MadeBody]>([
    ['credit-note', { type: 'TD04' }],
    ['no-cig', { cig: '' }],
    ['total-computed', { total: '' }],
    ['total-differs', { total: '725.68' }],
    ['lines-differ', { taxable: '595.00', tax: '130.90', total: '725.90' }],
    ['line-product', { lines: invoiceLine('32', '18.00', '594.00') }],
    ['withholding', { general: '<DatiRitenuta><ImportoRitenuta>27.55</ImportoRitenuta></DatiRitenuta>' }],
  ])('%s', (code, body) => {
    expect(warningsOf(body)).toEqual([code]);
  });

  test('a discount, a line without quantity and eight decimals are no fault', () => {
    const discount = '<ScontoMaggiorazione><Tipo>SC</Tipo><Importo>1.00</Importo></ScontoMaggiorazione>';
    const lines = [
      invoiceLine('33.00', '18.00000001', '594.00'),
      invoiceLine('2', '5.00', '8.00', discount),
      invoiceLine('', '10.00', '10.00'),
    ];
    expect(warningsOf({ lines: lines.join(''), taxable: '612.00', tax: '134.64', total: '746.64' })).toEqual([]);
  });
});

describe('what is no invoice is refused', () => {
  const entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index} "${`&a${index || ''};`.repeat(9)}">`).join('')}]>`;
  test.each<[string, Uint8Array, string]>([
    ['an external entity', bytes(invoiceXml([{}], { prolog: entity })), 'invoice-unsafe'],
    [
      'a document type in two bytes a letter',
      bytes(`\uFEFF${invoiceXml([{}], { prolog: entity, encoding: 'UTF-16' })}`, 'utf16le'),
      'invoice-unsafe',
    ],
    ['entities that multiply', bytes(invoiceXml([{ number: '&a8;' }], { prolog: laughs })), 'invoice-unsafe'],
    ['an unknown entity', bytes(invoiceXml([{ number: '&x;' }])), 'invoice-unreadable'],
    ['a file cut short', bytes(invoiceXml().slice(0, -40)), 'invoice-unreadable'],
    ['nothing', new Uint8Array(), 'invoice-unreadable'],
    ['text', bytes('Fattura n. 214'), 'invoice-unreadable'],
    ['another XML', bytes('<?xml version="1.0"?><registro/>'), 'invoice-other'],
    ['elements 20,000 deep', bytes(`${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`), 'invoice-unreadable'],
    ['no body', bytes(invoiceXml([])), 'invoice-empty'],
    [
      'more lines than any contractor writes',
      bytes(invoiceXml([{ lines: invoiceLine('1', '1', '1').repeat(5001) }])),
      'invoice-too-long',
    ],
  ])('%s', (_, content, code) => {
    expect(codeOf(content)).toBe(code);
  });

  test.each<[string, MadeBody]>([
    ['numero', { number: '' }],
    ['data', { date: '2026-02-30' }],
    ['importo totale', { total: '724,68' }],
    ['imponibile', { taxable: '' }],
    ['imposta', { tax: '1e3' }],
    ['quantità', { lines: invoiceLine('trentatré', '18.00', '594.00') }],
    ['prezzo unitario', { lines: invoiceLine('33', '0x12', '594.00') }],
  ])('a wrong %s is named', (field, body) => {
    const read = readInvoiceXml(bytes(invoiceXml([body])));
    expect(read).toMatchObject({ ok: false, error: { code: 'invoice-field' } });
    expect(!read.ok && read.error.what).toContain(`«${field}»`);
  });

  test('any damage is refused or read, never thrown', () => {
    const original = bytes(invoiceXml());
    fc.assert(
      fc.property(fc.nat({ max: original.length - 1 }), fc.nat({ max: 255 }), (at, value) => {
        const damaged = Uint8Array.from(original);
        damaged[at] = value;
        readInvoiceXml(damaged);
      }),
      { numRuns: 300 },
    );
  });
});

describe('in a worker', { timeout: 30_000 }, () => {
  test('the same invoice comes back', async () => {
    expect(await readInvoice(bytes(invoiceXml()))).toEqual(readInvoiceXml(bytes(invoiceXml())));
  });

  test('a refusal comes back', async () => {
    expect(await readInvoice(bytes('x'))).toMatchObject({ ok: false, error: { code: 'invoice-unreadable' } });
  });

  test('a file beyond the limit is not opened', async () => {
    expect(await readInvoice(new Uint8Array(10_000_001))).toMatchObject({ error: { code: 'invoice-too-big' } });
  });
});
