import { renameSync, rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { makePrivateFile } from './privateFiles.ts';
import { checkFile } from './soundness.ts';

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

/** Makes the copy of before a migration; it is checked before it takes the place of an older one. */
function copyBefore(database: Database, backup: string): Result<void, Problem> {
  const temporary = `${backup}.tmp`;
  rmSync(temporary, { force: true });
  makePrivateFile(temporary);
  try {
    database.prepare('VACUUM INTO ?').run(temporary);
    const checked = checkFile(temporary);
    if (checked.ok) renameSync(temporary, backup);
    return checked;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/**
 * Runs the missing migrations, each in one transaction, after copying the file beside itself and checking the copy.
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
    return problem({
      code: 'database-newer',
      what: 'I dati di questa postazione sono stati scritti da una versione più nuova dell’app.',
      why: 'Non li ho toccati.',
      remedy: 'Aggiorna l’app, poi riaprila.',
    });
  }
  const missing = migrations.filter(({ version }) => version > current);
  if (file && current > 0 && missing[0]) {
    const copied = copyBefore(database, backupOf(file, missing[0].version));
    if (!copied.ok) return copied;
  }
  for (const { version, up } of missing) {
    database.transaction(() => {
      up(database);
      database.pragma(`user_version = ${version}`);
    })();
  }
  return ok(undefined);
}
