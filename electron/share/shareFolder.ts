/**
 * The file operations the shared journal needs of a network drive, below the `SharedLog` of a folder: the real ones, those
 * of another process, and in tests faulty ones in memory. Paths are relative to the folder of the space, with `/`, as
 * `checkPath` lets them through; `''` is the folder itself. Every function rejects with an error that carries a `code` as
 * Node's do. Folders are made on the way, but never above the folder of the space, and that one only for a file right in
 * it: a drive that is away must not be founded anew on the local disk.
 */
export interface ShareFolder {
  /** What lies in a folder; rejects with `ENOENT` when it is not there. */
  readonly list: (path: string) => Promise<readonly ShareEntry[]>;
  /** As `list`, with the size and time each file had when it was first seen: published files never change. */
  readonly measure: (path: string) => Promise<readonly MeasuredEntry[]>;
  /** All bytes of a file; rejects with `EFBIG` when there are more than `limit`. */
  readonly read: (path: string, limit: number) => Promise<Uint8Array>;
  /** Creates a file that must not exist, with its whole content flushed; rejects with `EEXIST`. */
  readonly createExclusive: (path: string, bytes: Uint8Array) => Promise<void>;
  /**
   * Makes a file appear whole: written under the name `temporary` and flushed, then renamed. The name is one that cannot
   * exist with other content; where it exists already nothing is done. Answers with its time on the drive, milliseconds
   * since 1970.
   */
  readonly publishNew: (path: string, bytes: Uint8Array, temporary: string) => Promise<number>;
  /** Removes a file; one that is gone already is no error. */
  readonly remove: (path: string) => Promise<void>;
}

export interface ShareEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

export interface MeasuredEntry extends ShareEntry {
  readonly bytes: number;
  /** By the clock of the drive, milliseconds since 1970. */
  readonly writtenAt: number;
}

/** Where a configured path led: the absolute path of the folder of the space, which may not exist yet. */
export interface Located {
  readonly path: string;
  /** The path was found only without the space before a name. */
  readonly withoutSpace: boolean;
}
