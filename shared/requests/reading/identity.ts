import type { ParsedMail } from './mail.ts';

/**
 * Version 1 of the form in which words are compared: letters and digits only, lower case, without accents, single spaces.
 * A copy on purpose: identities kept for years hang on it, so it never changes with the words around it.
 */
const normalFormV1 = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function ownIdentity(mail: ParsedMail, sha256: (text: string) => string): string {
  if (mail.messageId !== null) return `mid:${mail.messageId}`;
  const sender = mail.from?.address.toLowerCase() ?? '';
  return `hash:${sha256([sender, mail.date ?? '', normalFormV1(mail.text)].join('\n'))}`;
}

/**
 * The identity of a message, the same on every desk and however the server rewrites it: the PEC reference, else the
 * Message-ID, else a hash of sender, date and folded body (Exchange rebuilds MIME, so raw bytes will not do). A receipt
 * has one of its own, which no other message has: it only speaks of the message it refers to (P10).
 * `sha256` answers with the hexadecimal hash of a text.
 */
export function mailIdentity(mail: ParsedMail, sha256: (text: string) => string): string {
  if (mail.transport === 'pec-receipt') return `receipt:${ownIdentity(mail, sha256)}`;
  return mail.pecReference === null ? ownIdentity(mail, sha256) : `pec:${mail.pecReference}`;
}
