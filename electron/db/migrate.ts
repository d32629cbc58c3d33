import { existsSync, rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';

/** One step of the form of the database. Versions go in steps of ten, forward only. */
export interface Migration {
  readonly version: number;
  readonly up: (database: Database) => void;
}

/** The version of the form of an open database; 0 when nothing was ever made in it. */
export function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** Where the copy made before migrating to `version` lies. */
export function backupOf(file: string, version: number): string {
  return `${file}.prima-della-${version}.copia`;
}

/**
 * Runs the missing migrations, each in one transaction, after copying the file beside itself.
 * A database made by a newer app is left alone: problem `database-newer`.
 */
export function migrate(
  database: Database,
  migrations: readonly Migration[],
  file: string | undefined,
): Result<void, Problem> {
  const current = versionOf(database);
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) {
    return problem(
      'database-newer',
      'I dati di questa postazione sono stati scritti da una versione più nuova dell’app. Non li ho toccati.',
      'Aggiorna l’app, poi riaprila.',
    );
  }
  const missing = migrations.filter(({ version }) => version > current);
  if (file && current > 0 && missing[0]) {
    const backup = backupOf(file, missing[0].version);
    if (existsSync(backup)) rmSync(backup);
    database.prepare('VACUUM INTO ?').run(backup);
  }
  for (const { version, up } of missing) {
    database.transaction(() => {
      up(database);
      database.pragma(`user_version = ${version}`);
    })();
  }
  return ok(undefined);
}
