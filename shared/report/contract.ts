import { z } from 'zod';
import { type Contract, nothing, whySchema } from '#shared/kernel/contract.ts';
import { daySchema } from '#shared/kernel/day.ts';
import { routeSchema } from '#shared/people/profile/routes.ts';
import { columnMapSchema } from '#shared/report/statement/columns.ts';
import { previewSchema } from '#shared/report/statement/preview.ts';
import { choiceSchema, decisionSchema } from './choices.ts';
import { droppedSchema } from './dropped.ts';
import { periodSchema } from './period.ts';
import { reportViewSchema, reportWaitSchema } from './views.ts';

/** The two months, and the file that was dropped; without it a person is asked to choose one. */
const fileSchema = z.object({ period: periodSchema, dropped: z.exactOptional(droppedSchema) });

/** Calls about the two months: statement, invoice, decision, report (P50–P54). */
export const reportContract = {
  'report.get': {
    reads: ['report', 'register', 'people'],
    input: z.object({ period: periodSchema }),
    output: reportViewSchema,
  },
  /** The reports whose invoice was assigned and that nobody has concluded (P53). */
  'report.waiting': { reads: ['report', 'people'], input: nothing, output: z.array(reportWaitSchema) },
  'report.chooseStatement': { input: fileSchema, output: z.object({ chosen: z.boolean() }) },
  'report.mapStatement': {
    input: z.object({
      period: periodSchema,
      map: z.record(z.string(), z.union([z.string(), z.int()])).refine((map) => columnMapSchema.safeParse(map).success),
    }),
    output: nothing,
  },
  'report.previewStatement': { reads: ['report'], input: z.object({ period: periodSchema }), output: previewSchema },
  'report.chooseInvoice': { input: fileSchema, output: z.object({ chosen: z.boolean() }) },
  'report.chooseBody': {
    input: z.object({ period: periodSchema, body: z.int().nonnegative() }),
    output: nothing,
  },
  'report.pair': { input: z.object({ period: periodSchema, choice: choiceSchema }), output: nothing },
  'report.unpair': {
    input: choiceSchema.pick({ register: true, statement: true }).extend({ period: periodSchema }),
    output: nothing,
  },
  'report.reopen': { input: decisionSchema.pick({ about: true }).extend({ period: periodSchema }), output: nothing },
  'report.decide': {
    input: decisionSchema.pick({ about: true, outcome: true }).extend({ period: periodSchema, note: whySchema }),
    output: nothing,
  },
  'report.addToRegister': {
    input: z.object({
      period: periodSchema,
      /** Key of the row of the statement. */
      statement: z.string(),
      title: z.string().min(1).max(200),
      office: z.string().max(200).nullable(),
      route: routeSchema,
      note: whySchema.min(1),
    }),
    output: z.object({ number: z.string() }),
  },
  'report.assign': {
    input: z.object({ period: periodSchema, assigned: daySchema.nullable(), delivered: daySchema.nullable() }),
    output: nothing,
  },
  'report.conclude': {
    input: z.object({
      period: periodSchema,
      tone: z.enum(['good', 'warning', 'bad']),
      title: z.string().max(200),
      text: whySchema,
    }),
    output: nothing,
  },
  'report.build': {
    input: z.object({ period: periodSchema }),
    output: z.object({
      id: z.string(),
      fileName: z.string(),
      messages: z.int(),
      sha256: z.string(),
      missing: z.array(z.string()),
    }),
  },
  'report.open': { input: z.object({ id: z.string(), what: z.enum(['document', 'folder']) }), output: nothing },
} as const satisfies Contract;
