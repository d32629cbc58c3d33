import { z } from 'zod';
import { jobSchema } from './job.ts';

/** A sending as the queue shows it. */
export const jobRowSchema = jobSchema.extend({
  queuedByName: z.string(),
  /** Why its delivery did not succeed so far, when it was tried. */
  obstacle: z.string().nullable(),
});
export type JobRow = z.infer<typeof jobRowSchema>;
