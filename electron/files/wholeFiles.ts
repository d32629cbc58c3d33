import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileError, fileErrorCode, HELD_ELSEWHERE, NOT_PLAIN } from './fileError.ts';
import { markFromOutside } from './markFromOutside.ts';
import type { Rename } from './operations.ts';

/** What writing whole files needs of its surroundings; tests inject faults. */
export interface WholeFileParts {
  readonly platform: NodeJS.Platform;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Told whenever a step is done: whoever waits sees that the disk answers. */
  readonly alive: () => void;
}

export const wholeFileParts = (alive: () => void = () => undefined): WholeFileParts => ({
  platform: process.platform,
  rename,
  pause: async (milliseconds) => void (await wait(milliseconds)),
  alive,
});

/** Pauses before a rename is tried again, about 1.5 seconds in all: a virus scanner holds a new file for a moment. */
const PAUSES = [10, 20, 40, 80, 150, 300, 400, 500] as const;
const HELD: readonly (string | undefined)[] = ['EPERM', 'EACCES', 'EBUSY'];
const isHeld = (cause: unknown): boolean => HELD.includes(fileErrorCode(cause));
/** So much is flushed at once: a slow drive that goes on is told from one that hangs. */
const CHUNK_BYTES = 1_048_576;
const TEMPORARY = /\.[0-9a-f]{8}\.tmp$/;
const OLD_MILLISECONDS = 3_600_000;

const temporaryOf = (file: string): string => `${file}.${randomBytes(4).toString('hex')}.tmp`;

/** Removes what cannot stay, as far as that goes: it must never hide why. What remains is swept later. */
async function removeQuietly(files: readonly string[]): Promise<void> {
  for (const file of files) await rm(file, { force: true }).catch(() => undefined);
}

/** Whether a plain file lies at a path; rejects with `ENOTPLAIN` when something else does, through links too. */
export async function isPlainFile(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isFile()) return true;
  } catch (cause) {
    if (fileErrorCode(cause) === 'ENOENT') return false;
    throw cause;
  }
  throw fileError(NOT_PLAIN, `non è un file: ${path}`);
}

async function writeNew(file: string, bytes: Uint8Array, alive: () => void): Promise<number> {
  const handle = await open(file, 'wx');
  try {
    for (let at = 0; at < bytes.length; ) {
      at += (await handle.write(bytes, at, Math.min(CHUNK_BYTES, bytes.length - at))).bytesWritten;
      if (at < bytes.length) await handle.datasync();
      alive();
    }
    await handle.sync();
    return (await handle.stat()).mtimeMs;
  } finally {
    await handle.close();
  }
}

/**
 * Writes files that belong together under names of their own beside their places and flushes them; answers with those
 * names, in the same order. Leaves nothing behind when it cannot.
 */
export async function stageFiles(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  { alive }: WholeFileParts,
): Promise<string[]> {
  for (const { path } of files) await isPlainFile(path);
  const temporaries: string[] = [];
  try {
    for (const { path, bytes } of files) {
      const temporary = temporaryOf(path);
      temporaries.push(temporary);
      await writeNew(temporary, bytes, alive);
    }
    return temporaries;
  } catch (cause) {
    await removeQuietly(temporaries);
    throw cause;
  }
}

/** Renames once nobody holds the file any more, or rejects as the last time; `EOPENELSEWHERE` when it is open in another program. */
async function renamePatiently(from: string, to: string, parts: WholeFileParts): Promise<void> {
  for (const pause of PAUSES) {
    try {
      return await parts.rename(from, to);
    } catch (cause) {
      if (!isHeld(cause)) throw cause;
      await parts.pause(pause);
      parts.alive();
    }
  }
  try {
    await parts.rename(from, to);
  } catch (cause) {
    // Only Windows refuses to replace a file that is open; elsewhere these codes speak of rights.
    if (!isHeld(cause) || parts.platform !== 'win32' || !(await isPlainFile(to))) throw cause;
    throw fileError(HELD_ELSEWHERE, `aperto in un altro programma: ${to}`, cause);
  }
}

/** Rejects when a file that is there could not be replaced: renamed onto itself it is refused as its replacement would be. */
async function tryReplacing(path: string, parts: WholeFileParts): Promise<void> {
  if (!(await isPlainFile(path))) return;
  try {
    await renamePatiently(path, path, parts);
  } catch (cause) {
    if (isHeld(cause) || fileErrorCode(cause) === HELD_ELSEWHERE) throw cause;
  }
}

/**
 * Makes staged files appear in their places, in this order. Nothing is replaced before each file that is there was seen
 * to be free. Removes what did not appear.
 */
export async function commitFiles(renames: readonly Rename[], parts: WholeFileParts): Promise<void> {
  try {
    for (const { path } of renames) {
      await tryReplacing(path, parts);
      parts.alive();
    }
    for (const { temporary, path } of renames) {
      await renamePatiently(temporary, path, parts);
      parts.alive();
    }
  } catch (cause) {
    await removeQuietly(renames.map(({ temporary }) => temporary));
    throw cause;
  }
}

export const discardFiles = removeQuietly;

/** Writes a file that came from outside under a name still free, `bando.pdf`, `bando (2).pdf`, and marks it so; answers with it. */
export async function saveUnderFreeName(
  folder: string,
  name: string,
  bytes: Uint8Array,
  parts: WholeFileParts,
): Promise<string> {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  const isTaken = async (one: string): Promise<boolean> =>
    stat(join(folder, one)).then(
      () => true,
      (cause: unknown) => {
        if (fileErrorCode(cause) === 'ENOENT') return false;
        throw cause;
      },
    );
  let free = basename(name);
  for (let copy = 2; await isTaken(free); copy++) free = `${stem} (${copy})${ending}`;
  const path = join(folder, free);
  const temporaries = await stageFiles([{ path, bytes }], parts);
  await commitFiles(
    temporaries.map((temporary) => ({ temporary, path })),
    parts,
  );
  await markFromOutside(path, parts.platform);
  return free;
}

/**
 * Makes and removes an empty file: the only check of rights that holds everywhere. Answers with the time of the drive,
 * milliseconds since 1970.
 */
export async function tryWriting(folder: string): Promise<number> {
  const file = temporaryOf(join(folder, '.prova'));
  try {
    return await writeNew(file, new Uint8Array(), () => undefined);
  } finally {
    await removeQuietly([file]);
  }
}

/**
 * Removes the temporaries an app that was killed left more than an hour ago in a folder, or also in those right `below`;
 * answers with how many. The hour is that of the drive.
 */
export async function sweepFolder(folder: string, below: boolean, alive: () => void): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true });
  alive();
  let removed = 0;
  for (const entry of entries) {
    if (below && entry.isDirectory()) removed += await sweepFolder(join(folder, entry.name), false, alive);
  }
  const names = entries.flatMap(({ name }) => (TEMPORARY.test(name) ? [name] : []));
  if (names.length === 0) return removed;
  const now = await tryWriting(folder);
  const old: string[] = [];
  for (const name of names) {
    const info = await stat(join(folder, name)).catch(() => undefined);
    if (info?.isFile() && now - info.mtimeMs > OLD_MILLISECONDS) old.push(join(folder, name));
  }
  await removeQuietly(old);
  return removed + old.length;
}
