import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/**
 * Writes a file so that nobody ever sees half of it: whole under a name of its own, flushed to the disk, then renamed;
 * `appearing` is called right before anybody can see it. Throws what the file system throws, and then leaves nothing behind.
 */
export function writeWholeFile(
  file: string,
  content: Uint8Array | string,
  appearing: () => void = () => undefined,
): void {
  const temporary = `${file}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const descriptor = openSync(temporary, 'wx');
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    appearing();
    renameSync(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}
