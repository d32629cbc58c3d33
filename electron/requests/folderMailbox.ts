import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { MAX_MAIL_BYTES } from '#shared/requests/mail.ts';
import type { Mailbox, MailRef } from './mailbox.ts';
import { mailTooLarge } from './parseMail.ts';

const MAIL_FILE = /\.(?:eml|msg)$/i;

const codeOf = (cause: unknown): string => (cause as NodeJS.ErrnoException).code ?? '';

function folderProblem(folder: string, cause: unknown): Result<never, Problem> {
  const code = codeOf(cause);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return problem(
      'mail-folder-missing',
      `La cartella delle e-mail «${folder}» non c’è, oppure l’unità di rete non è collegata.`,
      'Controlla il percorso nelle Impostazioni e che l’unità di rete sia collegata.',
    );
  }
  return problem(
    'mail-folder-unreadable',
    `Non riesco a leggere la cartella delle e-mail «${folder}».`,
    'Chiedi a chi gestisce i computer il permesso di lettura su questa cartella.',
  );
}

function fileProblem(name: string, cause: unknown): Result<never, Problem> {
  const code = codeOf(cause);
  if (code === 'ENOENT') {
    return problem(
      'mail-gone',
      `La e-mail «${name}» non è più nella cartella: qualcuno l’ha spostata o cancellata. Le altre non ne risentono.`,
      'Se serve, rimettila nella cartella e controlla di nuovo la casella.',
    );
  }
  return problem(
    'mail-file-unreadable',
    `Non riesco a leggere il file «${name}». Le altre e-mail non ne risentono.`,
    'Chiudilo negli altri programmi e controlla di avere il permesso di lettura, poi riprova.',
  );
}

const notAFile = (name: string): Result<never, Problem> =>
  problem(
    'mail-not-a-file',
    `«${name}» ha il nome di una e-mail ma è una cartella o un collegamento speciale.`,
    'Sposta le e-mail che contiene nella cartella delle richieste.',
  );

/** A pipe or device is never opened: reading it could wait for ever. */
async function readMessage(folder: string, id: string): Promise<Result<Uint8Array, Problem>> {
  if (basename(id) !== id || !MAIL_FILE.test(id)) return fileProblem(id, { code: 'ENOENT' });
  try {
    const path = join(folder, id);
    const info = await stat(path);
    if (!info.isFile()) return notAFile(id);
    return info.size > MAX_MAIL_BYTES ? mailTooLarge(id) : ok(new Uint8Array(await readFile(path)));
  } catch (cause) {
    return fileProblem(id, cause);
  }
}

/** Another e-mail saved under an old name is another one: name, size and time together tell a file. */
async function refOf(folder: string, name: string): Promise<MailRef> {
  try {
    const { size, mtimeMs } = await stat(join(folder, name));
    return { id: `${name}|${size}|${Math.round(mtimeMs)}`, name };
  } catch {
    // Gone or not to be looked at: reading it says why.
    return { id: `${name}||`, name };
  }
}

/** The name in an id: what stands before its last two bars. */
const nameIn = (id: string): string => id.split('|').slice(0, -2).join('|');

/** A folder of `.eml` and `.msg` files as a mailbox; its subfolders are not looked into. */
export function folderMailbox(folder: string): Mailbox {
  return {
    async list(): Promise<Result<readonly MailRef[], Problem>> {
      try {
        const names = (await readdir(folder)).filter((name) => MAIL_FILE.test(name));
        return ok(await Promise.all(names.sort().map((name) => refOf(folder, name))));
      } catch (cause) {
        return folderProblem(folder, cause);
      }
    },
    read: (id) => readMessage(folder, nameIn(id)),
  };
}
