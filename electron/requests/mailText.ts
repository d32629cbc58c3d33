import type { Desk } from '#electron/desk/desk.ts';
import { type ParsedMail, parsedMailSchema } from '#shared/requests/reading/mail.ts';
import type { RequestStore } from './store.ts';

/** What was read in an e-mail; `undefined` when there is none or it was forgotten. */
export function readParsed(desk: Desk, store: RequestStore, mail: string | null): ParsedMail | undefined {
  const kept = mail === null ? undefined : store.mail(mail);
  const bytes = kept && desk.blobs.get(kept.parsed);
  return bytes && parsedMailSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
}
