import { z } from 'zod';
import { err, type Result } from './result.ts';

/** An expected failure a user can meet (L6): what happened and why, then what to do. Both are Italian sentences. */
export const problemSchema = z.object({
  /** Stable name of the failure for programs and tests, in kebab case. */
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** What happened and why, and what is safe. */
  message: z.string(),
  /** What the user can do now. */
  remedy: z.string(),
});
export type Problem = z.infer<typeof problemSchema>;

/** A failed result holding a problem made of its three parts. */
export const problem = (code: string, message: string, remedy: string): Result<never, Problem> =>
  err({ code, message, remedy });
