import { z } from 'zod';
import { instantSchema } from '../kernel/instant.ts';
import { requestRowSchema } from '../requests/views.ts';
import { draftSchema } from './draft.ts';

/** A text as the head sees it: with its request and the names of the people. */
export const approvalSchema = draftSchema.extend({
  request: requestRowSchema,
  rewrittenByName: z.string(),
  /** When the head must have decided (P30). */
  due: instantSchema,
});
export type ApprovalView = z.infer<typeof approvalSchema>;

/** An emergency that left without the usual checks and waits to be put in order by the head (P34). */
export const irregularSchema = z.object({
  /** The request it belongs to. */
  id: z.string(),
  title: z.string(),
  text: z.string(),
  authoriser: z.string(),
  why: z.string(),
  releasedAt: instantSchema,
  releasedByName: z.string(),
  /** The end of service of the next working day. */
  due: instantSchema,
});
export type IrregularView = z.infer<typeof irregularSchema>;
