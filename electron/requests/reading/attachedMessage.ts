import { romeOf } from '#shared/kernel/instant.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { ATTACHED_MARK } from '#shared/requests/reading/quoteHeads.ts';

/** Envelopes inside envelopes, and messages attached to messages, are followed so deep. */
export const MAX_MAIL_DEPTH = 4;
/** Attached messages whose text is read; more of them stay plain attachments. */
export const MAX_ATTACHED_MESSAGES = 20;
export const MAX_ATTACHMENTS = 200;

/** Told every attachment that is met on the way, with its hash: how one of them is found again. */
export type OnAttachment = (sha256: string, bytes: Uint8Array) => void;

/** An attached message as it follows the text of the mail that carries it: like a forward, with its head. */
export function asForwarded(inner: ParsedMail): string {
  const when = inner.date === null ? undefined : romeOf(inner.date);
  const who = inner.from === null ? '' : `${inner.from.name.replace(/[<>]/g, '')} <${inner.from.address}>`;
  return [
    ATTACHED_MARK,
    `Da: ${who}`,
    ...(when === undefined ? [] : [`Inviato: ${when.day} ${when.time}`]),
    `Oggetto: ${inner.subject}`,
    '',
    inner.text,
  ].join('\n');
}
