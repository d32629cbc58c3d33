import { z } from 'zod';
import { daySchema } from '#shared/kernel/day.ts';

const wordsSchema = z.string().trim().min(1).max(200).nullable();
const telephoneSchema = z.string().trim().min(1).max(60).nullable().default(null);

/** A mailbox that may ask for notices (P13), or of which a person has still to say so. */
export const senderSchema = z.object({
  address: z.email().max(254),
  office: wordsSchema,
  name: wordsSchema.default(null),
  /** As the town says it: `responsabile di procedimento`. */
  reason: wordsSchema.default(null),
  telephone: telephoneSchema,
  /** A person said that this one may ask. */
  confirmed: z.boolean().default(false),
  /** The day on which that was said; null when it is not known, or was not said. */
  since: daySchema.nullable().default(null),
});
export type Sender = z.infer<typeof senderSchema>;

/** Who is responsible for an office. */
export const responsibleSchema = z.object({
  office: z.string().trim().min(1).max(300),
  name: z.string().trim().min(1).max(200),
  address: z.email().max(254).nullable().default(null),
  telephone: telephoneSchema,
});

/** An address as it is compared: capitals and spaces around it make no other mailbox. */
export const mailboxOf = (address: string): string => address.trim().toLowerCase();

/** The entry of the list for this address, confirmed or not. */
export const senderOf = (senders: readonly Sender[], address: string): Sender | undefined =>
  senders.find((one) => mailboxOf(one.address) === mailboxOf(address));

/** Whether a person said that this address may ask (P13): the domain of an address says nothing. */
export const mayAsk = (senders: readonly Sender[], address: string): boolean =>
  address !== '' && senderOf(senders, address)?.confirmed === true;
