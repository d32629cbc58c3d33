import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { copiesFolder, copiesOf, databaseFile } from '#electron/db/copies.ts';
import { type LocalValues, localValues } from '#electron/db/localValues.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { checkFile } from '#electron/db/soundness.ts';
import { storageResult } from '#electron/db/storageProblem.ts';
import { forgetMachine } from '#electron/journal/exchange/identity.ts';
import { RESTORED, type Restored } from '#shared/journal/health.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { DATABASE_ENDINGS, databaseFiles, setAside } from './aside.ts';

/** What was done: where the data that stood there lie now, null when there were none. */
export interface Replaced {
  readonly aside: string | null;
}

/**
 * Marks data that may lack what this desk did meanwhile: it takes a new name in the shared register (its old one is
 * continued there), so that no number in its chain is written twice, and sends nothing until somebody has looked.
 */
export function markRestored(local: LocalValues, restored: Restored): void {
  forgetMachine(local);
  local.set(RESTORED, restored);
}

const removeDatabase = (file: string): void => {
  for (const ending of [...DATABASE_ENDINGS, '-journal']) rmSync(`${file}${ending}`, { force: true });
};

/** Waits until what was written in a file is on the disk. */
function flush(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Puts a whole database in the place of the present one, which is set aside. Throws what the file system throws. */
export function replaceDatabase(dataFolder: string, ready: string, now: Instant): Replaced {
  flush(ready);
  const aside = setAside(dataFolder, databaseFiles(dataFolder), now);
  renameSync(ready, databaseFile(dataFolder));
  return { aside };
}

/**
 * Puts a copy in the place of the present data, brought to the form of this app first; the present file is set aside, never
 * deleted, and stays where it is when the copy cannot be used. Problems: `database-damaged` and `database-newer` of the
 * copy, those of `storageProblem`. The app must be closed.
 */
export function restoreFile(dataFolder: string, copy: string, now: Instant): Result<Replaced, Problem> {
  const checked = checkFile(copy);
  if (!checked.ok) return checked;
  const ready = `${databaseFile(dataFolder)}.ripristino`;
  const restored = storageResult(() => {
    removeDatabase(ready);
    copyFileSync(copy, ready);
    // Data that were set aside may not have been closed: the last of them lie beside the file.
    if (existsSync(`${copy}-wal`)) copyFileSync(`${copy}-wal`, `${ready}-wal`);
    const opened = openDatabase(ready, migrations, 'without a copy');
    if (!opened.ok) return opened;
    markRestored(localValues(opened.value), { from: statSync(copy).mtime.toISOString(), at: now });
    opened.value.close();
    return ok(replaceDatabase(dataFolder, ready, now));
  });
  storageResult(() => removeDatabase(ready));
  return restored.ok ? restored.value : restored;
}

const shareSchema = z.object({ path: z.string().min(1) });
const SHARE = 'share';

/** Makes a new empty database; with `share` it joins that register when the app opens. */
function makeNew(dataFolder: string, share: string | null): Result<void, Problem> {
  const opened = openDatabase(databaseFile(dataFolder), migrations);
  if (!opened.ok) return opened;
  if (share !== null) localValues(opened.value).set(SHARE, shareSchema.parse({ path: share }));
  opened.value.close();
  return ok(undefined);
}

/** Begins anew: everything this desk kept, its copies too, is set aside. The app must be closed. */
export function startOver(dataFolder: string, now: Instant): Result<Replaced, Problem> {
  const replaced = storageResult(() => {
    const folders = ['allegati', 'uscita', 'relazioni'].map((name) => join(dataFolder, name));
    const beside = copiesOf(dataFolder).flatMap(({ kind, path }) => (kind === 'before-update' ? [path] : []));
    const all = [...databaseFiles(dataFolder), ...beside, copiesFolder(dataFolder), ...folders];
    return { aside: setAside(dataFolder, all, now) };
  });
  if (!replaced.ok) return replaced;
  const made = makeNew(dataFolder, null);
  return made.ok ? replaced : made;
}

/**
 * Begins anew as a desk of the shared register at `share`, from where everything that was published comes back; only the
 * present database is set aside: attachments are known by their content. The app must be closed.
 */
export function rebuildFromShare(dataFolder: string, share: string, now: Instant): Result<Replaced, Problem> {
  const replaced = storageResult(() => ({ aside: setAside(dataFolder, databaseFiles(dataFolder), now) }));
  if (!replaced.ok) return replaced;
  const made = makeNew(dataFolder, share);
  return made.ok ? replaced : made;
}
