import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';

/** What only the account of the desk may open; on Windows the rights come from the folder above, LOCALAPPDATA. */
const PRIVATE_FOLDER = 0o700;
export const PRIVATE_FILE = 0o600;

/** Takes from `path` what others than its owner may do with it; what is another account's stays as it is. */
export function keepPrivate(path: string): void {
  try {
    chmodSync(path, statSync(path).mode & PRIVATE_FOLDER);
  } catch {
    // Rights are a second wall: without them the app works as before.
  }
}

/** Makes a folder, and those above it that are missing, for its owner alone; one that was there becomes private. */
export function makePrivateFolder(path: string): void {
  if (mkdirSync(path, { recursive: true, mode: PRIVATE_FOLDER }) === undefined) keepPrivate(path);
}

/** Makes an empty file for its owner alone, where there is none; one that was there becomes private. */
export function makePrivateFile(path: string): void {
  if (existsSync(path)) keepPrivate(path);
  else closeSync(openSync(path, 'a', PRIVATE_FILE));
}

/** Writes a file for its owner alone so that nobody ever sees half of it. Throws what the file system throws. */
export function writePrivateFile(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const descriptor = openSync(temporary, 'wx', PRIVATE_FILE);
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}
