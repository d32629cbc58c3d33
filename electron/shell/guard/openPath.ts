/** Opens the documents the app has made, with the computer's own programs. Paths come only from the core. */
import { access } from 'node:fs/promises';
import { extname, isAbsolute } from 'node:path';
import type { Shell } from 'electron';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

/** Kinds of files the app makes or keeps. Nothing a computer would run. */
const DOCUMENTS = ['.pdf', '.csv', '.xlsx', '.json', '.txt', '.eml', '.xml'];

/**
 * Opens the document at `path` with its program, or shows it in its folder (any kind of file).
 * The problems are `path-refused`, `file-missing` and `file-not-opened`.
 */
export async function openPath(
  shell: Pick<Shell, 'openPath' | 'showItemInFolder'>,
  path: string,
  how: 'open-document' | 'show-in-folder',
): Promise<Result<null, Problem>> {
  if (!isAbsolute(path) || (how === 'open-document' && !DOCUMENTS.includes(extname(path).toLowerCase()))) {
    return problem({
      code: 'path-refused',
      what: `L’app non apre ${path}: non è un documento che ha preparato lei.`,
      remedy: 'Aprilo a mano dalla sua cartella, se sai da dove viene.',
    });
  }
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (!exists) {
    return problem({
      code: 'file-missing',
      what: `Il file ${path} non c’è più, o la sua cartella non si raggiunge.`,
      remedy: 'Controlla la cartella e la rete, poi riprova, oppure prepara di nuovo il documento.',
    });
  }
  if (how === 'show-in-folder') {
    shell.showItemInFolder(path);
    return ok(null);
  }
  const failure = await shell.openPath(path);
  if (failure === '') return ok(null);
  return problem({
    code: 'file-not-opened',
    what: `Il computer non ha saputo aprire ${path}: forse manca il programma per questo tipo di file.`,
    remedy: 'Apri la cartella del file e scegli tu il programma.',
  });
}
