import MailComposer from 'nodemailer/lib/mail-composer';
import type { Instant } from '#shared/kernel/instant.ts';

/** An e-mail of the app, complete before it leaves: the same letter always gives the same bytes. */
export interface Letter {
  readonly from: string;
  readonly to: readonly string[];
  readonly copy: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** Without angle brackets. */
  readonly messageId: string;
  readonly date: Instant;
  /** Message-ID of the e-mail it answers. */
  readonly answers: string | null;
}

/** The letter as the bytes of an `.eml` file (RFC 5322), UTF-8. */
export function composeLetter(letter: Letter): Promise<Buffer> {
  const { from, to, copy, subject, text, messageId, date, answers } = letter;
  const composer = new MailComposer({
    from,
    to: [...to],
    cc: [...copy],
    subject,
    text,
    messageId: `<${messageId}>`,
    date: new Date(date),
    ...(answers ? { inReplyTo: answers, references: [answers] } : {}),
  });
  return composer.compile().build();
}
