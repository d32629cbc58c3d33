import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { databaseFile } from '#electron/db/copies.ts';
import { localValues } from '#electron/db/localValues.ts';
import { versionOf } from '#electron/db/migrate.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openDatabase } from '#electron/db/open.ts';
import { breathe, damagedTables, EVERY_TABLE, type Pause } from '#electron/db/soundness.ts';
import { problemOfStorage, storageResult } from '#electron/db/storageProblem.ts';
import { DATABASE_DAMAGED } from '#electron/db/storageProblems.ts';
import { type FactRow, toFact } from '#electron/journal/factTable.ts';
import { isWhole } from '#electron/journal/wholeFact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { DATABASE_ENDINGS } from './aside.ts';
import { markRestored, type Replaced, replaceDatabase } from './restore.ts';
import { quoted, readRows } from './salvage.ts';

/** What came of a repair. */
export interface Repaired extends Replaced {
  readonly facts: number;
  /** Nothing that was written is missing: only what is made of the facts was damaged. */
  readonly isWhole: boolean;
}

interface Salvaged {
  readonly facts: number;
  readonly isWhole: boolean;
}

const columnsOf = (database: Database, table: string): readonly string[] =>
  database.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);

/** Tables the app makes anew, or that are written apart. */
const LEFT_OUT: readonly string[] = ['projection', 'fact'];

/** Copies what can be read of one table; answers whether that was everything. */
function copyTable(from: Database, to: Database, table: string): boolean {
  const known = new Set(columnsOf(from, table));
  const columns = columnsOf(to, table).filter((name) => known.has(name));
  if (columns.length === 0) return false;
  const put = to.prepare(
    `INSERT OR IGNORE INTO ${quoted(table)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  let isAll = true;
  const { lost } = readRows<readonly unknown[]>(from, table, columns, (row) => {
    try {
      put.run(...row);
    } catch {
      // A value that this column can never have had.
      isAll = false;
    }
  });
  return isAll && lost === 0;
}

/** Copies the facts that are what was written. */
function copyFacts(from: Database, to: Database): Salvaged {
  const columns = columnsOf(to, 'fact');
  const put = to.prepare(
    `INSERT OR IGNORE INTO fact (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  let facts = 0;
  let isAll = true;
  const { lost } = readRows<readonly unknown[]>(from, 'fact', columns, (row) => {
    const fact = toFact(Object.fromEntries(columns.map((name, index) => [name, row[index]])) as unknown as FactRow);
    if (isWhole(fact)) facts += put.run(...row).changes;
    else isAll = false;
  });
  return { facts, isWhole: isAll && lost === 0 };
}

/** Saves what can be read of a damaged database into a new file; its read tables are made anew when it is opened. */
async function salvage(from: Database, target: string, pause: Pause): Promise<Result<Salvaged, Problem>> {
  const damaged = await damagedTables(from, pause);
  const version = versionOf(from);
  if (version === 0 || damaged.includes(EVERY_TABLE)) return { ok: false, error: DATABASE_DAMAGED };
  const opened = openDatabase(
    target,
    migrations.filter((migration) => migration.version <= version),
  );
  if (!opened.ok) return opened;
  const to = opened.value;
  try {
    const tables = to.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
    return ok(
      to.transaction(() => {
        const facts = copyFacts(from, to);
        const isEvery = tables
          .filter((name) => !LEFT_OUT.includes(name))
          .map((table) => copyTable(from, to, table))
          .every((isAll) => isAll);
        const isSound = damaged.every((name) => !tables.includes(name) || name === 'projection');
        return { facts: facts.facts, isWhole: facts.isWhole && isEvery && isSound };
      })(),
    );
  } finally {
    to.close();
  }
}

/** Copies the files of the present database, so that nothing is written in the ones that are set aside. */
function copyFiles(dataFolder: string, work: string): void {
  for (const ending of DATABASE_ENDINGS) {
    const file = `${databaseFile(dataFolder)}${ending}`;
    if (existsSync(file)) copyFileSync(file, `${work}${ending}`);
  }
}

/**
 * Saves what can be read of the present database into a new one, which takes its place; the damaged one is set aside. With
 * `onlyWhole` nothing changes unless everything that was written is saved. Where something is missing, the data count as
 * restored: see `markRestored`. Problems: `database-damaged` when it cannot be done. The app must be closed.
 */
export async function repair(
  dataFolder: string,
  now: Instant,
  { onlyWhole, pause = breathe }: { readonly onlyWhole: boolean; readonly pause?: Pause },
): Promise<Result<Repaired, Problem>> {
  const work = `${databaseFile(dataFolder)}.rovinato`;
  const ready = `${databaseFile(dataFolder)}.riparato`;
  const clear = (): void => {
    for (const file of [work, ready]) for (const end of DATABASE_ENDINGS) rmSync(`${file}${end}`, { force: true });
  };
  try {
    clear();
    copyFiles(dataFolder, work);
    const opened = openDatabase(work, migrations, 'as it is');
    if (!opened.ok) return opened;
    const saved = await salvage(opened.value, ready, pause).finally(() => opened.value.close());
    if (!saved.ok) return saved;
    if (onlyWhole && !saved.value.isWhole) return { ok: false, error: DATABASE_DAMAGED };
    if (!saved.value.isWhole) {
      const marked = openDatabase(ready, migrations, 'without a copy');
      if (!marked.ok) return marked;
      markRestored(localValues(marked.value), { from: now, at: now });
      marked.value.close();
    }
    return ok({ ...saved.value, ...replaceDatabase(dataFolder, ready, now) });
  } catch (cause) {
    const known = problemOfStorage(cause);
    if (known) return { ok: false, error: known };
    throw cause;
  } finally {
    storageResult(clear);
  }
}
