import type { z } from 'zod';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { centsOf } from './decimal.ts';
import { type InvoiceFields, invoiceFieldsSchema } from './fields.ts';
import type { Invoice, InvoiceBody, InvoiceWarning, RawBody, RawInvoice } from './invoice.ts';
import { invoiceWarningsOf, SIGNATURE_WARNING } from './invoiceWarnings.ts';

/** Value of EsigibilitaIVA for split payment. */
const SPLIT = 'S';

const FIELD_NAMES: Readonly<Record<string, string>> = {
  number: 'numero',
  date: 'data',
  total: 'importo totale',
  withholding: 'importo della ritenuta',
  quantity: 'quantità',
  unitPrice: 'prezzo unitario',
  totalPrice: 'prezzo totale',
  vatRate: 'aliquota IVA della riga',
  from: 'inizio del periodo',
  to: 'fine del periodo',
  rate: 'aliquota IVA del riepilogo',
  taxable: 'imponibile',
  tax: 'imposta',
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const present = <Value>(values: readonly (Value | null)[]): Value[] =>
  values.flatMap((value) => (value === null ? [] : [value]));

function readBody(raw: RawBody, fields: InvoiceFields, supplier: InvoiceBody['supplier']): InvoiceBody {
  const vat = fields.vat.map(({ rate, taxable, tax }) => ({
    rate: Number(rate),
    taxable: centsOf(taxable),
    tax: centsOf(tax),
  }));
  const total = fields.total === null ? sum(vat.map(({ taxable, tax }) => taxable + tax)) : centsOf(fields.total);
  const splitTax = sum(vat.map(({ tax }, index) => (raw.vat[index]?.due === SPLIT ? tax : 0)));
  return {
    type: raw.type ?? '',
    number: fields.number,
    date: fields.date,
    supplier,
    cig: [...new Set(raw.cig)],
    period: {
      from: present(fields.lines.map(({ from }) => from)).sort()[0] ?? null,
      to:
        present(fields.lines.map(({ to }) => to))
          .sort()
          .at(-1) ?? null,
    },
    lines: fields.lines.map(({ quantity, unitPrice, totalPrice, vatRate }, index) => ({
      description: raw.lines[index]?.description ?? '',
      quantity: quantity === null ? null : Number(quantity),
      unit: raw.lines[index]?.unit ?? null,
      unitPrice,
      totalPrice,
      vatRate: Number(vatRate),
    })),
    vat,
    splitPayment: raw.vat.some(({ due }) => due === SPLIT),
    total,
    toPay: total - splitTax,
  };
}

function unreadable(error: z.ZodError): Result<never, Problem> {
  const names = error.issues[0]?.path.filter((step) => typeof step === 'string').map((step) => FIELD_NAMES[step]);
  const name = names?.findLast((found) => found !== undefined);
  return problem({
    code: 'invoice-field',
    what: `La fattura non si legge: manca o non è valido il campo «${name}».`,
    remedy: 'Controlla il file; se è quello arrivato dal sistema di interscambio, segnalalo alla ragioneria.',
  });
}

/** The invoice told by the fields of a file. Problem codes: `invoice-empty`, `invoice-field` (which one is named). */
export function readInvoiceFields(raw: RawInvoice): Result<Invoice, Problem> {
  if (raw.bodies.length === 0) {
    return problem({
      code: 'invoice-empty',
      what: 'Il file non contiene alcuna fattura.',
      remedy: 'Scarica di nuovo la fattura e riprova.',
    });
  }
  const altered = SIGNATURE_WARNING[raw.signature];
  const read: { body: InvoiceBody; warnings: readonly InvoiceWarning[] }[] = [];
  for (const [index, body] of raw.bodies.entries()) {
    const fields = invoiceFieldsSchema.safeParse(body);
    if (!fields.success) return unreadable(fields.error);
    const readOut = readBody(body, fields.data, raw.supplier);
    read.push({
      body: readOut,
      warnings: invoiceWarningsOf(body, fields.data, readOut).map((warning) => ({ ...warning, body: index })),
    });
  }
  return ok({
    bodies: read.map(({ body }) => body),
    signature: raw.signature,
    warnings: [...(altered ? [altered] : []), ...read.flatMap(({ warnings }) => warnings)],
  });
}
