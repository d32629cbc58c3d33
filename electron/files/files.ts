import type { z } from 'zod';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { fileError, fileErrorCode, OUTCOME_UNKNOWN } from './fileError.ts';
import { problemOfFile } from './fileProblem.ts';
import { type FileOperation, fileAnswers } from './operations.ts';

/** A file in a folder; the figures are null when it went away or cannot be looked at. */
export interface ListedFile {
  readonly name: string;
  readonly bytes: number | null;
  /** Milliseconds since 1970, by the clock of the drive. */
  readonly writtenAt: number | null;
}

/** A file to write: bytes, or a text in UTF-8. */
export interface FileToWrite {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/**
 * The files and folders people chose: they may lie on a drive that hangs, so nothing else touches them. Nothing but plain
 * files is read or replaced. Each answers or says `folder-not-answering` after some seconds without a sign of life.
 */
export interface Files {
  /** What lies in a folder with one of the endings (lower case, with their dot), in no order. */
  readonly list: (folder: string, endings: readonly string[]) => Promise<Result<readonly ListedFile[], Problem>>;
  /** All bytes of a file; `file-too-large` when there are more than `limit`. */
  readonly read: (file: string, limit: number) => Promise<Result<Uint8Array, Problem>>;
  readonly exists: (file: string) => Promise<Result<boolean, Problem>>;
  /** Whether files can be made in a folder: by making one, which is gone at once. */
  readonly tryWriting: (folder: string) => Promise<Result<void, Problem>>;
  /**
   * Writes files that belong together: all whole and flushed under names of their own, then each renamed into its place,
   * in this order. `appearing` is asked right before anybody can see the first; on its problem none appears. On
   * `file-outcome-unknown` some may have appeared; on any other problem the last one has not.
   */
  readonly write: (
    files: readonly FileToWrite[],
    appearing?: () => Result<void, Problem>,
  ) => Promise<Result<void, Problem>>;
  /** Writes a file that came from outside under a name still free in a folder, marked so on Windows; answers with that name. */
  readonly save: (folder: string, name: string, bytes: Uint8Array) => Promise<Result<string, Problem>>;
  /** Removes the app's own temporaries older than an hour, also from the folders right `below`; answers with how many. */
  readonly sweep: (folder: string, below: boolean) => Promise<Result<number, Problem>>;
}

/** Does one operation, somewhere: its answer, or an error with a code as Node's file functions throw them. */
export type Operate = <Value>(operation: FileOperation, answer: z.ZodType<Value>) => Promise<Value>;

/** With these a rename was refused; with any other error the drive may have done it all the same. */
const REFUSED: readonly (string | undefined)[] = [
  'EACCES',
  'EBUSY',
  'EDQUOT',
  'EINVAL',
  'EISDIR',
  'ENAMETOOLONG',
  'ENOENT',
  'ENOSPC',
  'ENOTDIR',
  'ENOTPLAIN',
  'EOPENELSEWHERE',
  'EPERM',
  'EROFS',
];

async function answered<Value>(work: () => Promise<Value>): Promise<Result<Value, Problem>> {
  try {
    return ok(await work());
  } catch (cause) {
    const known = problemOfFile(cause);
    if (known) return { ok: false, error: known };
    throw cause;
  }
}

const BYTES_A_MEGABYTE = 1_000_000;
const tooLarge = (limit: number): Result<never, Problem> =>
  problem({
    code: 'file-too-large',
    what: `Il file supera ${limit / BYTES_A_MEGABYTE} MB.`,
    remedy: 'Controlla di avere scelto il file giusto.',
  });

const bytesOf = (content: Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content, 'utf8') : content;

/** The port over whoever does its operations. */
export function filesOver(operate: Operate): Files {
  const commit = async (renames: { readonly temporary: string; readonly path: string }[]): Promise<void> => {
    try {
      await operate({ op: 'files-commit', renames }, fileAnswers['files-commit']);
    } catch (cause) {
      const code = fileErrorCode(cause);
      if (code === undefined || REFUSED.includes(code)) throw cause;
      throw fileError(OUTCOME_UNKNOWN, `non si sa se c’è: ${renames.at(-1)?.path}`, cause);
    }
  };
  return {
    list: (folder, endings) =>
      answered(() => operate({ op: 'folder-list', folder, endings: [...endings] }, fileAnswers['folder-list'])),
    read: async (file, limit) => {
      try {
        return ok(await operate({ op: 'file-read', file, limit }, fileAnswers['file-read']));
      } catch (cause) {
        return fileErrorCode(cause) === 'EFBIG' ? tooLarge(limit) : answered(() => Promise.reject(cause));
      }
    },
    exists: (file) => answered(() => operate({ op: 'file-exists', file }, fileAnswers['file-exists'])),
    tryWriting: (folder) =>
      answered(async () => void (await operate({ op: 'folder-try', folder }, fileAnswers['folder-try']))),
    write: async (files, appearing = () => ok(undefined)) => {
      const staged = await answered(() =>
        operate(
          { op: 'files-stage', files: files.map(({ path, content }) => ({ path, bytes: bytesOf(content) })) },
          fileAnswers['files-stage'],
        ),
      );
      if (!staged.ok) return staged;
      const temporaries = staged.value;
      const may = appearing();
      if (!may.ok) {
        await answered(() => operate({ op: 'files-discard', temporaries }, fileAnswers['files-discard']));
        return may;
      }
      return answered(() => commit(files.map(({ path }, index) => ({ temporary: temporaries[index] ?? '', path }))));
    },
    save: (folder, name, bytes) =>
      answered(() => operate({ op: 'file-save', folder, name, bytes }, fileAnswers['file-save'])),
    sweep: (folder, below) =>
      answered(() => operate({ op: 'folder-sweep', folder, below }, fileAnswers['folder-sweep'])),
  };
}
