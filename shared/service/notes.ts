import { z } from 'zod';
import { noteViewSchema } from '#shared/people/notes/contract.ts';

/** A note that waits to be read by who sits here, or by somebody away whose turn who sits here has (P28). */
export const noteToReadSchema = noteViewSchema.extend({
  /** Name of what it is about; empty when not known here. */
  title: z.string(),
  byName: z.string(),
});
export type NoteToRead = z.infer<typeof noteToReadSchema>;
