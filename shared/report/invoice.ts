import { z } from 'zod';
import { type Day, daySchema } from '#shared/kernel/day.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { centsOf, isDecimal, sayEuro, timesCents } from './decimal.ts';

const centsSchema = z.int();
const decimalSchema = z.string();

const lineSchema = z.object({
  description: z.string(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  /** Up to eight decimals, as the invoice writes it. */
  unitPrice: decimalSchema,
  totalPrice: decimalSchema,
  vatRate: z.number(),
});

const bodySchema = z.object({
  /** `TD01` invoice, `TD04` credit note… */
  type: z.string(),
  number: z.string(),
  date: daySchema,
  supplier: z.object({ vat: z.string(), name: z.string() }),
  cig: z.array(z.string()),
  /** First and last day the lines are about; null when no line says. */
  period: z.object({ from: daySchema.nullable(), to: daySchema.nullable() }),
  lines: z.array(lineSchema),
  vat: z.array(z.object({ rate: z.number(), taxable: centsSchema, tax: centsSchema })),
  /** The municipality pays the VAT to the State, not to the supplier (art. 17-ter DPR 633/1972). */
  splitPayment: z.boolean(),
  total: centsSchema,
  /** The total without the VAT under split payment. */
  toPay: centsSchema,
});

/** An electronic invoice of the exchange system, one or several bodies (P52). Money in integer cents. */
export const invoiceSchema = z.object({
  bodies: z.array(bodySchema).min(1),
  /** A signature inside the file is seen, not verified. */
  signature: z.enum(['none', 'not-verified']),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});
export type Invoice = z.infer<typeof invoiceSchema>;
export type InvoiceBody = z.infer<typeof bodySchema>;
type Warning = Invoice['warnings'][number];

/** One body of the file, every field as the text it holds; null where the element is missing. */
export interface RawBody {
  readonly type: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly currency: string | null;
  readonly total: string | null;
  readonly withholding: readonly string[];
  readonly cig: readonly string[];
  readonly lines: readonly {
    readonly description: string | null;
    readonly quantity: string | null;
    readonly unit: string | null;
    readonly unitPrice: string | null;
    readonly totalPrice: string | null;
    readonly vatRate: string | null;
    readonly discounted: boolean;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly vat: readonly {
    readonly rate: string | null;
    readonly taxable: string | null;
    readonly tax: string | null;
    readonly due: string | null;
  }[];
}

/** The file as it was read. */
export interface RawInvoice {
  readonly supplier: { readonly vat: string; readonly name: string };
  readonly signed: boolean;
  readonly bodies: readonly RawBody[];
}

/** Value of EsigibilitaIVA for split payment. */
const SPLIT = 'S';
/** Rounding of single lines may move a total by this much a line. */
const CENT_A_LINE = 1;

const decimal = z.string().refine(isDecimal);
const day = z
  .string()
  .transform((text): Day => text.slice(0, 10))
  .pipe(daySchema);

/** What the fields of a body must be before anything is computed with them. */
const fieldsSchema = z.object({
  number: z.string().min(1),
  date: day,
  total: decimal.nullable(),
  withholding: z.array(decimal),
  lines: z.array(
    z.object({
      quantity: decimal.nullable(),
      unitPrice: decimal,
      totalPrice: decimal,
      vatRate: decimal,
      from: day.nullable(),
      to: day.nullable(),
    }),
  ),
  vat: z.array(z.object({ rate: decimal, taxable: decimal, tax: decimal })),
});
type Fields = z.infer<typeof fieldsSchema>;

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

function readBody(raw: RawBody, fields: Fields, supplier: InvoiceBody['supplier']): InvoiceBody {
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

/** Lines, from 1, that are not their quantity × their price; discounted ones and those without a quantity aside. */
function linesThatDoNotFit(raw: RawBody, fields: Fields): readonly number[] {
  return fields.lines.flatMap(({ quantity, unitPrice, totalPrice }, index) => {
    if (quantity === null || raw.lines[index]?.discounted) return [];
    return Math.abs(timesCents(quantity, unitPrice) - centsOf(totalPrice)) > CENT_A_LINE ? [index + 1] : [];
  });
}

function warningsOf(raw: RawBody, fields: Fields, body: InvoiceBody): readonly Warning[] {
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

function unreadable(error: z.ZodError): Result<never, Problem> {
  const names = error.issues[0]?.path.filter((step) => typeof step === 'string').map((step) => FIELD_NAMES[step]);
  const name = names?.findLast((found) => found !== undefined);
  return problem(
    'invoice-field',
    `La fattura non si legge: manca o non è valido il campo «${name}».`,
    'Controlla il file; se è quello arrivato dal sistema di interscambio, segnalalo alla ragioneria.',
  );
}

/** The invoice told by the fields of a file. Problem codes: `invoice-empty`, `invoice-field` (which one is named). */
export function readInvoiceFields(raw: RawInvoice): Result<Invoice, Problem> {
  if (raw.bodies.length === 0) {
    return problem('invoice-empty', 'Il file non contiene alcuna fattura.', 'Scarica di nuovo la fattura e riprova.');
  }
  const read: { body: InvoiceBody; warnings: readonly Warning[] }[] = [];
  for (const body of raw.bodies) {
    const fields = fieldsSchema.safeParse(body);
    if (!fields.success) return unreadable(fields.error);
    const told = readBody(body, fields.data, raw.supplier);
    read.push({ body: told, warnings: warningsOf(body, fields.data, told) });
  }
  return ok({
    bodies: read.map(({ body }) => body),
    signature: raw.signed ? 'not-verified' : 'none',
    warnings: read.flatMap(({ warnings }) => warnings),
  });
}
