import { z } from 'zod';
import { routeSchema } from '../people/routes.ts';
import { type Entry, entryNumber, entrySchema } from './entry.ts';
import { entryStateSchema, noteSchema, notesOf } from './notes.ts';
import { seriesSchema } from './series.ts';

/** A row of the register as the table shows it. */
export const entryRowSchema = entrySchema
  .pick({
    id: true,
    year: true,
    number: true,
    title: true,
    office: true,
    category: true,
    route: true,
    sentAt: true,
    recipients: true,
  })
  .extend({
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
  sentByName: z.string(),
  altered: z.boolean(),
  /** From the approved text to the one really sent, word by word; empty when they are the same or nothing was approved. */
  differences: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
  /** The wrong row this one puts right (P37). */
  correctsEntry: entryLinkSchema.nullable(),
  /** The rows that put this one right, oldest first. */
  correctedBy: z.array(entryLinkSchema),
});
export type EntryDetail = z.infer<typeof entryDetailSchema>;

/** An entry as the table shows it. */
export function entryRow(entry: Entry, corrected: boolean): EntryRow {
  const { id, year, number, title, office, category, route, sentAt, recipients, series = null } = entry;
  return {
    ...{ id, year, number, title, office, category, route, sentAt, recipients, series },
    notes: [...notesOf(entry)],
    state: corrected ? 'rettificato' : 'inviato',
  };
}

/** An entry as a link to it. */
export function entryLink({ id, year, number, title, sentAt }: Entry): z.infer<typeof entryLinkSchema> {
  return { id, year, number, title, sentAt };
}

/** A notice that was sent and is wrong: what the one that puts it right begins with (P37). */
export interface WrongNotice {
  readonly id: string;
  /** `2026/0207`. */
  readonly number: string;
  readonly title: string;
  readonly text: string;
  readonly office: string | null;
  readonly link: string | null;
}

/** A row as the wrong notice of a rettifica. */
export function wrongNotice(entry: Entry): WrongNotice {
  const { id, title, office, link, sent } = entry;
  return { id, number: entryNumber(entry), title, text: sent.text, office, link };
}
