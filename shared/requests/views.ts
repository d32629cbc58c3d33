import { z } from 'zod';
import { instantSchema } from '../kernel/instant.ts';
import { attachmentSchema } from './attachment.ts';
import { answerSchema, letterPurposeSchema } from './facts.ts';
import { pictureSchema } from './picture.ts';
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

/** An e-mail about a request: the one that asks, an answer to it, or a letter of the desk. */
export const requestMailSchema = z.object({
  /** Id of an e-mail that arrived, Message-ID of a letter. */
  id: z.string(),
  kind: z.enum(['asks', 'answers', 'letter']),
  /** When it was written; of one that arrived, the moment it counts from. */
  at: instantSchema,
  from: z.object({ name: z.string(), address: z.string() }).nullable(),
  to: z.array(z.string()),
  subject: z.string(),
  /** Null when its words were forgotten. */
  text: z.string().nullable(),
  attachments: z.array(attachmentSchema),
  /** What the app read in an answer: proposed, for a person to confirm (P17). */
  says: answerSchema.nullable(),
  /** The office seems to take the request back (P18). */
  withdraws: z.boolean(),
  /** The head's answer to what was forwarded (P38). */
  fromHead: z.boolean(),
  /** Of a letter: why it was written, the effect by which it can be taken back, whether it left, what holds it back. */
  letter: z
    .object({ purpose: letterPurposeSchema, effect: z.string(), left: z.boolean(), obstacle: z.string().nullable() })
    .nullable(),
});
export type RequestMail = z.infer<typeof requestMailSchema>;

/** A request as its screen shows it: with its e-mail, the other requests of it, and the text being written. */
export const requestDetailSchema = requestRowSchema.extend({
  mailSubject: z.string().nullable(),
  mailText: z.string().nullable(),
  senderAddress: z.string().nullable(),
  /** Every e-mail about it, oldest first (P17). */
  mails: z.array(requestMailSchema),
  siblings: z.array(requestSchema.pick({ id: true, index: true, title: true, state: true })),
  /** The text as the operator left it; the one asked until somebody writes. */
  text: z.string(),
  savedAt: instantSchema.nullable(),
});
export type RequestDetail = z.infer<typeof requestDetailSchema>;

/** The pictures that came inside an e-mail and may be shown, in its order, with those that are too big for it. */
export const mailPicturesSchema = z.object({
  pictures: z.array(pictureSchema.extend({ id: z.string(), name: z.string(), base64: z.string() })),
  tooBig: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type MailPictures = z.infer<typeof mailPicturesSchema>;
