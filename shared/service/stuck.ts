import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { problemSchema } from '#shared/kernel/problem.ts';

/** Something the app cannot do outside by itself: it has failed for long, or it met a bug. A person is told in Oggi. */
export const stuckSchema = z.object({
  /** Its effect. */
  id: z.string(),
  what: z.enum(['sending', 'letter', 'charge', 'number', 'other']),
  /** The notice or request it belongs to; empty when none is known. */
  title: z.string(),
  /** Where a person looks into it; null when there is no such place. */
  request: z.string().nullable(),
  since: instantSchema,
  problem: problemSchema,
});
export type Stuck = z.infer<typeof stuckSchema>;
