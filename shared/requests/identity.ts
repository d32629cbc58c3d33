import { foldText } from '#shared/kernel/text.ts';
import type { ParsedMail } from './mail.ts';

/**
 * The identity of a message, the same on every desk and however the server rewrites it: the PEC reference, else the
 * Message-ID, else a hash of sender, date and folded body (Exchange rebuilds MIME, so raw bytes will not do).
 * `sha256` answers with the hexadecimal hash of a text.
 */
export function mailIdentity(mail: ParsedMail, sha256: (text: string) => string): string {
  if (mail.pecReference !== null) return `pec:${mail.pecReference}`;
  if (mail.messageId !== null) return `mid:${mail.messageId}`;
  const sender = mail.from?.address.toLowerCase() ?? '';
  return `hash:${sha256([sender, mail.date ?? '', foldText(mail.text)].join('\n'))}`;
}
