/**
 * A network drive in memory with everything that goes wrong on real ones. One store, a client for each computer; no
 * timers: whatever is not hung settles, and with the same random numbers in the same order.
 */
import { Buffer } from 'node:buffer';
import type { SharedLog } from '#electron/journal/exchange/sharedLog.ts';
import { folderLog } from '#electron/share/folder/folderLog.ts';
import { checkPath } from '#electron/share/folder/layout.ts';
import { shareError } from '#electron/share/folder/shareError.ts';
import type { MeasuredEntry, ShareEntry, ShareFolder } from '#electron/share/folder/shareFolder.ts';

/** The computer died at this operation: nothing it would do after happens, until it is `revive`d. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

interface StoredFile {
  readonly bytes: Uint8Array;
  readonly writtenAt: number;
  readonly by: string;
}

/** Everything on the drive at a moment, as an old copy of it would be. */
export interface DriveCopy {
  readonly files: ReadonlyMap<string, StoredFile>;
  readonly folders: ReadonlySet<string>;
}

/** What goes wrong for one computer; set its fields at any time. */
export interface Weather {
  /** `gone`: every path is missing; `down`: the server is not reached; `hung`: nothing is ever answered. */
  line: 'up' | 'gone' | 'down' | 'hung';
  /** Chance from 0 to 1 that an operation is refused with EBUSY, EPERM or EIO. */
  refusals: number;
  /** Chance from 0 to 1 that a listing is the one of last time. */
  stale: number;
  /** The operation, counted from now, at which the computer dies; 0 = none. */
  crashIn: number;
  readOnly: boolean;
}

export interface MemoryClient {
  readonly folder: ShareFolder;
  readonly weather: Weather;
  /** Operations asked so far. */
  readonly operations: () => number;
  readonly isDead: () => boolean;
  /** Starts the computer again after a `Crash`. */
  readonly revive: () => void;
  /** A shared log as this computer's program opens it. */
  readonly log: () => SharedLog;
}

/** A change of a file by a computer. */
export interface DriveChange {
  readonly by: string;
  readonly path: string;
  readonly act: 'write' | 'remove';
  /** Who wrote what lay there before; undefined = nothing lay there. */
  readonly before: string | undefined;
}

/** `blind`: the creator too can create twice; `racy`: only other computers can, as on some cloud drives. */
export type ExclusiveCreation = 'strict' | 'racy' | 'blind';

export interface MemoryDrive {
  /** `died` is called at the moment of a `Crash`: what the computer holds then is what it will find again. */
  readonly client: (name: string, random: () => number, died?: () => void) => MemoryClient;
  exclusive: ExclusiveCreation;
  /** Told every change of a file that a computer makes: who, and who had written what lay there. */
  watch: ((change: DriveChange) => void) | undefined;
  /** No byte more fits on the drive. */
  full: boolean;
  /** The clock of the drive; every write moves it on by a millisecond. */
  time: number;
  readonly copy: () => DriveCopy;
  /** Puts an old copy in place of what there is. */
  readonly restore: (copy: DriveCopy) => void;
  readonly paths: () => readonly string[];
  readonly get: (path: string) => Uint8Array | undefined;
  /** Puts a file there that no desk wrote, under any name. */
  readonly put: (path: string, content: Uint8Array | string) => void;
  readonly makeFolder: (path: string) => void;
  readonly delete: (path: string) => void;
  /** Turns one bit of a file. */
  readonly flip: (path: string, bit: number) => void;
  /** Leaves only the first bytes of a file. */
  readonly tear: (path: string, bytes: number) => void;
}

const REFUSALS = ['EBUSY', 'EPERM', 'EIO'] as const;
const START = 1_772_438_400_000;
/** The folder of the space itself, among the folders. */
const ROOT = '';

const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const foldersAbove = (path: string): readonly string[] => {
  const parent = parentOf(path);
  return parent === ROOT ? [ROOT] : [...foldersAbove(parent), parent];
};

