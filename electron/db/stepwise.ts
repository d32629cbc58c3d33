import { mkdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Database } from './open.ts';
import { breathe, damagedTables, type Pause } from './soundness.ts';
import { problemOfStorage, storageResult } from './storageProblem.ts';
import { DATABASE_DAMAGED } from './storageProblems.ts';

/** The program does nothing else for at most so long while a copy is made. */
export const SLICE_MILLISECONDS = 50;
const FIRST_PAGES = 32;
const LEAST_PAGES = 4;
const MOST_PAGES = 4_096;

/** How many pages the next slice copies, after one of `pages` took `elapsed` milliseconds: well inside the slice. */
export function nextPages(pages: number, elapsed: number): number {
  if (elapsed > SLICE_MILLISECONDS / 2) return Math.max(LEAST_PAGES, Math.floor(pages / 4));
  return elapsed < SLICE_MILLISECONDS / 8 ? Math.min(MOST_PAGES, pages * 2) : pages;
}

export interface StepwiseOptions {
  /** When the copy is made, for people to read: it becomes the time of the file. */
  readonly now: Instant;
  /** Milliseconds that only go forward. */
  readonly ticks?: () => number;
  readonly pause?: Pause;
  /** Told after each slice how many pages are left. */
  readonly progress?: (left: number) => void;
}

/** Copies the pages of an open database into a new file, slice by slice, while it goes on being written. */
async function copyPages(database: Database, file: string, options: StepwiseOptions): Promise<void> {
  const ticks = options.ticks ?? (() => performance.now());
  let pages = FIRST_PAGES;
  let began = ticks();
  await database.backup(file, {
    progress: ({ remainingPages }) => {
      pages = nextPages(pages, ticks() - began);
      options.progress?.(remainingPages);
      began = ticks();
      return pages;
    },
  });
}

/** Makes a copy one file that stands for itself, and says whether all its tables can be read. */
async function finish(file: string, pause: Pause): Promise<boolean> {
  const copy = new SqliteDatabase(file);
  try {
    copy.pragma('journal_mode = DELETE');
    return (await damagedTables(copy, pause)).length === 0;
  } finally {
    copy.close();
  }
}

const FOLDER_TAKEN: Problem = {
  code: 'copies-folder-taken',
  what: 'La copia dei dati non è stata fatta: al posto della cartella delle copie c’è un file.',
  remedy: 'Chiedi all’assistenza di spostare il file «copie» dalla cartella dei dati, poi riprova.',
};

/** Makes the folder when it is missing; false when something else stands in its place. */
function isFolder(path: string): boolean {
  const there = statSync(path, { throwIfNoEntry: false });
  if (!there) mkdirSync(path, { recursive: true });
  return there?.isDirectory() ?? true;
}

/**
 * Copies an open database into `file` without holding the program up. The copy is checked before it takes the place of an
 * older one: until then, and whenever it fails, that one stays. Problems: `database-damaged`, `copies-folder-taken`, those of
 * `storageProblem`.
 */
export async function copyStepwise(
  database: Database,
  file: string,
  options: StepwiseOptions,
): Promise<Result<void, Problem>> {
  const temporary = `${file}.tmp`;
  const clear = (): void => {
    for (const ending of ['', '-journal', '-wal', '-shm']) rmSync(`${temporary}${ending}`, { force: true });
  };
  try {
    if (!isFolder(dirname(file))) return { ok: false, error: FOLDER_TAKEN };
    clear();
    await copyPages(database, temporary, options);
    if (!(await finish(temporary, options.pause ?? breathe))) {
      clear();
      return { ok: false, error: DATABASE_DAMAGED };
    }
    const moment = new Date(options.now);
    utimesSync(temporary, moment, moment);
    renameSync(temporary, file);
    return ok(undefined);
  } catch (cause) {
    storageResult(clear);
    const known = problemOfStorage(cause);
    if (known) return { ok: false, error: known };
    throw cause;
  }
}
