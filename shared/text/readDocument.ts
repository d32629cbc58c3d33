import { z } from 'zod';
import { daySchema, timeSchema } from '../kernel/day.ts';

const momentSchema = z.object({ day: daySchema, time: timeSchema.nullable() });

/** An appointment as a calendar file tells it, in the time of Rome; without an hour it lasts whole days. */
export const calendarEventSchema = z.object({
  title: z.string(),
  start: momentSchema,
  /** The last day of one that lasts whole days. */
  end: momentSchema.nullable(),
  place: z.string(),
  description: z.string(),
  link: z.string().nullable(),
  isCancelled: z.boolean(),
  /** It comes back after its first time. */
  isRepeated: z.boolean(),
});
export type CalendarEvent = z.infer<typeof calendarEventSchema>;

/** What was read in a document: its words, or an appointment. */
export const readDocumentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string(), isCut: z.boolean() }),
  z.object({ kind: z.literal('event'), event: calendarEventSchema }),
]);
export type ReadDocument = z.infer<typeof readDocumentSchema>;

/** Endings of the names of documents whose words are read. */
const DOCUMENT_ENDINGS = ['docx', 'docm', 'dotx', 'dotm', 'odt', 'ott', 'rtf', 'pdf', 'ics', 'ical'] as const;

const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

/** Whether a file is one whose words are read, by its name or, for an appointment, by its type. */
export const isReadDocument = ({ name, type }: { readonly name: string; readonly type: string }): boolean =>
  (DOCUMENT_ENDINGS as readonly string[]).includes(endingOf(name)) || type === 'text/calendar';

/** A document above this is not read, in bytes. */
export const MAX_DOCUMENT_BYTES = 15_000_000;
/** The words of a document are read up to here, in UTF-16 units: no notice is as long. */
export const MAX_DOCUMENT_TEXT = 60_000;