/** An empty drive: nobody has founded a register there. */
export function memoryDrive(): MemoryDrive {
  let files = new Map<string, StoredFile>();
  let folders = new Set<string>();

  const fileAt = (path: string): StoredFile => {
    const file = files.get(path);
    if (file) return file;
    throw shareError(folders.has(path) ? 'EISDIR' : 'ENOENT', path);
  };
  const change = (path: string, bytes: Uint8Array): void => {
    files.set(path, { ...fileAt(path), bytes });
  };

  const drive: MemoryDrive = {
    exclusive: 'strict',
    watch: undefined,
    full: false,
    time: START,
    copy: () => ({ files: new Map(files), folders: new Set(folders) }),
    restore: (copy) => {
      files = new Map(copy.files);
      folders = new Set(copy.folders);
    },
    paths: () => [...files.keys()].sort(),
    get: (path) => files.get(path)?.bytes,
    put: (path, content) => {
      for (const folder of foldersAbove(path)) folders.add(folder);
      files.set(path, { bytes: Buffer.from(content as string), writtenAt: ++drive.time, by: '' });
    },
    makeFolder: (path) => {
      for (const folder of [...foldersAbove(path), path]) folders.add(folder);
    },
    delete: (path) => void files.delete(path),
    flip: (path, bit) => {
      const bytes = Uint8Array.from(fileAt(path).bytes);
      const at = Math.floor(bit / 8) % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
      change(path, bytes);
    },
    tear: (path, bytes) => change(path, fileAt(path).bytes.subarray(0, bytes)),
    client: (name, random, died = () => undefined) => {
      const weather: Weather = { line: 'up', refusals: 0, stale: 0, crashIn: 0, readOnly: false };
      const listings = new Map<string, readonly MeasuredEntry[]>();
      let operations = 0;
      let dead = false;

      /** One elementary operation on the drive, and everything that can befall it. `torn` is what a death here leaves. */
      const step = async (torn: () => void = () => undefined): Promise<void> => {
        // Lets the operations of other computers come in between.
        await Promise.resolve();
        if (dead) throw new Crash();
        operations++;
        if (weather.line === 'hung') await new Promise<never>(() => undefined);
        if (weather.line === 'gone') throw shareError('ENOENT', 'unità scollegata');
        if (weather.line === 'down') throw shareError('EHOSTDOWN', 'server spento');
        if (weather.crashIn > 0 && --weather.crashIn === 0) {
          dead = true;
          torn();
          died();
          throw new Crash();
        }
        if (weather.refusals > 0 && random() < weather.refusals) {
          throw shareError(REFUSALS[Math.floor(random() * REFUSALS.length)] ?? 'EIO', 'guasto di prova');
        }
      };
      const mayWrite = (): void => {
        if (weather.readOnly) throw shareError('EROFS', 'sola lettura');
      };

      const makeFolders = async (path: string): Promise<void> => {
        const missing = foldersAbove(path).filter((folder) => !folders.has(folder));
        for (const folder of missing) {
          if (folder === ROOT && parentOf(path) !== ROOT) throw shareError('ENOENT', path);
          await step();
          mayWrite();
          folders.add(folder);
        }
      };

      /** Creates, writes and flushes a file as `nodeFolder` does; taken away again when that fails. */
      const writeNew = async (path: string, bytes: Uint8Array): Promise<void> => {
        await makeFolders(path);
        await step();
        mayWrite();
        const there = files.get(path);
        const tell = (): void => drive.watch?.({ by: name, path, act: 'write', before: there?.by });
        const mayCreateTwice = drive.exclusive === 'blind' || (drive.exclusive === 'racy' && there?.by !== name);
        if (folders.has(path) || (there && !mayCreateTwice)) throw shareError('EEXIST', path);
        const write = (written: Uint8Array): void =>
          void files.set(path, { bytes: written, writtenAt: ++drive.time, by: name });
        tell();
        write(new Uint8Array());
        const part = (): Uint8Array => bytes.slice(0, Math.floor(random() * (bytes.length + 1)));
        try {
          await step(() => write(part()));
          if (drive.full) throw shareError('ENOSPC', path);
          write(Uint8Array.from(bytes));
          // What was not flushed may be lost in part when the computer dies; or all is there, and nobody was told.
          await step(() => write(random() < 0.5 ? Uint8Array.from(bytes) : part()));
        } catch (cause) {
          if (!dead) files.delete(path);
          throw cause;
        }
      };

      const listing = async (path: string): Promise<readonly MeasuredEntry[]> => {
        if (path !== ROOT) checkPath(path);
        await step();
        const last = listings.get(path);
        if (last && weather.stale > 0 && random() < weather.stale) return last;
        if (!folders.has(path)) throw shareError(files.has(path) ? 'ENOTDIR' : 'ENOENT', path);
        const below = (one: string): boolean => one !== ROOT && parentOf(one) === path;
        const entries = [
          ...[...folders].filter(below).map((one) => ({ name: nameOf(one), isFolder: true, bytes: 0, writtenAt: 0 })),
          ...[...files]
            .filter(([one]) => below(one))
            .map(([one, { bytes, writtenAt }]) => ({
              name: nameOf(one),
              isFolder: false,
              bytes: bytes.length,
              writtenAt,
            })),
        ];
        listings.set(path, entries);
        return entries;
      };

      const folder: ShareFolder = {
        list: async (path): Promise<readonly ShareEntry[]> =>
          (await listing(path)).map(({ name: entry, isFolder }) => ({ name: entry, isFolder })),
        measure: listing,
        read: async (path, limit) => {
          checkPath(path);
          await step();
          const { bytes } = fileAt(path);
          if (bytes.length > limit) throw shareError('EFBIG', path);
          return Uint8Array.from(bytes);
        },
        createExclusive: (path, bytes) => writeNew(checkPath(path), bytes),
        publishNew: async (path, bytes, temporary) => {
          checkPath(path);
          await step();
          const there = files.get(path);
          if (there) return there.writtenAt;
          // Like a real folder: what has the name is taken for the file until it is read.
          if (folders.has(path)) return drive.time;
          await writeNew(checkPath(temporary), bytes);
          const rename = (): void => {
            drive.watch?.({ by: name, path, act: 'write', before: files.get(path)?.by });
            files.set(path, fileAt(temporary));
            files.delete(temporary);
          };
          try {
            await makeFolders(path);
            // A death may come right before the rename or right after.
            await step(() => {
              if (random() < 0.5) rename();
            });
          } catch (cause) {
            if (!dead) files.delete(temporary);
            throw cause;
          }
          rename();
          return fileAt(path).writtenAt;
        },
        remove: async (path) => {
          checkPath(path);
          await step();
          mayWrite();
          const there = files.get(path);
          if (there) drive.watch?.({ by: name, path, act: 'remove', before: there.by });
          files.delete(path);
        },
      };
      const hex = (): string =>
        Math.floor(random() * 2 ** 32)
          .toString(16)
          .padStart(8, '0');
      return {
        folder,
        weather,
        operations: () => operations,
        isDead: () => dead,
        revive: () => {
          dead = false;
          weather.crashIn = 0;
          listings.clear();
        },
        log: () =>
          folderLog({
            connect: async () => {
              await step();
              return { location: { path: `/memoria/${name}`, withoutSpace: false }, folder };
            },
            random: hex,
            close: () => undefined,
          }),
      };
    },
  };
  return drive;
}
