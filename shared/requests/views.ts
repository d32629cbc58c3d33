import { z } from 'zod';
import { instantSchema } from '../kernel/instant.ts';
import { requestSchema } from './request.ts';

/** A request as a list shows it. */
export const requestRowSchema = requestSchema.extend({
  senderName: z.string().nullable(),
  inChargeName: z.string().nullable(),
  urgent: z.boolean(),
  /** When it must have been forwarded (P5). */
  due: instantSchema,
});
export type RequestRow = z.infer<typeof requestRowSchema>;

/** A request as its screen shows it: with its e-mail, the other requests of it, and the text being written. */
export const requestDetailSchema = requestRowSchema.extend({
  mailSubject: z.string().nullable(),
  mailText: z.string().nullable(),
  senderAddress: z.string().nullable(),
  siblings: z.array(requestSchema.pick({ id: true, index: true, title: true, state: true })),
  /** The text as the operator left it; the one asked until somebody writes. */
  text: z.string(),
  savedAt: instantSchema.nullable(),
});
export type RequestDetail = z.infer<typeof requestDetailSchema>;
