import { z } from 'zod';
import { jobSchema } from './job.ts';

/** A sending as the queue shows it. */
export const jobRowSchema = jobSchema.extend({
  queuedByName: z.string(),
  /** Name of the desk that delivers or delivered it. */
  deskName: z.string().nullable(),
  /** Another desk began it and has not said how it went: a person may take it over. */
  isElsewhere: z.boolean(),
  /** Its text was withdrawn or given back to who writes it: it cannot be put back into the queue (P24). */
  isTextGone: z.boolean(),
  /** Who approved it without being head of sector («fuori ruolo»); null when in order, or when it is over. */
  outOfRole: z.string().nullable(),
  /** Why its delivery did not succeed so far, when it was tried. */
  obstacle: z.string().nullable(),
});
export type JobRow = z.infer<typeof jobRowSchema>;
