import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { MAX_MAIL_BYTES, type ParsedMail, parsedMailSchema } from '#shared/requests/mail.ts';
import { runWorker } from '../workers/run.ts';
import type { MailReading } from './parseMail.worker.ts';

const TIMEOUT_MILLISECONDS = 10_000;
const HEAP_MEGABYTES = 256;
/** Mails come in bunches: the thread waits this long for the next one. */
const KEEP_WARM_MILLISECONDS = 5_000;

/** The problem of a message above `MAX_MAIL_BYTES`. */
export const mailTooLarge = (name: string): Result<never, Problem> =>
  problem(
    'mail-too-large',
    `La e-mail «${name}» supera i ${MAX_MAIL_BYTES / 1_000_000} MB e non è stata letta.`,
    'Chiedi all’ufficio di rimandarla senza allegati pesanti.',
  );

const unreadable = (name: string): Result<never, Problem> =>
  problem(
    'mail-unreadable',
    `Il file «${name}» è rovinato o non è una e-mail: non riesco a leggerlo. Le altre e-mail non ne risentono.`,
    'Aprilo nel programma di posta; se la richiesta è valida, scrivila a mano con Nuova richiesta.',
  );

/**
 * Reads an `.eml` or `.msg` file, told apart by its bytes. Problems: `mail-empty`, `mail-too-large`, and
 * `mail-unreadable` for what is no e-mail, is damaged, or takes too much time or memory. Never throws.
 * `name` is the file's name as shown to the user.
 */
export async function parseMail(bytes: Uint8Array, name: string): Promise<Result<ParsedMail, Problem>> {
  if (bytes.length > MAX_MAIL_BYTES) return mailTooLarge(name);
  if (!bytes.some((byte) => byte > 0x20)) {
    return problem(
      'mail-empty',
      `Il file «${name}» è vuoto: non contiene alcuna e-mail.`,
      'Salvalo di nuovo dal programma di posta, oppure chiedi all’ufficio di rimandarla.',
    );
  }
  // A Buffer's own `slice` shares its memory, which cannot be given away.
  const copy = new Uint8Array(bytes).buffer;
  const answer = await runWorker<MailReading>({
    word: 'requests',
    name: 'parseMail',
    input: copy,
    transfer: [copy],
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    heapMegabytes: HEAP_MEGABYTES,
    keepWarmMilliseconds: KEEP_WARM_MILLISECONDS,
  });
  const mail = answer.ok && answer.value !== null ? parsedMailSchema.safeParse(answer.value) : undefined;
  return mail?.success ? ok(mail.data) : unreadable(name);
}
