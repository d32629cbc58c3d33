import { z } from 'zod';
import type { Desk } from '#electron/desk/desk.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import type { Request } from '#shared/requests/request.ts';

/** Who asked: kept as a blob beside the journal, so that it can be forgotten. */
export const senderSchema = z.object({
  name: z.string(),
  address: z.string(),
  /** Of one who asked by telephone or at the desk. */
  phone: z.exactOptional(z.string()),
});
export type Sender = z.infer<typeof senderSchema>;

/** The sender in the bytes of a blob; `undefined` when forgotten, or not one at all. */
export function senderIn(bytes: Uint8Array | undefined): Sender | undefined {
  if (!bytes) return undefined;
  try {
    return senderSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** The sender behind a blob; `undefined` when forgotten. */
export function readSender(desk: Desk, blob: string | null): Sender | undefined {
  return blob === null ? undefined : senderIn(desk.blobs.get(blob));
}

/** Keeps who asked as a blob; answers with its hash. */
export const putSender = (desk: Desk, sender: Sender): string =>
  desk.blobs.put(Buffer.from(JSON.stringify(sender), 'utf8'));

/** How a sender is called. */
export const nameOfSender = ({ name, address }: Sender): string => name || address;

/** The name of who asked; null when forgotten, and of a request typed at the desk. */
export function nameOfRequester(desk: Desk, { sender }: Pick<Request, 'sender'>): string | null {
  const known = readSender(desk, sender);
  return known ? nameOfSender(known) : null;
}

/** Whether the e-mail is proved to come from who asks: never what somebody else passed on (P13, RFC 8601). */
export function isProved(mail: ParsedMail | undefined, address: string | undefined): boolean {
  const written = mail?.from?.address.toLowerCase();
  if (!mail || !written || written !== address?.toLowerCase()) return false;
  return mail.senderProof === 'passed' || (mail.transport === 'pec' && mail.pecSignature === 'whole');
}
