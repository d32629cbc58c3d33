import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Copy,
  copiesFolder,
  copiesOf,
  DAILY_COPIES,
  dailyCopy,
  dropSurplus,
  surplus,
  UPDATE_COPIES,
} from '#electron/db/copies.ts';
import { backupOf } from '#electron/db/migrate.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

function putAt(file: string, day: string): void {
  writeFileSync(file, 'copia');
  const moment = new Date(`${day}T08:00:00.000Z`);
  utimesSync(file, moment, moment);
}

const copy = (day: number, bytes: number, kind: Copy['kind'] = 'daily'): Copy => ({
  name: `${kind}-${day}`,
  path: `/${kind}-${day}`,
  kind,
  madeAt: `2026-03-${String(day).padStart(2, '0')}T08:00:00.000Z`,
  bytes,
});

describe('copiesOf', () => {
  it('finds the daily ones and those of before an update, the newest first, and nothing else', () => {
    const folder = temporaryFolder();
    expect(copiesOf(folder)).toEqual([]);
    mkdirSync(copiesFolder(folder));
    putAt(dailyCopy(folder, '2026-03-02'), '2026-03-02');
    putAt(dailyCopy(folder, '2026-03-04'), '2026-03-04');
    putAt(backupOf(join(folder, 'avvisi.db'), 40), '2026-03-03');
    putAt(`${dailyCopy(folder, '2026-03-05')}.tmp`, '2026-03-05');
    putAt(join(copiesFolder(folder), 'appunti.txt'), '2026-03-06');
    mkdirSync(dailyCopy(folder, '2026-03-07'));
    expect(copiesOf(folder).map(({ name, kind, madeAt, bytes }) => [name, kind, madeAt, bytes])).toEqual([
      ['avvisi-2026-03-04.db', 'daily', '2026-03-04T08:00:00.000Z', 5],
      ['avvisi.db.prima-della-40.copia', 'before-update', '2026-03-03T08:00:00.000Z', 5],
      ['avvisi-2026-03-02.db', 'daily', '2026-03-02T08:00:00.000Z', 5],
    ]);
  });
});

describe('surplus', () => {
  it('is what is more than seven days and two updates', () => {
    const days = Array.from({ length: 9 }, (_, index) => copy(20 - index, 1));
    const updates = Array.from({ length: 3 }, (_, index) => copy(10 - index, 1, 'before-update'));
    expect(surplus([...days, ...updates]).map(({ name }) => name)).toEqual([
      ...days.slice(DAILY_COPIES).map(({ name }) => name),
      ...updates.slice(UPDATE_COPIES).map(({ name }) => name),
    ]);
  });

  it('is what takes too much room, but never the newest', () => {
    const names = (...sizes: number[]) =>
      surplus(
        sizes.map((bytes, index) => copy(20 - index, bytes)),
        100,
      ).map(({ bytes }) => bytes);
    expect(names(60, 30, 20, 5)).toEqual([20]);
    expect(names(500, 1)).toEqual([1]);
    expect(names(50, 50)).toEqual([]);
  });

  it('is deleted from the disk', () => {
    const folder = temporaryFolder();
    mkdirSync(copiesFolder(folder));
    for (let day = 1; day <= DAILY_COPIES + 2; day++) {
      putAt(dailyCopy(folder, `2026-03-0${day}`), `2026-03-0${day}`);
    }
    dropSurplus(folder);
    expect(readdirSync(copiesFolder(folder)).sort()).toEqual(
      Array.from({ length: DAILY_COPIES }, (_, index) => `avvisi-2026-03-0${index + 3}.db`),
    );
  });
});
