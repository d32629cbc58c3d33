import { z } from 'zod';
import { err, type Result } from './result.ts';

/** An expected failure a user can meet (L6), in Italian sentences that end with a full stop. */
export const problemSchema = z.object({
  /** Stable name of the failure for programs and tests, in kebab case. */
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** What happened, in one sentence. */
  what: z.string().min(1),
  /** Why, and what is safe; left out where `what` says it all. */
  why: z.string().min(1).exactOptional(),
  /** What the user can do now. */
  remedy: z.string().min(1),
});
export type Problem = z.infer<typeof problemSchema>;

/** A problem this or a former version kept on this computer: in the former form `message` said what happened and why. */
export const keptProblemSchema = z.union([
  problemSchema,
  problemSchema
    .pick({ code: true, remedy: true })
    .extend({ message: z.string().min(1) })
    .transform(({ code, message, remedy }): Problem => ({ code, what: message, remedy })),
]);

/** A failed result that holds a problem. */
export const problem = (parts: Problem): Result<never, Problem> => err(parts);

/** What happened and why, for where there is room for one text only; the remedy stays apart. */
export const accountOf = ({ what, why }: Problem): string => (why === undefined ? what : `${what} ${why}`);
