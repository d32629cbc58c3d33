import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder } from '#electron/db/privateFiles.ts';
import { writeHashedFile, writeHashedFileAhead } from '#electron/db/wholeFile.ts';

/** Things too big or too personal for the journal: kept beside it by their hash, so that they can be forgotten. */
export interface Blobs {
  /** Keeps the bytes, once and whole, and returns their lower-case hex SHA-256. Throws what the file system throws. */
  readonly put: (bytes: Uint8Array) => string;
  /**
   * Writes the bytes before `put` keeps them, without holding up the program; answers with their hash where this
   * call wrote them, else null. What does not succeed is met again by `put`.
   */
  readonly ahead: (bytes: Uint8Array) => Promise<string | null>;
  /** The bytes of a hash, or `undefined` when they were forgotten or are damaged. */
  readonly get: (hash: string) => Uint8Array | undefined;
  /** Whether something is kept under a hash; damage shows only on reading. */
  readonly has: (hash: string) => boolean;
  /** Deletes this desk's copy; what is not there is forgotten already. Throws what the file system throws. */
  readonly forget: (hash: string) => void;
  /** Tells `listener` of everything that is kept, also once more, or forgotten from now on. */
  readonly follow: (listener: BlobListener) => void;
}

export type BlobListener = (hash: string, what: 'kept' | 'forgotten') => void;

/** Where the blobs of a desk lie in its own data. */
export const blobFolder = (dataFolder: string): string => join(dataFolder, 'allegati');

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The blobs kept in `folder`, one file each. */
export function openBlobs(folder: string): Blobs {
  const fileOf = (hash: string): string => join(folder, hash.slice(0, 2), hash);
  const get = (hash: string): Uint8Array | undefined => {
    try {
      const bytes = readFileSync(fileOf(hash));
      return hashOf(bytes) === hash ? bytes : undefined;
    } catch {
      return undefined;
    }
  };
  const listeners: BlobListener[] = [];
  const tell: BlobListener = (hash, what) => {
    for (const listener of listeners) listener(hash, what);
  };
  return {
    put: (bytes) => {
      const hash = hashOf(bytes);
      if (!get(hash)) {
        makePrivateFolder(join(folder, hash.slice(0, 2)));
        writeHashedFile(fileOf(hash), bytes);
      }
      // Also when it was there: who follows may have stopped between the file and what it made of it.
      tell(hash, 'kept');
      return hash;
    },
    ahead: async (bytes) => {
      const hash = hashOf(bytes);
      if (existsSync(fileOf(hash))) return null;
      try {
        makePrivateFolder(join(folder, hash.slice(0, 2)));
        await writeHashedFileAhead(fileOf(hash), bytes);
        return hash;
      } catch {
        return null;
      }
    },
    get,
    has: (hash) => existsSync(fileOf(hash)),
    forget: (hash) => {
      rmSync(fileOf(hash), { force: true });
      tell(hash, 'forgotten');
    },
    follow: (listener) => {
      listeners.push(listener);
    },
  };
}
