/**
 * The file operations the shared journal needs of a network drive, below the `SharedLog` of a folder: the real ones, those
 * of another process, and in tests faulty ones in memory. Paths are relative to the folder of the space, with `/`; every
 * name in them is `[a-z0-9._-]`. Every function rejects with an error that carries a `code` as Node's do.
 */
export interface ShareFolder {
  /** What lies in a folder; rejects with `ENOENT` when it is not there. */
  readonly list: (path: string) => Promise<readonly ShareEntry[]>;
  /** All bytes of a file; rejects with `EFBIG` when there are more than `limit`. */
  readonly read: (path: string, limit: number) => Promise<Uint8Array>;
  /** Creates a file that must not exist, with its whole content flushed; rejects with `EEXIST`. Folders are made. */
  readonly createExclusive: (path: string, bytes: Uint8Array) => Promise<void>;
  /**
   * Makes a file appear whole: temporary name beside it, flush, rename. The name is one that cannot exist with other
   * content; where it exists already nothing is done. Answers with its time on the drive, milliseconds since 1970.
   */
  readonly publishNew: (path: string, bytes: Uint8Array) => Promise<number>;
  /** Removes a file; one that is gone already is no error. */
  readonly remove: (path: string) => Promise<void>;
}

export interface ShareEntry {
  readonly name: string;
  readonly isFolder: boolean;
  readonly bytes: number;
}

/** Finds the folder of the space from the path as configured (P4): file or folder, never trimmed. */
export type LocateShare = (configured: string) => Promise<{ readonly path: string; readonly withoutSpace: boolean }>;
