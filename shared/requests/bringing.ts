import { z } from 'zod';
import { type Problem, problemSchema } from '#shared/kernel/problem.ts';
import { plural, sayNumber } from '#shared/kernel/text.ts';
import { MAX_MAIL_BYTES } from './reading/mail.ts';

/** E-mails a person brings by hand: dropped on the window, or chosen with a button (P10). */
export const MAIL_ENDINGS = ['eml', 'msg'] as const;
/** So many files are taken at once, and so many bytes of all of them together. */
export const MAX_BROUGHT = 5_000;
export const MAX_BROUGHT_BYTES = 2_000_000_000;
/** What one call carries: so many files, of so many bytes together. The longest e-mail fits alone. */
export const BATCH = { files: 20, bytes: MAX_MAIL_BYTES };

const broughtFileSchema = z.object({
  /** What its name is called, no path. */
  fileName: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[^/\\\p{Cc}]+$/u),
  base64: z.base64().max(4 * Math.ceil(MAX_MAIL_BYTES / 3)),
});
export type BroughtFile = z.infer<typeof broughtFileSchema>;

/** Some of the files a person brings; `last`: no other one follows that an answer among them could belong to. */
export const bringingSchema = z.object({
  files: z.array(broughtFileSchema).min(1).max(BATCH.files),
  last: z.boolean(),
});

/** What came of e-mails brought by hand. */
export const broughtSchema = z.object({
  /** How many were read, those already known too. */
  read: z.int().nonnegative(),
  /** Requests found in those that are new. */
  added: z.int().nonnegative(),
  /** How many the app had read before, whichever way they came. */
  known: z.int().nonnegative(),
  /** How many new ones answer a request. */
  answers: z.int().nonnegative(),
  /** How many new ones are neither: they wait in «Altre e-mail». */
  others: z.int().nonnegative(),
  /** The first request that was found; null without any. */
  request: z.string().nullable(),
  /** Those that could not be read; all the others went on. */
  problems: z.array(z.object({ name: z.string(), problem: problemSchema })),
  /** Places among the files of answers whose conversation is not known yet: to be brought again after the others. */
  later: z.array(z.int().nonnegative()),
});
export type Brought = z.infer<typeof broughtSchema>;

export const NOTHING_BROUGHT: Brought = {
  read: 0,
  added: 0,
  known: 0,
  answers: 0,
  others: 0,
  request: null,
  problems: [],
  later: [],
};

/** What came of two lots of files together; those to be brought again are the caller's to remember. */
export const together = (one: Brought, other: Brought): Brought => ({
  read: one.read + other.read,
  added: one.added + other.added,
  known: one.known + other.known,
  answers: one.answers + other.answers,
  others: one.others + other.others,
  request: one.request ?? other.request,
  problems: [...one.problems, ...other.problems],
  later: [],
});

/** `3 e-mail lette: 2 richieste nuove, 1 c’era già.` */
export function sayBrought({ read, added, known, answers, others }: Brought): string {
  if (read === 0) return 'Nessuna e-mail letta.';
  const parts = [
    ...(added > 0 ? [plural(added, 'richiesta nuova', 'richieste nuove')] : []),
    ...(answers > 0 ? [plural(answers, 'risposta a una richiesta', 'risposte a richieste')] : []),
    ...(others > 0 ? [plural(others, 'in «Altre e-mail»', 'in «Altre e-mail»')] : []),
    ...(known > 0 ? [plural(known, 'c’era già', 'c’erano già')] : []),
  ];
  return `${plural(read, 'e-mail letta', 'e-mail lette')}: ${parts.length > 0 ? parts.join(', ') : 'nessuna richiesta nuova'}.`;
}

const DRAG_AGAIN = 'Portala di nuovo qui; se non riesce ancora, scrivi la richiesta a mano con «Scrivi una richiesta».';
/** Remedies that speak of the mailbox do not hold for a file a person has in hand. */
const OF_THE_MAILBOX: readonly string[] = ['mail-too-slow', 'mail-too-heavy', 'mail-interrupted'];

/** The same problem in words for somebody who has the file in hand: nothing tries it again by itself. */
export const ofBrought = (problem: Problem): Problem =>
  OF_THE_MAILBOX.includes(problem.code) ? { ...problem, remedy: DRAG_AGAIN } : problem;

/** A file as the screen has it before anything of it is read. */
export interface OfferedFile {
  readonly name: string;
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

const endingOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toLowerCase();
const isMail = ({ name, type }: OfferedFile): boolean =>
  type === 'message/rfc822' || (MAIL_ENDINGS as readonly string[]).includes(endingOf(name));

function refusalOf(file: OfferedFile): Problem | undefined {
  if (!isMail(file)) {
    return {
      code: 'file-no-mail',
      what: `«${file.name}» non è un’e-mail salvata.`,
      remedy: 'Servono file EML o MSG: salva l’e-mail dal programma di posta e portala qui.',
    };
  }
  if (file.size === 0) {
    return {
      code: 'mail-empty',
      what: `Il file «${file.name}» è vuoto: non contiene alcuna e-mail.`,
      remedy: 'Salvalo di nuovo dal programma di posta, oppure chiedi all’ufficio di rimandarla.',
    };
  }
  if (file.size <= MAX_MAIL_BYTES) return undefined;
  return {
    code: 'mail-too-large',
    what: `La e-mail «${file.name}» supera i ${MAX_MAIL_BYTES / 1_000_000} MB e non è stata letta.`,
    remedy: 'Chiedi all’ufficio di rimandarla senza allegati pesanti.',
  };
}

/**
 * Which of these files are taken, in their order, and why the others are not. Too many of them, or too much together, and
 * the first ones are taken: the last problem says how many are left, to be brought afterwards.
 */
export function sortOffered<File extends OfferedFile>(
  files: readonly File[],
): { readonly taken: readonly File[]; readonly problems: Brought['problems'] } {
  const taken: File[] = [];
  const problems: Brought['problems'] = [];
  let [bytes, left] = [0, 0];
  for (const file of files) {
    const problem = refusalOf(file);
    if (problem) problems.push({ name: file.name, problem });
    else if (left > 0 || taken.length >= MAX_BROUGHT || bytes + file.size > MAX_BROUGHT_BYTES) left += 1;
    else {
      taken.push(file);
      bytes += file.size;
    }
  }
  if (left > 0) {
    problems.push({
      name: plural(left, 'altra e-mail', 'altre e-mail'),
      problem: {
        code: 'too-many-brought',
        what: `In una volta si leggono ${sayNumber(MAX_BROUGHT)} e-mail e ${MAX_BROUGHT_BYTES / 1_000_000_000} GB: ne ${left === 1 ? 'resta 1' : `restano ${sayNumber(left)}`}.`,
        remedy: 'Quando queste sono lette, porta qui le altre: quelle già lette non contano due volte.',
      },
    });
  }
  return { taken, problems };
}

/** The files in lots that one call carries, in their order. */
export function inBatches<File extends Pick<OfferedFile, 'size'>>(
  files: readonly File[],
): readonly (readonly File[])[] {
  const batches: File[][] = [];
  let bytes = 0;
  for (const file of files) {
    const last = batches.at(-1);
    if (last && last.length < BATCH.files && bytes + file.size <= BATCH.bytes) {
      last.push(file);
      bytes += file.size;
    } else {
      batches.push([file]);
      bytes = file.size;
    }
  }
  return batches;
}
