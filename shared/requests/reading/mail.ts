import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { signatureSchema } from '#shared/kernel/signature.ts';
import { deliveryReportSchema } from './reported.ts';

/** A person or mailbox; `address` is empty where the mail gives a name only (Outlook forwards). */
export const mailAddressSchema = z.object({ name: z.string(), address: z.string() });
export type MailAddress = z.infer<typeof mailAddressSchema>;

/** A file that came with the mail; its bytes stay in the raw message. */
export const mailAttachmentSchema = z.object({
  name: z.string(),
  /** MIME type, lower case. */
  type: z.string(),
  /** In bytes. */
  size: z.number().int().nonnegative(),
  /** Hash of the bytes, lower case hexadecimal. */
  sha256: z.string(),
});
export type MailAttachment = z.infer<typeof mailAttachmentSchema>;

/**
 * How the message travelled, told by its headers (P10): an ordinary mail, a PEC envelope (`pec`), an envelope of anomaly
 * (ordinary mail that reached a PEC mailbox), a PEC receipt, an automatic answer, a newsletter or list (`bulk`).
 */
export const transportSchema = z.enum(['ordinary', 'pec', 'pec-anomaly', 'pec-receipt', 'auto-reply', 'bulk']);
export type Transport = z.infer<typeof transportSchema>;

/** An e-mail as the app reads it. Of a PEC envelope all fields are those of the message inside. */
export const parsedMailSchema = z.object({
  transport: transportSchema,
  /** Message-ID with its brackets, as in the header; null when there is none. */
  messageId: z.string().nullable(),
  /** Message-ID the sender's own server gave, as PEC envelopes report it (`X-Riferimento-Message-ID`). */
  pecReference: z.string().nullable(),
  /**
   * How the signature of the PEC operator stands over the envelope; null for what is no PEC envelope, comes from Outlook,
   * which does not keep what was signed, or was read before the app looked at it.
   */
  pecSignature: signatureSchema.nullable().default(null),
  /** Message-IDs this mail answers: In-Reply-To and References. */
  references: z.array(z.string()),
  /** When it was written, null when its Date header is missing or no date: never the time of reading. */
  date: instantSchema.nullable(),
  from: mailAddressSchema.nullable(),
  /** Whether the receiving server found the sender true; null where it does not say, or the mail was read before the app looked. */
  senderProof: z.enum(['passed', 'failed']).nullable().default(null),
  /** The mailbox that the gestore certifies for a PEC; null for what is no PEC, or was read before the app looked. */
  certifiedFrom: mailAddressSchema.nullable().default(null),
  to: z.array(mailAddressSchema),
  subject: z.string(),
  /** The body as plain text (see `normaliseBody`); attached messages follow it, each under a head like a forward's. */
  text: z.string(),
  /** Whether the body was longer than the limit and its end is missing. */
  textCut: z.boolean(),
  attachments: z.array(mailAttachmentSchema),
  /** What it reports of a letter that left; null for what is no report, or was read before the app looked. */
  report: deliveryReportSchema.nullable().default(null),
});
export type ParsedMail = z.infer<typeof parsedMailSchema>;

/** A raw message above this is not read (25 MB). */
export const MAX_MAIL_BYTES = 25_000_000;
/** A body is read up to here, in UTF-16 units: thirty printed pages. The raw message keeps all of it. */
export const MAX_BODY_LENGTH = 60_000;
