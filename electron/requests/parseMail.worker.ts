import type { ParsedMail } from '#shared/requests/mail.ts';
import { serveWorker } from '../workers/serve.ts';
import { isMsg, parseMsg } from './msgFile.ts';
import { parseEml } from './parseEml.ts';

/** What the worker answers: the mail, or null for bytes that are none or are damaged. */
export type MailReading = ParsedMail | null;

/** The Outlook parser prints stack traces about damaged fields: they would land in the output of the command line. */
console.debug = () => undefined;

serveWorker(async (input): Promise<MailReading> => {
  const bytes = new Uint8Array(input as ArrayBuffer);
  try {
    return isMsg(bytes) ? await parseMsg(bytes) : await parseEml(bytes);
  } catch {
    return null;
  }
});
