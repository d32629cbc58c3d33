import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Migration } from '#electron/db/migrate.ts';
import { type Database, openDatabase } from '#electron/db/open.ts';
import { checkFile, readFile } from '#electron/db/soundness.ts';
import { copyStepwise, nextPages, SLICE_MILLISECONDS } from '#electron/db/stepwise.ts';
import { must } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const NOTES: Migration = { version: 10, up: (database) => database.exec('CREATE TABLE note (text TEXT) STRICT') };
const NOW = '2026-03-02T08:00:00.000Z';
const ROWS = 400;

function openNotes(folder: string): Database {
  const database = must(openDatabase(join(folder, 'avvisi.db'), [NOTES]));
  onTestFinished(() => void database.close());
  const put = database.prepare('INSERT INTO note VALUES (?)');
  database.transaction(() => {
    for (let row = 0; row < ROWS; row++) put.run('x'.repeat(4_000));
  })();
  return database;
}
const countIn = (file: string): number =>
  must(readFile(file, (copy) => copy.prepare<[], number>('SELECT count(*) FROM note').pluck().get() ?? 0));

describe('nextPages', () => {
  it('stays well inside the slice: fewer pages after a slow one, more after a quick one', () => {
    expect(nextPages(400, SLICE_MILLISECONDS)).toBe(100);
    expect(nextPages(400, 0)).toBe(800);
    expect(nextPages(400, SLICE_MILLISECONDS / 4)).toBe(400);
    expect(nextPages(5, 1_000)).toBe(4);
    expect(nextPages(4_096, 0)).toBe(4_096);
  });
});

describe('copyStepwise', () => {
  it('copies in slices, lets others run between them, and takes in what they write', async () => {
    const folder = temporaryFolder();
    const database = openNotes(folder);
    const copy = join(folder, 'copie', 'avvisi-2026-03-02.db');
    const left: number[] = [];
    // A disk so slow that every slice is the smallest: each takes as long as a slice may.
    let ticks = 0;
    const copied = copyStepwise(database, copy, {
      now: NOW,
      ticks: () => (ticks += SLICE_MILLISECONDS),
      progress: (pages) => {
        left.push(pages);
        if (left.length === 3) database.prepare('INSERT INTO note VALUES (?)').run('scritto durante la copia');
      },
    });
    let turns = 0;
    const turn = setInterval(() => turns++, 0);
    expect(await copied).toEqual({ ok: true, value: undefined });
    clearInterval(turn);
    expect(turns).toBeGreaterThan(3);
    const steps = left.slice(1).map((pages, index) => (left[index] ?? 0) - pages);
    // After the write the copy goes on where it was: no slice is bigger than the one the slow disk allows.
    expect(Math.max(...steps.slice(4))).toBeLessThanOrEqual(4);
    expect(left.length).toBeGreaterThanOrEqual(ROWS / 4);
    expect(countIn(copy)).toBe(ROWS + 1);
    expect(must(checkFile(copy))).toBeUndefined();
    expect(statSync(copy).mtime.toISOString()).toBe(NOW);
    expect(readdirSync(join(folder, 'copie'))).toEqual(['avvisi-2026-03-02.db']);
  });

  it('a damaged source gives no copy, and the older one stays', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'avvisi.db');
    const database = must(openDatabase(file, [NOTES]));
    database.prepare('INSERT INTO note VALUES (?)').run('x'.repeat(20_000));
    database.close();
    const bytes = readFileSync(file);
    bytes.fill(0xff, bytes.readUInt16BE(16), 2 * bytes.readUInt16BE(16));
    writeFileSync(file, bytes);
    const damaged = must(openDatabase(file, [NOTES]));
    onTestFinished(() => void damaged.close());
    const copy = join(folder, 'copie', 'avvisi-2026-03-02.db');
    mkdirSync(join(folder, 'copie'));
    writeFileSync(copy, 'la copia di prima');
    expect(await copyStepwise(damaged, copy, { now: NOW })).toMatchObject({
      ok: false,
      error: { code: 'database-damaged' },
    });
    expect(readFileSync(copy, 'utf8')).toBe('la copia di prima');
    expect(readdirSync(join(folder, 'copie'))).toEqual(['avvisi-2026-03-02.db']);
  });

  it('a folder that cannot be made is a problem, not a bug', async () => {
    const folder = temporaryFolder();
    const database = openNotes(folder);
    writeFileSync(join(folder, 'copie'), 'un file');
    const copied = await copyStepwise(database, join(folder, 'copie', 'a.db'), { now: NOW });
    expect(copied).toMatchObject({ ok: false, error: { code: 'copies-folder-taken' } });
    expect(existsSync(join(folder, 'copie', 'a.db'))).toBe(false);
  });
});
