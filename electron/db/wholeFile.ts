import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { open, rename as renameLater, rm } from 'node:fs/promises';
import { PRIVATE_FILE } from './privateFiles.ts';

/** What makes a file appear; tests inject faults. */
interface WholeFileParts {
  readonly rename: (from: string, to: string) => void;
}

const HELD: readonly (string | undefined)[] = ['EPERM', 'EACCES', 'EBUSY'];
const isHeld = (cause: unknown): boolean => HELD.includes((cause as NodeJS.ErrnoException).code);

function writeFlushed(file: string, bytes: Uint8Array, flags: 'w' | 'wx'): void {
  const descriptor = openSync(file, flags, PRIVATE_FILE);
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Removes a temporary as far as that goes: it must never hide why. What remains is swept later. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A scanner holds it.
  }
}

/**
 * Writes a file of the app's own data whose name is the hash of its bytes: whole under a name of its own, flushed, then
 * renamed. Where a virus scanner holds the temporary it is written in its place at once, for who reads it checks the hash:
 * the core waits for nobody. Throws what the file system throws. What people chose is written by `Files` instead.
 */
export function writeHashedFile(
  file: string,
  bytes: Uint8Array,
  { rename }: WholeFileParts = { rename: renameSync },
): void {
  const temporary = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    writeFlushed(temporary, bytes, 'wx');
    try {
      rename(temporary, file);
      return;
    } catch (cause) {
      if (!isHeld(cause)) throw cause;
      writeFlushed(file, bytes, 'w');
    }
    removeQuietly(temporary);
  } catch (cause) {
    removeQuietly(temporary);
    throw cause;
  }
}

/**
 * The same without holding up the program: whole, flushed, then renamed. Rejects with what the file system answers; where
 * a virus scanner holds the temporary too, for nothing waits for it.
 */
export async function writeHashedFileAhead(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const handle = await open(temporary, 'wx', PRIVATE_FILE);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renameLater(temporary, file);
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw cause;
  }
}
