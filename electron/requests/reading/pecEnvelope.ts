import type { Attachment, Email } from 'postal-mime';
import type { MailAddress } from '#shared/requests/reading/mail.ts';
import { readAddress } from '#shared/requests/reading/quoteHeads.ts';
import { headerValue } from '#shared/requests/reading/transport.ts';

/** A certificate longer than this is not one: the real ones have a few kilobytes. */
const MAX_CERTIFICATE_BYTES = 200_000;
const UTF8 = new TextDecoder('utf-8');

/** What the gestore certifies about a message (`daticert.xml`, DM 2 November 2005). */
export interface PecCertificate {
  /** `posta-certificata`, `accettazione`, `avvenuta-consegna` … */
  readonly kind: string;
  readonly sender: string | undefined;
  /** Message-ID given by the sender's own program. */
  readonly messageId: string | undefined;
  /** Of which mailbox a receipt speaks. */
  readonly delivery: string | undefined;
  /** Why it was not delivered: `no-dest`, `no-dominio`, `virus`, `altro`; and in the words of a server. */
  readonly error: string | undefined;
  readonly said: string | undefined;
}

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);

const entities = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&').trim();

/** Reads the certificate of a PEC message, if it carries one. */
export function readCertificate(mail: Email): PecCertificate | undefined {
  const part = mail.attachments.find(({ filename }) => /^daticert\.xml$/i.test(filename ?? ''));
  if (part === undefined) return undefined;
  const bytes = bytesOf(part);
  if (bytes.length > MAX_CERTIFICATE_BYTES) return undefined;
  const xml = UTF8.decode(bytes);
  const kind = /<postacert\b[^>]{0,300}\btipo="([a-z-]{1,60})"/.exec(xml)?.[1];
  if (kind === undefined) return undefined;
  const value = (tag: string): string | undefined => {
    const text = new RegExp(`<${tag}>([^<]{1,500})</${tag}>`).exec(xml)?.[1];
    return text === undefined ? undefined : entities(text);
  };
  const error = /<postacert\b[^>]{0,300}\berrore="([a-z-]{1,60})"/.exec(xml)?.[1];
  return {
    ...{ kind, sender: value('mittente'), messageId: value('msgid') },
    ...{ delivery: value('consegna'), error, said: value('errore-esteso') },
  };
}

/** The raw message a PEC envelope carries (`postacert.eml`), if it does. */
export function enclosedMessage(mail: Email): Uint8Array | undefined {
  const named = mail.attachments.find(({ filename }) => /^postacert\.eml$/i.test(filename ?? ''));
  const part =
    named ??
    mail.attachments.find(
      ({ mimeType, filename }) => mimeType === 'message/rfc822' && /^(?:postacert.*)?$/i.test(filename ?? ''),
    );
  return part === undefined ? undefined : bytesOf(part);
}

/** Who really wrote a PEC message, for the case that the enclosed one does not say: certificate, Reply-To, "Per conto di". */
export function certifiedSender(mail: Email, certificate: PecCertificate | undefined): MailAddress | null {
  const behalf = /per conto di:?\s*([^"<]+)/i.exec(headerValue(mail.headers, 'from') ?? '')?.[1];
  const sender = certificate?.sender ?? headerValue(mail.headers, 'reply-to') ?? behalf;
  return sender === undefined ? null : readAddress(sender);
}

/** The Message-ID of the sender's own program: envelopes and enclosed messages get a new one from the gestore. */
export function pecReferenceOf(mail: Email, certificate: PecCertificate | undefined): string | null {
  return headerValue(mail.headers, 'x-riferimento-message-id') ?? certificate?.messageId ?? null;
}
