import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bugsIn, type LoggedBug } from './entry.ts';

/** The programs of the app that keep a log, each in files of its own: two programs never rotate one file. */
const PROGRAMS = ['shell', 'core', 'share'] as const;
export type Program = (typeof PROGRAMS)[number];

/** A file of the log on the disk. */
export interface LogFile {
  readonly path: string;
  readonly bytes: number;
}

/** The folder of the log inside the data folder of a desk. */
export const logFolder = (dataFolder: string): string => join(dataFolder, 'log');

/** The file a program writes. */
export const logFile = (dataFolder: string, program: Program): string => join(logFolder(dataFolder), `${program}.log`);

/** What can be had of a file; undefined when it is missing or cannot be read now. */
function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The files of the log that are there, those set aside by rotation too. */
export function logFiles(dataFolder: string): readonly LogFile[] {
  const paths = PROGRAMS.flatMap((program) => {
    const path = logFile(dataFolder, program);
    return [path.replace(/\.log$/, '.old.log'), path];
  });
  return paths.flatMap((path) => {
    const bytes = attempt(() => statSync(path).size);
    return bytes === undefined ? [] : [{ path, bytes }];
  });
}

/** The last `most` bugs of a desk, the newest first; a file that cannot be read has none. */
export function lastBugs(dataFolder: string, most: number): readonly LoggedBug[] {
  return logFiles(dataFolder)
    .flatMap(({ path }) => bugsIn(attempt(() => readFileSync(path, 'utf8')) ?? ''))
    .toSorted((one, other) => other.at.localeCompare(one.at))
    .slice(0, most);
}
