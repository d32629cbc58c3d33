import { z } from 'zod';

/** What a server says of a letter: `accepted` by the sender's own gestore, `delayed` and still tried, in the mailbox, or not delivered. */
const REPORTED = ['accepted', 'delayed', 'delivered', 'failed'] as const;

/** What servers report of a letter that left (RFC 3464, DM 2 November 2005); of which letter, its Message-ID tells. */
export const deliveryReportSchema = z.object({
  /** Message-IDs with their brackets that the letter may have, the surest first. */
  about: z.array(z.string()),
  /** Of which addressee, lower case; null where it is not said: of all. */
  recipients: z.array(z.object({ address: z.string().nullable(), what: z.enum(REPORTED), why: z.string() })),
});
export type DeliveryReport = z.infer<typeof deliveryReportSchema>;
