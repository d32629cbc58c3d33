import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { problemOfStorage } from './storageProblem.ts';
import { DATABASE_DAMAGED } from './storageProblems.ts';

/** Lets everything else that waits run first. */
export type Pause = () => Promise<void>;
export const breathe: Pause = () => new Promise((resolve) => setImmediate(resolve));

/** What stands for the list of tables itself, when that cannot be read. */
export const EVERY_TABLE = '*';

const isDamaged = (cause: unknown): boolean => problemOfStorage(cause)?.code === DATABASE_DAMAGED.code;

/** The ordinary tables of a database; those inside a full-text index are among them. */
const tablesOf = (database: Database): readonly string[] =>
  database
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name`,
    )
    .pluck()
    .all();

function isSound(database: Database, table: string): boolean {
  try {
    return database.pragma(`quick_check("${table.replaceAll('"', '""')}")`, { simple: true }) === 'ok';
  } catch (cause) {
    if (isDamaged(cause)) return false;
    throw cause;
  }
}

/**
 * Names of the tables whose pages are damaged, looked at one by one with a pause after each; `*` when not even their list
 * can be read. Stops early, with what it found so far, when the database is closed meanwhile.
 */
export async function damagedTables(database: Database, pause: Pause = breathe): Promise<readonly string[]> {
  const damaged: string[] = [];
  try {
    for (const table of tablesOf(database)) {
      if (!database.open) break;
      if (!isSound(database, table)) damaged.push(table);
      await pause();
    }
  } catch (cause) {
    if (!isDamaged(cause)) throw cause;
    damaged.push(EVERY_TABLE);
  }
  return damaged;
}

/** Opens a database that nobody changes, only to read it. Problems: those of `storageProblem`. */
export function readFile<Value>(file: string, read: (database: Database) => Value): Result<Value, Problem> {
  let database: Database | undefined;
  try {
    database = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
    return ok(read(database));
  } catch (cause) {
    const known = problemOfStorage(cause);
    if (known) return { ok: false, error: known };
    throw cause;
  } finally {
    database?.close();
  }
}

/** Whether every page of a file that nobody has open can be read; the problem says why not. Reads the whole file at once. */
export function checkFile(file: string): Result<void, Problem> {
  const checked = readFile(file, (database) => database.pragma('quick_check(1)', { simple: true }));
  if (!checked.ok) return checked;
  return checked.value === 'ok' ? ok(undefined) : { ok: false, error: DATABASE_DAMAGED };
}
