import { Buffer } from 'node:buffer';
import type { ShareQuality } from '#electron/journal/exchange/sharedLog.ts';
import { isTemporary } from './layout.ts';
import { codeOf, shareError } from './shareError.ts';
import type { ShareFolder } from './shareFolder.ts';

const DAY_MILLISECONDS = 86_400_000;
const MAY_NOT_WRITE: readonly (string | undefined)[] = ['EROFS', 'EACCES', 'EPERM'];
const FULL: readonly (string | undefined)[] = ['ENOSPC', 'EDQUOT'];

async function isExclusive(folder: ShareFolder, path: string, bytes: Uint8Array): Promise<boolean> {
  await folder.createExclusive(path, bytes);
  try {
    await folder.createExclusive(path, bytes);
    return false;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return true;
    throw cause;
  }
}

/** Test files lie right in the folder of the space, where nobody's data are: those of a day ago are anybody's to remove. */
async function sweepTests(folder: ShareFolder, before: number): Promise<void> {
  for (const { name, writtenAt } of await folder.measure('')) {
    if (isTemporary(name) && writtenAt !== null && writtenAt < before) await folder.remove(name);
  }
}

/**
 * Tries on the drive what the journal relies on: a second exclusive creation must be refused, a renamed file must read back
 * as it was written. Undefined when the drive is full, which tells nothing. It cannot notice a drive where two computers
 * win the same creation: the facts judge there. Rejects with `EIO` when a file reads back otherwise.
 */
export async function testShare(folder: ShareFolder, random: () => string): Promise<ShareQuality | undefined> {
  const [created, renamed, temporary] = [`.t${random()}.tmp`, `.t${random()}.tmp`, `.t${random()}.tmp`];
  const bytes = Buffer.from('prova\n', 'utf8');
  try {
    const exclusive = await isExclusive(folder, created, bytes);
    const at = await folder.publishNew(renamed, bytes, temporary);
    for (const path of [created, renamed]) {
      const read = await folder.read(path, bytes.length);
      if (Buffer.compare(read, bytes) !== 0)
        throw shareError('EIO', 'un file di prova non si rilegge come è stato scritto');
      await folder.remove(path);
    }
    await sweepTests(folder, at - DAY_MILLISECONDS);
    return exclusive ? 'good' : 'weak-exclusive';
  } catch (cause) {
    if (MAY_NOT_WRITE.includes(codeOf(cause))) return 'read-only';
    if (FULL.includes(codeOf(cause))) return undefined;
    throw cause;
  }
}
