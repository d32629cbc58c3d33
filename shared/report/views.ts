import { z } from 'zod';
import { daySchema } from '#shared/kernel/day.ts';
import { problemSchema } from '#shared/kernel/problem.ts';
import { signatureSchema } from '#shared/kernel/signature.ts';
import { invoiceSchema } from '#shared/report/invoice/invoice.ts';
import { registerRowSchema } from './figures/rows.ts';
import { reportCaseSchema } from './reportCase.ts';

const sentSchema = {
  day: daySchema.nullable(),
  time: z.string().nullable(),
  text: z.string(),
  recipients: z.int().nullable(),
  link: z.string().nullable(),
};

const differenceSchema = z.object({
  field: z.enum(['date', 'time', 'text', 'recipients']),
  register: z.union([z.string(), z.number()]).nullable(),
  statement: z.union([z.string(), z.number()]).nullable(),
});

const pairSchema = z.object({
  register: z.string(),
  statement: z.int(),
  score: z.number(),
  why: z.enum(['same', 'alike', 'by hand']),
  differences: z.array(differenceSchema),
});

const bodySchema = invoiceSchema.shape.bodies.element;
const accountSchema = z.object({ quantity: z.int(), taxable: z.int() });

/** The report of two months as its screen shows it (P50–P53): the case, and what follows from it. */
export const reportViewSchema = z.object({
  period: z.string(),
  case: reportCaseSchema,
  /** Messages of the register in the period. */
  register: z.array(registerRowSchema),
  comparison: z
    .object({
      statement: z.array(
        z.object({
          row: z.int(),
          key: z.string(),
          number: z.string().nullable(),
          amount: z.int().nullable(),
          ...sentSchema,
        }),
      ),
      matched: z.array(pairSchema),
      toConfirm: z.array(pairSchema),
      onlyRegister: z.array(z.string()),
      onlyStatement: z.array(z.int()),
      doubles: z.array(
        z.union([z.object({ register: z.string(), of: z.string() }), z.object({ statement: z.int(), of: z.int() })]),
      ),
    })
    .nullable(),
  /** Why the statement or the invoice cannot be read any more, if so. */
  problems: z.array(problemSchema),
  /** Why the sums cannot be done with what the contract says (P52); null when they can. */
  unpriced: problemSchema.nullable(),
  arithmetic: z
    .object({
      unitPrice: z.string(),
      statement: accountSchema,
      reconciled: accountSchema,
      invoice: z.object({ quantity: z.number().nullable(), taxable: z.int() }).nullable(),
      difference: z.int(),
    })
    .nullable(),
  invoice: z
    .object({
      body: bodySchema,
      place: z.int(),
      bodies: z.array(bodySchema.pick({ type: true, number: true, date: true, total: true })),
      signature: signatureSchema,
      warnings: z.array(z.string()),
      checks: z.array(z.object({ code: z.string(), passed: z.boolean(), message: z.string() })),
    })
    .nullable(),
  /** The 10 days of P53, and the 15 of the exchange system; null while the day is not typed in. */
  deadline: z.object({ due: daySchema, daysLeft: z.int(), sentence: z.string() }).nullable(),
  exchange: z.object({ due: daySchema, daysLeft: z.int(), sentence: z.string() }).nullable(),
});
export type ReportView = z.infer<typeof reportViewSchema>;

/** A report that waits for a person, by its last day (P53). */
export const reportWaitSchema = z.object({
  word: z.literal('report'),
  kind: z.literal('report'),
  /** The two months. */
  id: z.string(),
  due: daySchema,
  daysLeft: z.int(),
  sentence: z.string(),
});
