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
