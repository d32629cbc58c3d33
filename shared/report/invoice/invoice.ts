import { z } from 'zod';
import { daySchema } from '#shared/kernel/day.ts';
import { type Signature, signatureSchema } from '#shared/kernel/signature.ts';

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
  signature: signatureSchema,
  /** `body`: place of the invoice in the file; null where the whole file is meant. */
  warnings: z.array(z.object({ code: z.string(), message: z.string(), body: z.int().nullable() })),
});
export type Invoice = z.infer<typeof invoiceSchema>;
export type InvoiceBody = z.infer<typeof bodySchema>;
export type InvoiceWarning = Invoice['warnings'][number];

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
  readonly signature: Signature;
  readonly bodies: readonly RawBody[];
}
