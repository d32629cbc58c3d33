import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '#shared/kernel/day.ts';
import type { Instant } from '#shared/kernel/instant.ts';

/** The file of the database inside the data folder of a desk. */
export const databaseFile = (dataFolder: string): string => join(dataFolder, 'avvisi.db');

/** The folder of the daily copies, inside the data folder of a desk. */
export const copiesFolder = (dataFolder: string): string => join(dataFolder, 'copie');

/** The copy of one day: a name that people can read. */
export const dailyCopy = (dataFolder: string, day: Day): string => join(copiesFolder(dataFolder), `avvisi-${day}.db`);

/** Daily copies that are kept. */
export const DAILY_COPIES = 7;
/** Copies made before an update that are kept. */
export const UPDATE_COPIES = 2;
/** All copies together take no more than this on the disk; the newest one stays whatever its size. */
const COPIES_BYTES = 4_000_000_000;

const DAILY = /^avvisi-\d{4}-\d{2}-\d{2}\.db$/;
const BEFORE_UPDATE = /^avvisi\.db\.prima-della-\d+\.copia$/;

/** A copy of the database on the disk. */
export interface Copy {
  /** Name of its file: what a screen calls it by. */
  readonly name: string;
  readonly path: string;
  readonly kind: 'daily' | 'before-update';
  readonly madeAt: Instant;
  readonly bytes: number;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function copyAt(folder: string, name: string, kind: Copy['kind']): readonly Copy[] {
  const path = join(folder, name);
  const info = statSync(path, { throwIfNoEntry: false });
  return info?.isFile() ? [{ name, path, kind, madeAt: info.mtime.toISOString(), bytes: info.size }] : [];
}

/** The copies of a desk, the newest first; whether they can be read is another question. */
export function copiesOf(dataFolder: string): readonly Copy[] {
  const folder = copiesFolder(dataFolder);
  return [
    ...namesIn(folder)
      .filter((name) => DAILY.test(name))
      .flatMap((name) => copyAt(folder, name, 'daily')),
    ...namesIn(dataFolder)
      .filter((name) => BEFORE_UPDATE.test(name))
      .flatMap((name) => copyAt(dataFolder, name, 'before-update')),
  ].toSorted((one, other) => other.madeAt.localeCompare(one.madeAt) || other.name.localeCompare(one.name));
}

/** The copies that are too many or too big, of those given newest first. */
export function surplus(copies: readonly Copy[], mostBytes = COPIES_BYTES): readonly Copy[] {
  const left = { daily: DAILY_COPIES, 'before-update': UPDATE_COPIES };
  let bytes = 0;
  return copies.filter(({ kind, bytes: size }, index) => {
    const isOver = left[kind]-- <= 0 || (index > 0 && bytes + size > mostBytes);
    if (!isOver) bytes += size;
    return isOver;
  });
}

/** Deletes the copies that are too many or too big. Throws what the file system throws. */
export function dropSurplus(dataFolder: string): void {
  for (const { path } of surplus(copiesOf(dataFolder))) rmSync(path, { force: true });
}
