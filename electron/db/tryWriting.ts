import { mkdtempSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

/** A full disk is another matter than a folder nobody may write in: what is there can still be read. */
const FULL: readonly (string | undefined)[] = ['ENOSPC', 'EDQUOT'];

/**
 * Tries whether something can be made in a folder of the app's own data, and throws what the file system throws. Asking
 * for the rights is no check: Windows always says yes for a folder.
 */
export function tryWriting(folder: string): void {
  try {
    rmdirSync(mkdtempSync(join(folder, '.prova-')));
  } catch (cause) {
    if (!FULL.includes((cause as NodeJS.ErrnoException).code)) throw cause;
  }
}
