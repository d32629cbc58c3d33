import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { requestViewSchema } from '#shared/requests/views.ts';
import { draftSchema } from './draft.ts';

/** A text as the head sees it: with its request and the names of the people. */
export const approvalSchema = draftSchema.extend({
  request: requestViewSchema,
  rewrittenByName: z.string(),
  /** A text he would decide on is not the one that was forwarded, under its hash: it cannot be approved (P24). */
  isAltered: z.boolean(),
  /** Less than 1+1 working days lie between the forwarding and the date wanted (P14). */
  urgent: z.boolean(),
  /** When the head must have decided (P5, P30). */
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
