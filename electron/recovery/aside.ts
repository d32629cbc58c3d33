import { existsSync, mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Copy, databaseFile } from '#electron/db/copies.ts';
import { type Instant, romeOf } from '#shared/kernel/instant.ts';

/** The folder of what was set aside, inside the data folder of a desk. */
const ASIDE = 'messi-da-parte';
/** So many are shown, the newest: each is read whole to say what it holds. */
const MOST_SHOWN = 5;
/** Files that belong to one database. */
export const DATABASE_ENDINGS = ['', '-wal', '-shm'] as const;

/** A new folder for what is set aside now; its name says when, in Rome. */
function newFolder(dataFolder: string, now: Instant): string {
  const { day, time } = romeOf(now);
  const base = join(dataFolder, ASIDE, `${day}-alle-${time.replace(':', '.')}`);
  for (let attempt = 1; ; attempt++) {
    const folder = attempt === 1 ? base : `${base}-${attempt}`;
    if (existsSync(folder)) continue;
    mkdirSync(folder, { recursive: true });
    return folder;
  }
}

/**
 * Moves these files and folders, as far as they are there, into a folder of what is set aside, and answers with it; null
 * when none of them is there. Throws what the file system throws; what was moved by then lies in that folder.
 */
export function setAside(dataFolder: string, paths: readonly string[], now: Instant): string | null {
  const there = paths.filter((path) => existsSync(path));
  if (there.length === 0) return null;
  const folder = newFolder(dataFolder, now);
  // In the order given, the database first: without it nothing else of its files is taken for data.
  for (const path of there) renameSync(path, join(folder, basename(path)));
  return folder;
}

/** The files of the present database of a desk. */
export const databaseFiles = (dataFolder: string): readonly string[] =>
  DATABASE_ENDINGS.map((ending) => `${databaseFile(dataFolder)}${ending}`);

/** Data that were set aside when others took their place: no copy that anybody made, but one can go back to them. */
export interface AsideCopy extends Omit<Copy, 'kind'> {
  readonly kind: 'set-aside';
}

/** The last databases that were set aside, the newest first; `name` is that of their folder, and says when it was. */
export function asideOf(dataFolder: string): readonly AsideCopy[] {
  const folder = join(dataFolder, ASIDE);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .flatMap((name): AsideCopy[] => {
      const path = databaseFile(join(folder, name));
      const info = statSync(path, { throwIfNoEntry: false });
      if (!info?.isFile() || info.size === 0) return [];
      return [{ name, path, kind: 'set-aside', madeAt: info.mtime.toISOString(), bytes: info.size }];
    })
    .toSorted((one, other) => other.madeAt.localeCompare(one.madeAt) || other.name.localeCompare(one.name))
    .slice(0, MOST_SHOWN);
}
