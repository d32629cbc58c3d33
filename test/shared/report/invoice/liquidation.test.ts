import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Signature } from '#shared/kernel/signature.ts';
import { centsOf, isDecimal, sayEuro, timesCents } from '#shared/report/invoice/decimal.ts';
import type { InvoiceBody } from '#shared/report/invoice/invoice.ts';
import { contestationLetter } from '#shared/report/invoice/letter.ts';
import {
  arithmeticOf,
  liquidationChecks,
  type SupplyContract,
  supplyContractSchema,
} from '#shared/report/invoice/liquidation.ts';
import { REFUSAL_REASONS, refusalsShownBy } from '#shared/report/invoice/refusal.ts';

const CONTRACT: SupplyContract = { unitPrice: '18.00', cig: 'Z1234567AB' };

function body(fields: Partial<InvoiceBody> = {}): InvoiceBody {
  return {
    type: 'TD01',
    number: '214',
    date: '2026-03-02',
    supplier: { vat: 'IT00000000001', name: 'Messaggi Più S.r.l.' },
    cig: ['Z1234567AB'],
    period: { from: '2026-01-01', to: '2026-02-28' },
    lines: [{ description: 'x', quantity: 33, unit: null, unitPrice: '18.00', totalPrice: '594.00', vatRate: 22 }],
    vat: [{ rate: 22, taxable: 59_400, tax: 13_068 }],
    splitPayment: true,
    total: 72_468,
    toPay: 59_400,
    ...fields,
  };
}

describe('decimals', () => {
  test.each([
    ['18.00', 1800],
    ['0.0625', 6],
    ['0.005', 1],
    ['-0.005', -1],
    ['1234567890123.99', 123_456_789_012_399],
  ])('%s is %i cents', (decimal, cents) => {
    expect(centsOf(decimal)).toBe(cents);
  });

  test('a product is rounded once', () => {
    expect(timesCents('33', '18.00')).toBe(59_400);
    expect(timesCents('3', '0.33333333')).toBe(100);
    expect(timesCents('1.5', '-0.01')).toBe(-2);
  });

  test.each(['', '1,5', '1.', '.5', '1e3', '0x1', ' 1', '1.123456789', '12345678901234'])(
    '%j is no decimal',
    (text) => {
      expect(isDecimal(text)).toBe(false);
      expect(() => centsOf(text)).toThrow('not a decimal');
    },
  );

  test('euros are said as Italians write them', () => {
    expect([59_400, 5, -123_456_789, 0].map(sayEuro)).toEqual(['594,00 €', '0,05 €', '-1.234.567,89 €', '0,00 €']);
  });

  test('cents written as a decimal come back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
        expect(centsOf((cents / 100).toFixed(2))).toBe(cents === 0 ? 0 : cents);
      }),
    );
  });
});

describe('arithmetic (P52)', () => {
  test('statement, reconciled and invoice side by side', () => {
    expect(arithmeticOf(CONTRACT, { statement: 33, reconciled: 31 }, body())).toEqual({
      unitPrice: '18.00',
      statement: { quantity: 33, taxable: 59_400 },
      reconciled: { quantity: 31, taxable: 55_800 },
      invoice: { quantity: 33, taxable: 59_400 },
      difference: 3600,
    });
  });

  test('without an invoice the statement is held against the register', () => {
    const { invoice, difference } = arithmeticOf(CONTRACT, { statement: 30, reconciled: 31 }, null);
    expect([invoice, difference]).toEqual([null, -1800]);
  });

  test('a price is a decimal', () => {
    expect(supplyContractSchema.safeParse({ unitPrice: '18,00', cig: null }).success).toBe(false);
  });
});

