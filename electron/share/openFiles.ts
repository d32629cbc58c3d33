import { posix, win32 } from 'node:path';
import { type Files, filesOver, type Operate } from '#electron/files/files.ts';
import { operateHere } from '#electron/files/nodeFiles.ts';
import type { FileOperation } from '#electron/files/operations.ts';
import { wholeFileParts } from '#electron/files/wholeFiles.ts';
import { type After, type ShareLine, type SpawnShare, shareLine } from '#electron/share/process/watchdog.ts';

interface OpenFilesOptions {
  readonly spawn: SpawnShare;
  /** The app's own data folder: on the disk of the database, it needs no process. */
  readonly own: string;
  readonly platform?: NodeJS.Platform;
  readonly after?: After;
}

/** After so long without a call a process ends: it takes memory, and another starts in a moment. */
const IDLE_MILLISECONDS = 60_000;
/** On Linux and macOS a disk is mounted that deep: `/mnt/area`, `/media/nome`. */
const MOUNT_DEPTH = 2;

/** A path the operation touches; all of one operation lie in the same folder. */
function pathOf(operation: FileOperation): string {
  if ('folder' in operation) return operation.folder;
  if ('file' in operation) return operation.file;
  if (operation.op === 'files-stage') return operation.files[0]?.path ?? '';
  if (operation.op === 'files-commit') return operation.renames[0]?.path ?? '';
  return operation.temporaries[0] ?? '';
}

/** The disk a path lies on, as far as its name tells: `X:\`, `\\server\area\`, `/mnt/area`. */
export function driveOf(path: string, platform: NodeJS.Platform): string {
  if (platform === 'win32') return win32.parse(path).root.toLowerCase();
  return posix
    .normalize(path)
    .split('/')
    .slice(0, MOUNT_DEPTH + 1)
    .join('/');
}

/**
 * The files people chose, each drive touched by a process of its own that is killed when it hangs: one that does stops
 * neither another drive nor this process. Processes start at the first call and end when nobody asks for a while.
 */
export function openFiles(options: OpenFilesOptions): Files & { readonly close: () => void } {
  const { spawn, own, platform = process.platform, after } = options;
  const { sep, normalize } = platform === 'win32' ? win32 : posix;
  const lines = new Map<string, ShareLine>();
  const lineOf = (drive: string): ShareLine => {
    const line = lines.get(drive) ?? shareLine(spawn, after, IDLE_MILLISECONDS);
    lines.set(drive, line);
    return line;
  };
  const isOwn = (path: string): boolean => normalize(path).startsWith(normalize(own + sep)) || path === own;
  const operate: Operate = async (operation, answer) => {
    const path = pathOf(operation);
    if (!isOwn(path)) return lineOf(driveOf(path, platform)).call(operation, answer);
    return answer.parse((await operateHere(operation, wholeFileParts())) ?? null);
  };
  return {
    ...filesOver(operate),
    close: () => {
      for (const line of lines.values()) line.close();
    },
  };
}
