import { arch, platform, release } from 'node:os';
import { describeCause } from './describe.ts';
import { bugEntry, noteEntry } from './entry.ts';
import { logFile, type Program } from './files.ts';
import { rotatingFile } from './rotatingFile.ts';

/** Where a program of the app tells what went wrong. No function of it throws, and none waits. */
export interface Log {
  /** A bug, masked, on the terminal and in the file; `id` is the number the user sees, or the part that met it. */
  readonly bug: (id: string, cause: unknown) => void;
  /** A line on the life of the app, in the file only; not masked: it names no person and no path. */
  readonly note: (line: string) => void;
  /** From now on what is told is kept in the folder of the desk's data. */
  readonly keepIn: (dataFolder: string) => void;
}

/** Bugs remembered to notice that they come again, and for how long. */
const MOST_REMEMBERED = 200;
const REMEMBERED_MILLISECONDS = 3_600_000;
const isPowerOfTen = (count: number): boolean => /^10*$/.test(String(count));

/**
 * The log of one program: until `keepIn` on the terminal only. A bug that comes again within an hour is told the 10th, the
 * 100th… time, so that one that comes every second leaves room for the others.
 */
export function openLog(program: Program, now: () => Date = () => new Date()): Log {
  const seen = new Map<string, { readonly since: number; times: number }>();
  let write: (text: string) => void = () => undefined;

  const timesOf = (bug: string, at: number): number => {
    const known = seen.get(bug);
    if (known && at - known.since < REMEMBERED_MILLISECONDS) return ++known.times;
    if (seen.size >= MOST_REMEMBERED) seen.clear();
    seen.set(bug, { since: at, times: 1 });
    return 1;
  };

  return {
    bug: (id, cause) => {
      const lines = describeCause(cause);
      const at = now();
      const times = timesOf([id, ...lines].join('\n'), at.getTime());
      if (!isPowerOfTen(times)) return;
      const entry = bugEntry(at, id, times === 1 ? lines : [`${lines[0]} (${times} volte)`]);
      write(entry);
      console.error(entry);
    },
    note: (line) => write(noteEntry(now(), line)),
    keepIn: (dataFolder) => {
      write = rotatingFile(logFile(dataFolder, program));
    },
  };
}

/** The line with which a program begins: its version and those below it. */
export function startLine(appVersion: string): string {
  const { node, electron } = process.versions;
  return `avvio: app ${appVersion}, ${electron ? `Electron ${electron}, ` : ''}Node ${node}, ${platform()} ${release()} ${arch()}`;
}

/** Tells promises nobody waited for, after which the program goes on, and the errors that are about to end it. */
export function logProcess(log: Log): void {
  process.on('unhandledRejection', (cause) => log.bug('promessa', cause));
  process.on('uncaughtExceptionMonitor', (cause) => log.bug('fine inattesa', cause));
}
