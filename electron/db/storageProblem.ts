import { getSystemErrorMap } from 'node:util';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { DATABASE_DAMAGED, type StoragePlace, storageProblems, WHERE } from './storageProblems.ts';

/** An error with what its thrower knew of it. */
type Failure = Error & { readonly code: string; readonly errno?: unknown; readonly place?: unknown };

const isFailure = (cause: unknown): cause is Failure =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string';

/** What Node calls an error of the system whose name it does not know. */
const NAMELESS = /^Unknown system error (?<number>-?\d+)$/;
/** Errors of Linux that libuv does not name: EDQUOT, ESTALE. */
const LINUX_NUMBERS: Readonly<Record<string, string>> = { '-122': 'EDQUOT', '-116': 'ESTALE' };
const SYSTEM_CODES: ReadonlySet<string> = new Set([...getSystemErrorMap().values()].map(([code]) => code));

const placeOf = ({ place }: Failure): StoragePlace | undefined =>
  typeof place === 'string' && Object.hasOwn(WHERE, place) ? (place as StoragePlace) : undefined;

/** Whether an error comes from the system or a drive: one of libuv's, one beside the number of one, or one of a place. */
const isOfTheSystem = (failure: Failure): boolean => {
  const { code, errno } = failure;
  if (code.startsWith('ERR_')) return false;
  return SYSTEM_CODES.has(code) || NAMELESS.test(code) || typeof errno === 'number' || placeOf(failure) !== undefined;
};

/**
 * The problem behind an error of the file system, of SQLite or of a process that may hang, or `undefined` when the error
 * is a bug. `place` is where the work was done, for the words about a full disk; an error that brings its own place, and
 * one of the database, which lies on this computer, know better.
 */
export function problemOfStorage(cause: unknown, place?: StoragePlace): Problem | undefined {
  if (!isFailure(cause)) return undefined;
  const number = NAMELESS.exec(cause.code)?.groups?.number;
  const code = LINUX_NUMBERS[number ?? ''] ?? cause.code;
  const isDatabase = code.startsWith('SQLITE_');
  const words = storageProblems(placeOf(cause) ?? (isDatabase ? 'computer' : place));
  const found = words.find(({ codes }) => codes.some((one) => code === one || code.startsWith(`${one}_`)));
  if (found) return found.problem;
  return !isDatabase && isOfTheSystem(cause) ? words.find(({ isDefault }) => isDefault)?.problem : undefined;
}

/** Runs `work`, which touches files or the database: its value, or the problem behind what the storage refused. */
export function storageResult<Value>(work: () => Value, place?: StoragePlace): Result<Value, Problem> {
  try {
    return ok(work());
  } catch (cause) {
    const known = problemOfStorage(cause, place);
    if (known) return { ok: false, error: known };
    throw cause;
  }
}

const REFUSED_TO_ALL: readonly string[] = ['EPERM', 'EACCES', 'EBUSY'];

/**
 * What to throw when a file that is there could not be opened, or renamed onto: on Windows a refusal there means that
 * another program has it open (problem `file-open-elsewhere`); everywhere else, and of any other error, `cause` itself.
 */
export function openElsewhere(cause: unknown, platform: NodeJS.Platform = process.platform): unknown {
  if (platform !== 'win32' || !isFailure(cause) || !REFUSED_TO_ALL.includes(cause.code)) return cause;
  return Object.assign(new Error(cause.message, { cause }), { code: 'EOPENELSEWHERE' });
}

/** Runs `work`, which opens what is kept: data that do not read as they were written are damaged data there. */
export function openingResult<Value>(work: () => Value): Result<Value, Problem> {
  try {
    return storageResult(work);
  } catch (cause) {
    // Nobody typed anything yet: what does not parse was kept.
    if (cause instanceof SyntaxError || (cause instanceof Error && cause.name === 'ZodError'))
      return { ok: false, error: DATABASE_DAMAGED };
    throw cause;
  }
}
