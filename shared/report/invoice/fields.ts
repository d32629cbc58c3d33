import { z } from 'zod';
import { type Day, daySchema } from '#shared/kernel/day.ts';
import { isDecimal } from './decimal.ts';

const decimal = z.string().refine(isDecimal);
const day = z
  .string()
  .transform((text): Day => text.slice(0, 10))
  .pipe(daySchema);

/** What the fields of a body must be before anything is computed with them. */
export const invoiceFieldsSchema = z.object({
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
export type InvoiceFields = z.infer<typeof invoiceFieldsSchema>;
