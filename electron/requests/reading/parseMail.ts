import { runWorker } from '#electron/workers/run.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { MAX_MAIL_BYTES, type ParsedMail, parsedMailSchema } from '#shared/requests/reading/mail.ts';
import type { MailReading } from './parseMail.worker.ts';

/** Long for any mail, short for who waits. */
const PATIENCE_MILLISECONDS = 10_000;
const HEAP_MEGABYTES = 256;
/** Mails come in bunches: the thread waits this long for the next one. */
const KEEP_WARM_MILLISECONDS = 5_000;

/** The problem of a message above `MAX_MAIL_BYTES`. */
export const mailTooLarge = (name: string): Result<never, Problem> =>
  problem({
    code: 'mail-too-large',
    what: `La e-mail «${name}» supera i ${MAX_MAIL_BYTES / 1_000_000} MB e non è stata letta.`,
    remedy: 'Chiedi all’ufficio di rimandarla senza allegati pesanti.',
  });

const unreadable = (name: string): Result<never, Problem> =>
  problem({
    code: 'mail-unreadable',
    what: `Il file «${name}» è rovinato o non è una e-mail: non riesco a leggerlo.`,
    why: 'Le altre e-mail non ne risentono.',
    remedy: 'Aprilo nel programma di posta; se la richiesta è valida, scrivila a mano con Nuova richiesta.',
  });

/** What a failed thread means for the mail: nothing. It is whole as far as anybody knows, and is tried again. */
const NOT_READ: Readonly<Record<string, Pick<Problem, 'code' | 'what'>>> = {
  'work-too-long': { code: 'mail-too-slow', what: 'La lettura non è finita in tempo.' },
  'work-too-big': { code: 'mail-too-heavy', what: 'Per leggerla serve più memoria di quella che l’app può usare.' },
};
const INTERRUPTED = { code: 'mail-interrupted', what: 'La lettura si è interrotta prima della fine.' };

function notRead(name: string, code: string): Result<never, Problem> {
  const reading = NOT_READ[code] ?? INTERRUPTED;
  return problem({
    code: reading.code,
    what: `La e-mail «${name}» non è ancora stata letta.`,
    why: `${reading.what} Non vuol dire che sia rovinata.`,
    remedy: 'Non devi fare niente: l’app la riprova ai prossimi controlli. Se serve subito, scegli Rileggi.',
  });
}

/**
 * Reads an `.eml` or `.msg` file, told apart by its bytes. Problems: `mail-empty`, `mail-too-large`, and
 * `mail-unreadable` for what the reader itself says is no e-mail or is damaged; `mail-too-slow`, `mail-too-heavy` and
 * `mail-interrupted` say nothing of the mail, which is to be tried again. Never throws.
 * `name` is the file's name as shown to the user; `patience` is in milliseconds.
 */
export async function parseMail(
  bytes: Uint8Array,
  name: string,
  patience = PATIENCE_MILLISECONDS,
): Promise<Result<ParsedMail, Problem>> {
  if (bytes.length > MAX_MAIL_BYTES) return mailTooLarge(name);
  if (!bytes.some((byte) => byte > 0x20)) {
    return problem({
      code: 'mail-empty',
      what: `Il file «${name}» è vuoto: non contiene alcuna e-mail.`,
      remedy: 'Salvalo di nuovo dal programma di posta, oppure chiedi all’ufficio di rimandarla.',
    });
  }
  // A Buffer's own `slice` shares its memory, which cannot be given away.
  const copy = new Uint8Array(bytes).buffer;
  const answer = await runWorker<MailReading>({
    word: 'requests/reading',
    name: 'parseMail',
    input: copy,
    transfer: [copy],
    timeoutMilliseconds: patience,
    heapMegabytes: HEAP_MEGABYTES,
    keepWarmMilliseconds: KEEP_WARM_MILLISECONDS,
  });
  if (!answer.ok) return notRead(name, answer.error.code);
  if (answer.value === null) return unreadable(name);
  const mail = parsedMailSchema.safeParse(answer.value);
  // A mistake of the reader, not of the mail: the next version may read it.
  return mail.success ? ok(mail.data) : notRead(name, 'work-failed');
}
