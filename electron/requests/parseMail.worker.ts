import type { ParsedMail } from '#shared/requests/mail.ts';
import { serveWorker } from '../workers/serve.ts';
import { isMsg, parseMsg } from './msgFile.ts';
import { NotAMessage } from './notAMessage.ts';
import { parseEml } from './parseEml.ts';

/** What the worker answers: the mail, or null for bytes that are none. */
export type MailReading = ParsedMail | null;

serveWorker(async (input): Promise<MailReading> => {
  const bytes = new Uint8Array(input as ArrayBuffer);
  try {
    return isMsg(bytes) ? await parseMsg(bytes) : await parseEml(bytes);
  } catch (cause) {
    if (cause instanceof NotAMessage) return null;
    throw cause;
  }
});
