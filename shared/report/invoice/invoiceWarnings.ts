import type { Signature } from '#shared/kernel/signature.ts';
import { centsOf, sayEuro, timesCents } from './decimal.ts';
import type { InvoiceFields } from './fields.ts';
import type { InvoiceBody, InvoiceWarning, RawBody } from './invoice.ts';

/** What the signature of a file gives to think about. */
export const SIGNATURE_WARNING: Readonly<Partial<Record<Signature, InvoiceWarning>>> = {
  altered: {
    code: 'signature-altered',
    message:
      'Il file è stato alterato dopo la firma: i suoi dati non sono affidabili. Scarica di nuovo la fattura dal sistema della ragioneria.',
    body: null,
  },
};

/** Rounding of single lines may move a total by this much a line. */
const CENT_A_LINE = 1;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Lines, from 1, that are not their quantity × their price; discounted ones and those without a quantity aside. */
function linesThatDoNotFit(raw: RawBody, fields: InvoiceFields): readonly number[] {
  return fields.lines.flatMap(({ quantity, unitPrice, totalPrice }, index) => {
    if (quantity === null || raw.lines[index]?.discounted) return [];
    return Math.abs(timesCents(quantity, unitPrice) - centsOf(totalPrice)) > CENT_A_LINE ? [index + 1] : [];
  });
}

/** What does not fit in a body, in Italian sentences that name its number (P52). */
export function invoiceWarningsOf(
  raw: RawBody,
  fields: InvoiceFields,
  body: InvoiceBody,
): readonly Pick<InvoiceWarning, 'code' | 'message'>[] {
  const taxable = sum(body.vat.map((row) => row.taxable));
  const taxed = taxable + sum(body.vat.map(({ tax }) => tax));
  const linesTotal = sum(body.lines.map(({ totalPrice }) => centsOf(totalPrice)));
  const wrongLines = linesThatDoNotFit(raw, fields);
  const withheld = sum(fields.withholding.map(centsOf));
  const name = `Fattura ${body.number}`;
  const warnings: readonly (readonly [code: string, holds: boolean, message: string])[] = [
    ['credit-note', body.type === 'TD04', `${name}: è una nota di credito.`],
    ['no-cig', body.cig.length === 0, `${name}: manca il CIG.`],
    [
      'other-currency',
      raw.currency !== null && raw.currency !== 'EUR',
      `${name}: gli importi sono in ${raw.currency}.`,
    ],
    [
      'total-computed',
      raw.total === null,
      `${name}: manca il totale, calcolato da imponibile e IVA: ${sayEuro(body.total)}.`,
    ],
    [
      'total-differs',
      raw.total !== null && Math.abs(body.total - taxed) > CENT_A_LINE,
      `${name}: il totale è ${sayEuro(body.total)}, imponibile e IVA fanno ${sayEuro(taxed)}.`,
    ],
    [
      'lines-differ',
      Math.abs(linesTotal - taxable) > CENT_A_LINE * Math.max(1, body.lines.length),
      `${name}: le righe fanno ${sayEuro(linesTotal)}, l’imponibile è ${sayEuro(taxable)}.`,
    ],
    [
      'line-product',
      wrongLines.length > 0,
      `${name}: quantità per prezzo non dà il totale alla riga ${wrongLines.join(', ')}.`,
    ],
    [
      'withholding',
      withheld !== 0,
      `${name}: c’è una ritenuta di ${sayEuro(withheld)}, da togliere dall’importo da pagare.`,
    ],
  ];
  return warnings.filter(([, holds]) => holds).map(([code, , message]) => ({ code, message }));
}
