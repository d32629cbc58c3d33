import MailComposer from 'nodemailer/lib/mail-composer';
import type { Instant } from '#shared/kernel/instant.ts';
import type { LetterWords } from '#shared/outbox/letter.ts';

/** An e-mail of the app, complete before it leaves: the same letter always gives the same bytes. */
export interface Letter extends LetterWords {
  /** Without angle brackets. */
  readonly messageId: string;
  readonly date: Instant;
}

/** A Message-ID as RFC 5322 writes it: what else stands where one is expected is not repeated in a header. */
const MESSAGE_ID = /^<[!-;=?-~]{1,500}>$/;

/** The letter as the bytes of an `.eml` file (RFC 5322), UTF-8: a draft for a mail program, or as it leaves by itself. */
export function composeLetter(letter: Letter, how: 'draft' | 'leaving' = 'draft'): Promise<Buffer> {
  const { from, to, copy, subject, text, messageId, date } = letter;
  const references = letter.references.filter((one) => MESSAGE_ID.test(one));
  const answers = references.at(-1);
  const composer = new MailComposer({
    from,
    to: [...to],
    cc: [...copy],
    subject,
    text,
    messageId: `<${messageId}>`,
    date: new Date(date),
    // Mail programs open it as a draft to be sent; ours stays recognisable, should they give it another Message-ID.
    headers: { ...(how === 'draft' ? { 'X-Unsent': '1' } : {}), 'X-PuntoSi-Lettera': messageId },
    ...(answers ? { inReplyTo: answers, references } : {}),
  });
  return composer.compile().build();
}
