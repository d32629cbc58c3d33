import { z } from 'zod';
import type { BlobFields } from '#shared/journal/blobFields.ts';
import { writerOf } from '#shared/journal/vocabulary.ts';
import { daySchema } from '#shared/kernel/day.ts';
import { choiceSchema, decisionSchema } from './choices.ts';

/** A file the office was given, kept as a blob beside the journal. */
const fileSchema = z.object({ blob: z.string().regex(/^[0-9a-f]{64}$/), fileName: z.string() });

/** Columns chosen by hand, as JSON: read again by `columnMapSchema` when they are used. */
const mapSchema = z.record(z.string(), z.union([z.string(), z.int()])).nullable();

/** What can happen to the report of two months (P51–P53): entity `period/<period>`. */
export const reportFacts = {
  'period.statementRead': fileSchema.extend({ map: mapSchema }),
  'period.paired': choiceSchema,
  /** A choice about a pair taken back: the comparison decides again. */
  'period.unpaired': choiceSchema.pick({ register: true, statement: true }),
  'period.decided': decisionSchema.pick({ about: true, outcome: true, note: true }),
  /** A decision taken back: the question is open again. */
  'period.reopened': decisionSchema.pick({ about: true }),
  /** `body`: place in the file of the invoice that was chosen, where it holds several. */
  'period.invoiceRead': fileSchema.extend({ body: z.exactOptional(z.int().nonnegative()) }),
  'period.assigned': z.object({ assigned: daySchema.nullable(), delivered: daySchema.nullable() }),
  'period.concluded': z.object({ tone: z.enum(['good', 'warning', 'bad']), title: z.string(), text: z.string() }),
} as const;

export const reportFact = writerOf(reportFacts);

/** Where these facts name blobs. */
export const reportBlobs: BlobFields = { 'period.statementRead': ['blob'], 'period.invoiceRead': ['blob'] };
