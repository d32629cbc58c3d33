import { basename, join } from 'node:path';
import { FOLDER_NOT_ANSWERING } from '#electron/files/fileProblem.ts';
import type { Files, ListedFile } from '#electron/files/files.ts';
import { mailTooLarge } from '#electron/requests/reading/parseMail.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { err, map, type Result } from '#shared/kernel/result.ts';
import { MAX_MAIL_BYTES } from '#shared/requests/reading/mail.ts';
import { isServerId } from './imapPosition.ts';
import { type Mailbox, type MailRef, mailGone } from './mailbox.ts';

const MAIL_ENDINGS = ['.eml', '.msg'] as const;
const isMailFile = (name: string): boolean => MAIL_ENDINGS.some((ending) => name.toLowerCase().endsWith(ending));

function folderProblem(folder: string, found: Problem): Problem {
  if (found.code === FOLDER_NOT_ANSWERING) return found;
  if (found.code === 'folder-missing') {
    return {
      code: 'mail-folder-missing',
      what: `La cartella delle e-mail «${folder}» non c’è, oppure l’unità di rete non è collegata.`,
      remedy: 'Controlla il percorso nelle Impostazioni e che l’unità di rete sia collegata.',
    };
  }
  return {
    code: 'mail-folder-unreadable',
    what: `Non riesco a leggere la cartella delle e-mail «${folder}».`,
    remedy: 'Chiedi a chi gestisce i computer il permesso di lettura su questa cartella.',
  };
}

const notAFile = (name: string): Result<never, Problem> =>
  problem({
    code: 'mail-not-a-file',
    what: `«${name}» ha il nome di una e-mail ma è una cartella o un collegamento speciale.`,
    remedy: 'Sposta le e-mail che contiene nella cartella delle richieste.',
  });

/** A virus scanner or another program holds the file, or the right to read it is missing: Windows says the same of both. */
const HELD: readonly string[] = ['file-busy', 'folder-read-only', 'file-open-elsewhere'];

function fileProblem(name: string, found: Problem): Result<never, Problem> {
  switch (found.code) {
    case FOLDER_NOT_ANSWERING:
      return { ok: false, error: found };
    case 'folder-missing':
      return err(mailGone(name));
    case 'file-not-plain':
      return notAFile(name);
    case 'file-too-large':
      return mailTooLarge(name);
    default:
      return problem({
        code: 'mail-file-unreadable',
        what: `Non riesco a leggere il file «${name}».`,
        why: HELD.includes(found.code)
          ? 'Un altro programma lo tiene occupato, oppure manca il permesso di leggerlo. Le altre e-mail non ne risentono.'
          : 'La cartella o il disco non ha risposto come dovrebbe. Le altre e-mail non ne risentono.',
        remedy:
          'L’app riprova ai prossimi controlli. Se dura, chiudilo negli altri programmi e controlla di avere il permesso di lettura.',
      });
  }
}

/**
 * Another e-mail saved under an old name is another one: name, size and time together tell a file. Of one that is gone or
 * not to be looked at, reading it says why.
 */
const refOf = ({ name, bytes, writtenAt }: ListedFile): MailRef => ({
  id: `${name}|${bytes ?? ''}|${writtenAt === null ? '' : Math.round(writtenAt)}`,
  name,
});

/** The name in an id: what stands before its last two bars. */
const nameIn = (id: string): string => id.split('|').slice(0, -2).join('|');

/** A folder of `.eml` and `.msg` files as a mailbox; its subfolders are not looked into. */
export function folderMailbox(folder: string, files: Pick<Files, 'list' | 'read'>): Mailbox {
  return {
    async list(): Promise<Result<readonly MailRef[], Problem>> {
      const listed = await files.list(folder, MAIL_ENDINGS);
      if (!listed.ok) return { ok: false, error: folderProblem(folder, listed.error) };
      return map(listed, (found) => found.map(refOf).sort((a, b) => (a.name < b.name ? -1 : 1)));
    },
    async read(id): Promise<Result<Uint8Array, Problem>> {
      const name = nameIn(id);
      if (basename(name) !== name || !isMailFile(name)) return err(mailGone(name));
      const read = await files.read(join(folder, name), MAX_MAIL_BYTES);
      return read.ok ? read : fileProblem(name, read.error);
    },
    placeOf: nameIn,
    holds: (id) => !isServerId(id),
  };
}
