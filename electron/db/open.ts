import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { accountOf, type Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Migration, migrate } from './migrate.ts';
import { makePrivateFile, makePrivateFolder } from './privateFiles.ts';
import { problemOfStorage } from './storageProblem.ts';
import { tryWriting } from './tryWriting.ts';

/** The local database of one desk: the only handle through which anything is kept. */
export type Database = SqliteDatabase.Database;

/** A statement that is only read from. */
export interface Query<Parameters extends unknown[], Row> {
  readonly get: (...parameters: Parameters) => Row | undefined;
  readonly all: (...parameters: Parameters) => Row[];
  /** From now on answers with the first column instead of the row. */
  readonly pluck: () => this;
  /** From now on answers with lists of columns instead of rows. */
  readonly raw: () => this;
}

/** The same database for those who only ask: nothing prepared on it can be run to write. */
export interface ReadableDatabase {
  prepare<Parameters extends unknown[], Row>(sql: string): Query<Parameters, Row>;
}

/** better-sqlite3 needs Node-API 10: on an older Node it would bring the whole process down instead of failing. */
const NEEDED_NODE_API = 10;

/**
 * Opens the database file, made when missing, and brings it to the newest form.
 * WAL with full synchronisation: what a commit acknowledged survives a power cut (P41). The lock is exclusive: a second
 * program on the same file gets the problem `already-open`. A file that is a copy
 * itself needs no copy before migrating; one to be repaired keeps its form. Further problems: `database-newer`, those of `storageProblem`.
 */
export function openDatabase(
  file: string,
  migrations: readonly Migration[],
  form: 'newest' | 'without a copy' | 'as it is' = 'newest',
): Result<Database, Problem> {
  if (Number(process.versions.napi) < NEEDED_NODE_API)
    throw new Error(`Serve Node 22.18 o successivo, questo è ${process.version}`);
  let database: Database | undefined;
  try {
    makePrivateFolder(dirname(file));
    tryWriting(dirname(file));
    const isNew = !existsSync(file);
    // What SQLite writes beside the file has the same rights.
    makePrivateFile(file);
    database = new SqliteDatabase(file, { timeout: 2_000 });
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    // What was deleted is not left to be read in the file.
    database.pragma('secure_delete = ON');
    database.exec('BEGIN IMMEDIATE; COMMIT');
    if (form === 'as it is') return ok(database);
    const migrated = migrate(database, migrations, isNew || form === 'without a copy' ? undefined : file);
    if (!migrated.ok) database.close();
    return migrated.ok ? ok(database) : migrated;
  } catch (cause) {
    database?.close();
    const known = problemOfStorage(cause);
    if (known) return { ok: false, error: known };
    throw cause;
  }
}

/** A database in memory, for tests and for read-only questions of the command line. */
export function openMemory(migrations: readonly Migration[]): Database {
  const database = new SqliteDatabase(':memory:');
  const migrated = migrate(database, migrations, undefined);
  if (!migrated.ok) throw new Error(accountOf(migrated.error));
  return database;
}
