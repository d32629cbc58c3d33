import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeWholeFile } from './wholeFile.ts';

/** Things too big or too personal for the journal: kept beside it by their hash, so that they can be forgotten. */
export interface Blobs {
  /** Keeps the bytes, once and whole, and returns their lower-case hex SHA-256. Throws what the file system throws. */
  readonly put: (bytes: Uint8Array) => string;
  /** The bytes of a hash, or `undefined` when they were forgotten or are damaged. */
  readonly get: (hash: string) => Uint8Array | undefined;
  /** Whether something is kept under a hash; damage shows only on reading. */
  readonly has: (hash: string) => boolean;
}

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
  return {
    put: (bytes) => {
      const hash = hashOf(bytes);
      if (get(hash)) return hash;
      mkdirSync(join(folder, hash.slice(0, 2)), { recursive: true });
      writeWholeFile(fileOf(hash), bytes);
      return hash;
    },
    get,
    has: (hash) => existsSync(fileOf(hash)),
  };
}
