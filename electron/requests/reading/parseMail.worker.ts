import { serveWorker } from '#electron/workers/serve.ts';
import type { ParsedMail } from '#shared/requests/reading/mail.ts';
import { isMsg, parseMsg } from './msgFile.ts';
import { parseEml } from './parseEml.ts';

/** What the worker answers: the mail, or null for bytes that are none or are damaged. */
export type MailReading = ParsedMail | null;

/** The Outlook parser prints stack traces about damaged fields: they would land in the output of the command line. */
console.debug = () => undefined;

/**
 * Whether a failure lies in the moment and not in the bytes: no memory left, a file of the program that cannot be opened.
 * Then the task failed, and the mail is no damaged one.
 */
const isOfTheMoment = (cause: unknown): boolean =>
  cause instanceof Error &&
  (/allocation failed|out of memory/i.test(cause.message) || ('syscall' in cause && 'code' in cause));

serveWorker(async (input): Promise<MailReading> => {
  const bytes = new Uint8Array(input as ArrayBuffer);
  try {
    return isMsg(bytes) ? await parseMsg(bytes) : await parseEml(bytes);
  } catch (cause) {
    if (isOfTheMoment(cause)) throw cause;
    return null;
  }
});
