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
  /**
   * As `list`, with the size and time each file had when it was first seen: published files never change. Of those never
   * seen before a thousand are measured at one call: the drive answers in time, however many there are.
   */
  readonly measure: (path: string) => Promise<readonly MeasuredEntry[]>;
  /**
   * All bytes of a plain file; rejects with `EFBIG` when there are more than `limit`, with `EISDIR`, `ELOOP` or `EINVAL` for
   * a folder, a link, or a pipe, socket or device: those are never waited for.
   */
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
  /** Present for what is neither file nor folder: a link, a pipe, a socket, a device. It is never opened. */
  readonly isSpecial?: true | undefined;
}

export interface MeasuredEntry extends ShareEntry {
  /** Null while its turn to be measured has not come. */
  readonly bytes: number | null;
  /** By the clock of the drive, milliseconds since 1970; null while its turn has not come. */
  readonly writtenAt: number | null;
}

/** Files never seen before that one call measures. */
export const MEASURED_AT_ONCE = 1_000;
