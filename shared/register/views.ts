import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { routeSchema } from '#shared/people/profile/routes.ts';
import { differenceSchema } from '#shared/text/differences.ts';
import { type Entry, entrySchema } from './entry.ts';
import { entryStateSchema, noteSchema, notesOf } from './notes.ts';
import { seriesSchema } from './series.ts';

/** What only the detail of a row shows: its texts, and the words about them. */
const IN_DETAIL = {
  asked: true,
  rewritten: true,
  approved: true,
  approval: true,
  sent: true,
  deviations: true,
  emergency: true,
  election: true,
  waits: true,
} as const;

/** A row of the register as the table shows it. */
export const entryRowSchema = entrySchema.omit(IN_DETAIL).extend({
  /** What went differently from the rule (P40). */
  notes: z.array(noteSchema),
  /** Its place in a series (P15). */
  series: seriesSchema.nullable(),
  state: entryStateSchema,
});
export type EntryRow = z.infer<typeof entryRowSchema>;

const facetOf = <Value extends z.ZodType>(value: Value) => z.array(z.object({ value, count: z.int() }));

/** The first rows a filter lets through, with what they can be narrowed by. */
export const registerSearchSchema = z.object({
  rows: z.array(entryRowSchema),
  /** Rows the filter lets through, and all rows. */
  total: z.int(),
  all: z.int(),
  /** Year of the oldest row, null while the register is empty. */
  since: z.int().nullable(),
  facets: z.object({
    office: facetOf(z.string().nullable()),
    category: facetOf(z.string().nullable()),
    route: facetOf(routeSchema),
    year: facetOf(z.int()),
    note: facetOf(noteSchema),
    state: facetOf(entryStateSchema),
  }),
});
export type RegisterSearch = z.infer<typeof registerSearchSchema>;

/** Another row, as a link to it. */
const entryLinkSchema = entrySchema.pick({ id: true, year: true, number: true, title: true, sentAt: true });

/** A row of the register with everything its detail shows. */
export const entryDetailSchema = entrySchema.extend({
  /** Who asked; null when not known or forgotten. */
  askedByName: z.string().nullable(),
  rewrittenByName: z.string(),
  approvedByName: z.string().nullable(),
  /** Who wrote down an approval given away from the app, how it was given, and the note (P38). */
  approvedElsewhere: z
    .object({ way: z.enum(['telefono', 'e-mail']), by: z.string(), at: instantSchema.nullable(), note: z.string() })
    .nullable(),
  sentByName: z.string(),
  altered: z.boolean(),
  /** From the approved text to the one really sent, word by word; empty when they are the same or nothing was approved. */
  differences: z.array(differenceSchema),
  /** The wrong row this one puts right (P37). */
  correctsEntry: entryLinkSchema.nullable(),
  /** The rows that put this one right, oldest first. */
  correctedBy: z.array(entryLinkSchema),
});
export type EntryDetail = z.infer<typeof entryDetailSchema>;

/** An entry as the table shows it. */
export function entryRow(entry: Entry, corrected: boolean): EntryRow {
  const {
    asked,
    rewritten,
    approved,
    approval,
    sent,
    deviations,
    emergency,
    election,
    waits,
    series = null,
    ...shown
  } = entry;
  return { ...shown, series, notes: [...notesOf(entry)], state: corrected ? 'rettificato' : 'inviato' };
}

/** An entry as a link to it. */
export function entryLink({ id, year, number, title, sentAt }: Entry): z.infer<typeof entryLinkSchema> {
  return { id, year, number, title, sentAt };
}
