import { z } from 'zod';
import { jobSchema } from './job.ts';

/** A sending as the queue shows it. */
export const jobRowSchema = jobSchema.extend({ queuedByName: z.string() });
export type JobRow = z.infer<typeof jobRowSchema>;
