import { lstat, mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { checkPath } from './layout.ts';
import { codeOf, shareError } from './shareError.ts';
import type { MeasuredEntry, ShareEntry, ShareFolder } from './shareFolder.ts';

/** Pauses before trying a rename again: a virus scanner holds a new file for a moment. */
const RENAME_PAUSES = [10, 20, 40, 80, 160] as const;
const HELD: readonly (string | undefined)[] = ['EBUSY', 'EPERM', 'EACCES'];

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

async function measureFile(file: string): Promise<Pick<MeasuredEntry, 'bytes' | 'writtenAt'> | undefined> {
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
  const seen = new Map<string, Map<string, Pick<MeasuredEntry, 'bytes' | 'writtenAt'>>>();
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

  const list = async (path: string): Promise<readonly ShareEntry[]> =>
    (await readdir(folderOf(path), { withFileTypes: true })).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    }));

  return {
    list,
    measure: async (path) => {
      const folder = folderOf(path);
      const known = seen.get(path || '.');
      const measured = await Promise.all(
        (await list(path)).map(async (entry): Promise<readonly MeasuredEntry[]> => {
          if (entry.isFolder) return [{ ...entry, bytes: 0, writtenAt: 0 }];
          const size = known?.get(entry.name) ?? (await measureFile(join(folder, entry.name)));
          return size ? [{ ...entry, ...size }] : [];
        }),
      );
      const entries = measured.flat();
      seen.set(path || '.', new Map(entries.map(({ name, bytes, writtenAt }) => [name, { bytes, writtenAt }])));
      return entries;
    },
    read: async (path, limit) => {
      const handle = await open(fileOf(path), 'r');
      try {
        const { size } = await handle.stat();
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