describe('checks of an invoice', () => {
  const failed = (fields: Partial<InvoiceBody>, reconciled = 33): readonly string[] => {
    const made = body(fields);
    const arithmetic = arithmeticOf(CONTRACT, { statement: 33, reconciled }, made);
    return liquidationChecks(made, CONTRACT, '2026-1', arithmetic, 'none').flatMap(({ code, passed }) =>
      passed ? [] : [code],
    );
  };
  const line = { description: 'x', quantity: 33, unit: null, totalPrice: '594.00', vatRate: 22 };

  test.each<[string, Partial<InvoiceBody>, readonly string[]]>([
    ['a right invoice', {}, []],
    ['another CIG', { cig: ['A'] }, ['cig']],
    ['no CIG', { cig: [] }, ['cig']],
    ['a day of March', { period: { from: '2026-01-01', to: '2026-03-01' } }, ['period']],
    ['no period', { period: { from: null, to: null } }, []],
    ['ordinary VAT', { splitPayment: false }, ['split-payment']],
    ['another price', { lines: [{ ...line, unitPrice: '18.01' }] }, ['unit-price']],
    ['a total that is not its parts', { total: 999_999 }, ['total']],
    ['the same price with more zeros', { lines: [{ ...line, unitPrice: '18.000000' }] }, []],
  ])('%s', (_, fields, codes) => {
    expect(failed(fields)).toEqual(codes);
  });

  test.each<[Signature, readonly boolean[]]>([
    ['none', []],
    ['not-verified', []],
    ['whole', [true]],
    ['altered', [false]],
  ])('a signature that is %s: nothing that was not checked is green', (signature, passed) => {
    const arithmetic = arithmeticOf(CONTRACT, { statement: 33, reconciled: 33 }, body());
    const checks = liquidationChecks(body(), CONTRACT, '2026-1', arithmetic, signature);
    expect(checks.filter(({ code }) => code === 'signature').map((check) => check.passed)).toEqual(passed);
  });

  test('too much and too little are told with their amount', () => {
    expect(failed({}, 31)).toEqual(['amount']);
    const message = (reconciled: number): string | undefined =>
      liquidationChecks(
        body(),
        CONTRACT,
        '2026-1',
        arithmeticOf(CONTRACT, { statement: 33, reconciled }, body()),
        'none',
      ).at(-1)?.message;
    expect(message(31)).toContain('più alto di 36,00 €');
    expect(message(34)).toContain('più basso di 18,00 €');
  });
});

describe('refusal (P53)', () => {
  test('the list is closed: five reasons, none about the count', () => {
    expect(REFUSAL_REASONS.map(({ code }) => code)).toEqual([
      'not-for-us',
      'cig-cup',
      'medical-devices',
      'medicines',
      'commitment',
    ]);
  });

  test('a wrong CIG shows itself, a wrong count does not allow a refusal', () => {
    expect(refusalsShownBy(body({ cig: [] }), CONTRACT)).toEqual(['cig-cup']);
    expect(refusalsShownBy(body({ cig: [] }), { ...CONTRACT, cig: null })).toEqual([]);
    expect(refusalsShownBy(body(), CONTRACT)).toEqual([]);
  });
});

test('the letter of contestation names the invoice, the sum and the rows, and asks for a credit note', () => {
  const letter = contestationLetter({
    municipality: 'Comune di Valdombra',
    place: 'Valdombra',
    date: '2026-03-06',
    role: 'Il capo settore',
    person: 'Ornella Vidal',
    period: '2026-1',
    invoice: body(),
    arithmetic: arithmeticOf(CONTRACT, { statement: 33, reconciled: 31 }, body()),
    contested: ['riga 32, 27 ottobre: Potature in viale dei Platani (doppio della riga 31)'],
  });
  expect(letter.subject).toBe(
    'Contestazione della fattura n. 214 del 2 marzo 2026, messaggi WhatsApp di gennaio–febbraio 2026',
  );
  expect(letter.paragraphs.join('\n')).toContain('31 messaggi, che al prezzo di 18,00 € fanno 558,00 € più IVA');
  expect(letter.items).toHaveLength(1);
  expect(letter.closing[0]).toContain('nota di credito di 36,00 €');
  expect(JSON.stringify(letter)).not.toMatch(/rifiut/i);
});
