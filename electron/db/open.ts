import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { type Migration, migrate } from './migrate.ts';
import { problemOfStorage } from './storageProblem.ts';

/** The local database of one desk: the only handle through which anything is kept. */
export type Database = SqliteDatabase.Database;
/** A statement prepared once, with its parameters and its row. */
export type Statement<Parameters extends unknown[], Row> = SqliteDatabase.Statement<Parameters, Row>;

/** better-sqlite3 needs Node-API 10: on an older Node it would bring the whole process down instead of failing. */
const NEEDED_NODE_API = 10;

/**
 * Opens the database file, made when missing, and brings it to the newest form.
 * WAL with full synchronisation: what a commit acknowledged survives a power cut (P41). The lock is exclusive: a second
 * program on the same file gets the problem `already-open`. Further problems: `database-newer`, those of `storageProblem`.
 */
export function openDatabase(file: string, migrations: readonly Migration[]): Result<Database, Problem> {
  if (Number(process.versions.napi) < NEEDED_NODE_API)
    throw new Error(`Serve Node 22.18 o successivo, questo è ${process.version}`);
  let database: Database | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    accessSync(dirname(file), constants.W_OK);
    const isNew = !existsSync(file);
    database = new SqliteDatabase(file, { timeout: 2_000 });
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.exec('BEGIN IMMEDIATE; COMMIT');
    const migrated = migrate(database, migrations, isNew ? undefined : file);
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
  if (!migrated.ok) throw new Error(migrated.error.message);
  return database;
}
