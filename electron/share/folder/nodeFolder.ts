import { constants, type Dirent } from 'node:fs';
import { lstat, mkdir, open, opendir, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { checkPath } from './layout.ts';
import { codeOf, shareError } from './shareError.ts';
import { MEASURED_AT_ONCE, type ShareEntry, type ShareFolder } from './shareFolder.ts';

/** Pauses before trying a rename again: a virus scanner holds a new file for a moment. */
const RENAME_PAUSES = [10, 20, 40, 80, 160] as const;
const HELD: readonly (string | undefined)[] = ['EBUSY', 'EPERM', 'EACCES'];

/** Names of a folder that are asked of the system at once. */
const NAMES_AT_ONCE = 1_000;

/** Never through a link, and never waiting for the other end of a pipe; Windows has neither flag, and no such files. */
const READ_PLAIN = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Opens a file to be read, and tells its size; rejects for whatever is no plain file. */
async function openPlain(file: string, path: string) {
  const handle = await open(file, READ_PLAIN).catch((cause: unknown) => {
    // What a socket answers.
    throw codeOf(cause) === 'ENXIO' ? shareError('EINVAL', `non è un file: ${path}`) : cause;
  });
  try {
    const found = await handle.stat();
    if (found.isDirectory()) throw shareError('EISDIR', `è una cartella: ${path}`);
    if (!found.isFile()) throw shareError('EINVAL', `non è un file: ${path}`);
    return { handle, size: found.size };
  } catch (cause) {
    await handle.close();
    throw cause;
  }
}

/** Writes a new file, whole and flushed; leaves nothing behind when it cannot. Never read-only: SMB refuses that. */
async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o666);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
  } catch (cause) {
    await handle.close().catch(() => undefined);
    await unlink(file).catch(() => undefined);
    throw cause;
  }
}

/** Makes the names of a folder durable, where the system has that: Windows and some servers refuse. */
async function flushFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // The file itself is flushed: on a server its name is in the server's hands.
  }
}

async function renamePatiently(from: string, to: string): Promise<void> {
  for (const pause of RENAME_PAUSES) {
    try {
      return await rename(from, to);
    } catch (cause) {
      if (!HELD.includes(codeOf(cause))) throw cause;
      await wait(pause);
    }
  }
  return rename(from, to);
}

async function timeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

interface Measure {
  readonly bytes: number;
  readonly writtenAt: number;
}

/** What is neither measured nor opened. */
const NOTHING: Measure = { bytes: 0, writtenAt: 0 };

function entryAs(found: Dirent): ShareEntry {
  const isFolder = found.isDirectory();
  return isFolder || found.isFile() ? { name: found.name, isFolder } : { name: found.name, isFolder, isSpecial: true };
}

async function measureFile(file: string): Promise<Measure | undefined> {
  try {
    const { size, mtimeMs } = await lstat(file);
    return { bytes: size, writtenAt: mtimeMs };
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw cause;
  }
}

/** The files below `root`, with Node's file functions. Blocks the process when the drive hangs: run it in one of its own. */
export function nodeFolder(root: string): ShareFolder {
  /** What each folder's files were when first seen: on a network drive every look costs a round trip. */
  const seen = new Map<string, Map<string, Measure>>();
  const forget = (path: string): void => void seen.get(posix.dirname(path))?.delete(posix.basename(path));
  const fileOf = (path: string): string => join(root, ...checkPath(path).split('/'));
  const folderOf = (path: string): string => (path === '' ? root : fileOf(path));

  const makeFolders = async (path: string): Promise<void> => {
    const names = path.split('/').slice(0, -1);
    const folders = names.length === 0 ? [root] : names.map((_, depth) => join(root, ...names.slice(0, depth + 1)));
    for (const folder of folders) {
      await mkdir(folder).catch((cause: unknown) => {
        if (codeOf(cause) !== 'EEXIST') throw cause;
      });
    }
  };

  /** Does `work`, which needs the folders above `path`; made only when they are missing, for each costs a round trip. */
  const makingFolders = async (path: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (cause) {
      if (codeOf(cause) !== 'ENOENT') throw cause;
      await makeFolders(path);
      await work();
    }
  };
  const create = (path: string, bytes: Uint8Array): Promise<void> =>
    makingFolders(path, () => writeNew(fileOf(path), bytes));

  /** What lies in a folder, in the order of the names, which come some at a time: very many must not block the program. */
  const entriesOf = async <Entry extends ShareEntry>(path: string, entryOf: (found: Dirent) => Entry) => {
    const entries: Entry[] = [];
    for await (const found of await opendir(folderOf(path), { bufferSize: NAMES_AT_ONCE }))
      entries.push(entryOf(found));
    return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  };
  const list = (path: string): Promise<readonly ShareEntry[]> => entriesOf(path, entryAs);

  return {
    list,
    measure: async (path) => {
      const folder = folderOf(path);
      const known = seen.get(path || '.');
      const sizes = new Map<string, Measure>();
      const fresh: { name: string; bytes: number | null; writtenAt: number | null }[] = [];
      // One object for each file, however many there are.
      const entries = await entriesOf(path, (found) => {
        const entry = entryAs(found);
        const size = entry.isFolder || entry.isSpecial ? NOTHING : known?.get(entry.name);
        return Object.assign(entry, { bytes: size?.bytes ?? null, writtenAt: size?.writtenAt ?? null });
      });
      seen.set(path || '.', sizes);
      for (const entry of entries) {
        const { name, bytes, writtenAt } = entry;
        if (entry.isFolder || entry.isSpecial) continue;
        if (bytes !== null && writtenAt !== null) sizes.set(name, { bytes, writtenAt });
        else if (fresh.length < MEASURED_AT_ONCE) fresh.push(entry);
      }
      const gone = new Set<string>();
      await Promise.all(
        fresh.map(async (entry) => {
          const size = await measureFile(join(folder, entry.name));
          if (!size) gone.add(entry.name);
          else {
            Object.assign(entry, size);
            sizes.set(entry.name, size);
          }
        }),
      );
      return gone.size === 0 ? entries : entries.filter(({ name }) => !gone.has(name));
    },
    read: async (path, limit) => {
      const { handle, size } = await openPlain(fileOf(path), path);
      try {
        if (size > limit) throw shareError('EFBIG', `${path} ha ${size} byte`);
        const bytes = new Uint8Array(size);
        let filled = 0;
        while (filled < size) {
          const { bytesRead } = await handle.read(bytes, filled, size - filled, filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return bytes.subarray(0, filled);
      } finally {
        await handle.close();
      }
    },
    createExclusive: create,
    publishNew: async (path, bytes, temporary) => {
      const file = fileOf(path);
      const there = await timeOf(file);
      if (there !== undefined) return there;
      forget(path);
      await create(temporary, bytes);
      try {
        await makingFolders(path, () => renamePatiently(fileOf(temporary), file));
      } catch (cause) {
        await unlink(fileOf(temporary)).catch(() => undefined);
        throw cause;
      }
      await flushFolder(dirname(file));
      return (await stat(file)).mtimeMs;
    },
    remove: async (path) => {
      forget(path);
      await unlink(fileOf(path)).catch((cause: unknown) => {
        if (codeOf(cause) !== 'ENOENT') throw cause;
      });
    },
  };
}
