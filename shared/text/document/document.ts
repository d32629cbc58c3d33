import { z } from 'zod';
import { daySchema } from '#shared/kernel/day.ts';
import { differenceSchema } from '#shared/text/differences.ts';

/** A number the reader must see first, with what it counts and what it compares with. */
const keyFigureSchema = z.object({ label: z.string(), value: z.string(), unit: z.string(), note: z.string() });

/** One bar of a chart; `before` is the same count two months earlier, null when there is nothing to compare with. */
const barSchema = z.object({
  label: z.string(),
  value: z.number().nonnegative(),
  before: z.number().nonnegative().nullable(),
});

const columnSchema = z.object({
  head: z.string(),
  align: z.enum(['left', 'right']),
  /** `fit` takes the width of its longest content (numbers, dates); a number is the share of what is left. */
  width: z.union([z.literal('fit'), z.number().positive()]),
});

const chartFields = {
  title: z.string(),
  legend: z.object({ now: z.string(), before: z.string() }),
  /** One sentence that says all the chart shows, for who does not see it. */
  alternative: z.string().min(1),
  bars: z.array(barSchema),
};

const tableSchema = z
  .object({
    kind: z.literal('table'),
    title: z.string(),
    columns: z.array(columnSchema).min(1),
    rows: z.array(z.array(z.string())),
    /** Last row, in evidence; null when the columns have no total. */
    total: z.array(z.string()).nullable(),
    /** Stands instead of a table without rows. */
    empty: z.string().min(1),
  })
  .refine(
    ({ columns, rows, total }) => [...rows, total ?? columns].every((row) => row.length === columns.length),
    'Ogni riga ha una cella per colonna.',
  );

const blockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
  z.object({ kind: z.literal('keyFigures'), items: z.array(keyFigureSchema).min(1).max(5) }),
  z.object({ kind: z.literal('facts'), items: z.array(z.object({ label: z.string(), value: z.string() })).min(1) }),
  /** Bars lying one under the other, by size. */
  z.object({ kind: z.literal('bars'), ...chartFields }),
  /** Standing bars, time from left to right. */
  z.object({ kind: z.literal('columns'), ...chartFields }),
  tableSchema,
  z.object({
    kind: z.literal('texts'),
    /** How the marks are to be read. */
    legend: z.string(),
    items: z.array(z.object({ title: z.string(), parts: z.array(differenceSchema), note: z.string() })),
    empty: z.string().min(1),
  }),
  z.object({
    kind: z.literal('outcome'),
    tone: z.enum(['good', 'warning', 'bad']),
    title: z.string(),
    text: z.string(),
  }),
]);

const sectionSchema = z.object({ heading: z.string().min(1), blocks: z.array(blockSchema) });

/**
 * A document as the PDF prints it (P54): Italian sentences, numbers already written out, in reading order.
 * Nothing in it is markup: every text is printed as it stands.
 */
export const printedDocumentSchema = z.object({
  title: z.string().min(1),
  /** Stands under the title, as the name of a period and its days in words; the text heads every page after the first. */
  subtitle: z.object({ text: z.string(), note: z.string() }),
  municipality: z.string().min(1),
  office: z.string().min(1),
  /** What the file says of itself to readers and archives; its author is the municipality. */
  metadata: z.object({ title: z.string().min(1), description: z.string() }),
  /** The day the document bears: the only date the PDF holds, so the same input gives the same bytes. */
  date: daySchema,
  sections: z.array(sectionSchema),
  /** `day` is the day in words; null for a document nobody signs. */
  signature: z.object({ place: z.string(), day: z.string(), role: z.string(), person: z.string() }).nullable(),
  /** Stand after the signature, each from a new page. */
  annexes: z.array(sectionSchema),
});

export type PrintedDocument = z.infer<typeof printedDocumentSchema>;
export type DocumentBlock = z.infer<typeof blockSchema>;
export type DocumentColumn = z.infer<typeof columnSchema>;
export type ChartBar = z.infer<typeof barSchema>;
