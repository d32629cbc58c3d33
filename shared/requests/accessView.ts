import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { problemSchema } from '#shared/kernel/problem.ts';
import { mailAccessSchema } from '#shared/people/profile/mailAccess.ts';

/** How far giving the access is, on this desk. */
export const accessStateSchema = z.discriminatedUnion('kind', [
  /** Nobody began since the app is open. */
  z.object({ kind: z.literal('idle') }),
  /** A code to type on a page, until it ends (RFC 8628). */
  z.object({ kind: z.literal('code'), code: z.string(), page: z.string(), until: instantSchema }),
  /** The page is open in the browser of this computer (RFC 8252). */
  z.object({ kind: z.literal('browser'), until: instantSchema }),
  z.object({ kind: z.literal('failed'), problem: problemSchema }),
]);
export type AccessState = z.infer<typeof accessStateSchema>;

/** The access to the post in place of a password, as this desk knows it; what was given is never told. */
export const accessViewSchema = z.object({
  /** How the town is known to who gives it; null when nobody wrote it. */
  access: mailAccessSchema.nullable(),
  state: accessStateSchema,
  /** What this desk was given, and whether it still holds; null when nothing. */
  kept: z
    .object({
      /** What it is bound to: see `accessKey`. */
      key: z.string(),
      at: instantSchema,
      by: z.string().nullable(),
      /** Who gives it said that it ended. */
      isOver: z.boolean(),
    })
    .nullable(),
});
export type AccessView = z.infer<typeof accessViewSchema>;
