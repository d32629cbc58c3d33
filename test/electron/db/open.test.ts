import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backupOf, type Migration, versionOf } from '#electron/db/migrate.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openDatabase } from '#electron/db/open.ts';
import { problemOfStorage } from '#electron/db/storageProblem.ts';
import { must } from '../../helpers/desk.ts';
import { guardedFolder, NO_MOUNT, smallDisk, temporaryFolder } from '../../helpers/folders.ts';

const NOTES: Migration = { version: 10, up: (database) => database.exec('CREATE TABLE note (text TEXT) STRICT') };
const AUTHORS: Migration = { version: 20, up: (database) => database.exec('ALTER TABLE note ADD author TEXT') };

const newFile = (): string => join(temporaryFolder(), 'avvisi.db');

function open(file: string, wanted: readonly Migration[] = [NOTES]): Database {
  const database = must(openDatabase(file, wanted));
  onTestFinished(() => {
    database.close();
  });
  return database;
}
const codeOf = (file: string, wanted: readonly Migration[] = [NOTES]): string => {
  const opened = openDatabase(file, wanted);
  return opened.ok ? 'opened' : opened.error.code;
};
const notesIn = (database: Database): unknown[] =>
  database.prepare('SELECT text FROM note ORDER BY rowid').pluck().all();
const writeNote = (database: Database, text: string): void => {
  database.prepare('INSERT INTO note (text) VALUES (?)').run(text);
};
/** A file with one note in it, closed again. */
function fileWithNote(file = newFile()): string {
  const database = must(openDatabase(file, [NOTES]));
  writeNote(database, 'via Roma chiusa');
  database.close();
  return file;
}
const problemIn = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (cause) {
    return problemOfStorage(cause)?.code;
  }
};
/** Fills a disk but for `kilobytes`; the file that fills it can be removed. */
function fillDisk(folder: string, kilobytes: number): string {
  const { bavail, bsize } = statfsSync(folder);
  const ballast = join(folder, 'zavorra');
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - kilobytes * 1_024));
  return ballast;
}
const bytesOf = (file: string): string => readFileSync(file).toString('base64');

describe('openDatabase', () => {
  it('makes the missing folders, spaces at their beginning included, and the newest form', () => {
    const file = join(temporaryFolder(), 'Area PSi Cultura', ' PuntoSi', 'avvisi.db');
    const database = open(file, migrations);
    expect(versionOf(database)).toBe(migrations.at(-1)?.version);
    expect(existsSync(file)).toBe(true);
  });

  it('acknowledges only what is on the disk (P41)', () => {
    const database = open(newFile());
    expect(database.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(database.pragma('synchronous', { simple: true })).toBe(2);
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(database.pragma('locking_mode', { simple: true })).toBe('exclusive');
  });

  it('finds everything again', () => {
    const file = fileWithNote();
    expect(notesIn(open(file))).toEqual(['via Roma chiusa']);
    expect(existsSync(backupOf(file, 10))).toBe(false);
  });

  it('takes an empty file, as a full disk leaves it, for a new one', () => {
    const file = newFile();
    writeFileSync(file, '');
    expect(notesIn(open(file))).toEqual([]);
  });
});

describe('migration', () => {
  it('copies the database first; the copy opens with the app before', () => {
    const file = fileWithNote();
    const database = open(file, [NOTES, AUTHORS]);
    expect(versionOf(database)).toBe(20);
    expect(database.prepare('SELECT * FROM note').all()).toEqual([{ text: 'via Roma chiusa', author: null }]);
    expect(backupOf(file, 20)).toMatch(/avvisi\.db\.prima-della-20\.copia$/);
    const copy = open(backupOf(file, 20), [NOTES]);
    expect(versionOf(copy)).toBe(10);
    expect(notesIn(copy)).toEqual(['via Roma chiusa']);
  });

  it('replaces the copy of an attempt cut short', () => {
    const file = fileWithNote();
    writeFileSync(backupOf(file, 20), 'metà di una copia');
    open(file, [NOTES, AUTHORS]);
    expect(notesIn(open(backupOf(file, 20), [NOTES]))).toEqual(['via Roma chiusa']);
  });

  it('that fails leaves the form and the data before it, and can be tried again', () => {
    const file = fileWithNote();
    const broken: Migration = {
      version: 20,
      up: (database) => {
        database.exec('DELETE FROM note; ALTER TABLE note ADD author TEXT');
        throw new Error('a bug');
      },
    };
    expect(() => openDatabase(file, [NOTES, broken])).toThrow('a bug');
    const database = open(file, [NOTES, AUTHORS]);
    expect(notesIn(database)).toEqual(['via Roma chiusa']);
  });

  it('refuses what a newer app wrote in a plain sentence, and leaves it untouched', () => {
    const file = fileWithNote();
    must(openDatabase(file, [NOTES, AUTHORS])).close();
    const before = bytesOf(file);
    const refused = openDatabase(file, [NOTES]);
    expect(refused).toEqual({
      ok: false,
      error: {
        code: 'database-newer',
        what: 'I dati di questa postazione sono stati scritti da una versione più nuova dell’app.',
        why: 'Non li ho toccati.',
        remedy: 'Aggiorna l’app, poi riaprila.',
      },
    });
    expect(bytesOf(file)).toBe(before);
    expect(notesIn(open(file, [NOTES, AUTHORS]))).toEqual(['via Roma chiusa']);
  });
});

describe('what can be wrong with the file', () => {
  it('another program has it open: already-open, until that program ends, even by force', async () => {
    const file = fileWithNote();
    const holder = spawn(process.execPath, [join(import.meta.dirname, 'holder.child.ts'), file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => {
      holder.kill('SIGKILL');
    });
    await once(holder.stdout, 'data');
    expect(codeOf(file)).toBe('already-open');
    const gone = once(holder, 'exit');
    holder.kill('SIGKILL');
    await gone;
    expect(notesIn(open(file))).toEqual(['via Roma chiusa', 'scritto da un altro programma']);
  }, 30_000);

  it('it is no database: database-damaged, and it stays as it is', () => {
    const file = newFile();
    writeFileSync(file, 'Registro dei messaggi, anno 2026\n'.repeat(200));
    const before = bytesOf(file);
    expect(codeOf(file)).toBe('database-damaged');
    expect(bytesOf(file)).toBe(before);
  });

  it('its first page is torn: database-damaged', () => {
    const file = fileWithNote();
    const bytes = readFileSync(file);
    writeFileSync(file, Buffer.concat([Buffer.alloc(100, 0x41), bytes.subarray(100)]));
    expect(codeOf(file)).toBe('database-damaged');
  });

  it('a page inside is torn: the reading says so', () => {
    const file = fileWithNote();
    const bytes = readFileSync(file);
    const pageSize = bytes.readUInt16BE(16);
    bytes.fill(0xff, pageSize, 2 * pageSize);
    writeFileSync(file, bytes);
    expect(problemIn(() => notesIn(open(file)))).toBe('database-damaged');
  });

  it('its folder is read-only, with a database in it or without: folder-read-only', ({ skip }) => {
    const folder = guardedFolder();
    if (!folder) return skip(NO_MOUNT);
    const existing = fileWithNote(join(folder.path, 'avvisi.db'));
    const before = bytesOf(existing);
    folder.close();
    expect(codeOf(existing)).toBe('folder-read-only');
    expect(codeOf(join(folder.path, 'nuovo.db'))).toBe('folder-read-only');
    expect(bytesOf(existing)).toBe(before);
    folder.open();
    expect(codeOf(existing)).toBe('opened');
  });

  it('a file stands where its folder should be: folder-missing', () => {
    const file = newFile();
    writeFileSync(file, '');
    expect(codeOf(join(file, 'dati', 'avvisi.db'))).toBe('folder-missing');
  });

  it('the disk is full: what was kept stays, and with space again it goes on', ({ skip }) => {
    const folder = smallDisk(1_024);
    if (!folder) return skip(NO_MOUNT);
    const ballast = fillDisk(folder, 400);
    const database = open(join(folder, 'avvisi.db'));
    let kept = 0;
    const writeMore = (): void => writeNote(database, `avviso ${kept} ${'x'.repeat(4_000)}`);
    const fill = (): void => {
      for (; kept < 10_000; kept++) writeMore();
    };
    expect(problemIn(fill)).toBe('disk-full');
    expect(kept).toBeGreaterThan(10);
    expect(notesIn(database)).toHaveLength(kept);
    expect(codeOf(join(folder, 'altro.db'))).toBe('disk-full');
    rmSync(ballast);
    writeMore();
    expect(notesIn(database)).toHaveLength(kept + 1);
  });

  it('a full disk at the copy before a migration leaves the data as they are', ({ skip }) => {
    const folder = smallDisk(2_048);
    if (!folder) return skip(NO_MOUNT);
    const file = join(folder, 'avvisi.db');
    const database = must(openDatabase(file, [NOTES]));
    for (let note = 0; note < 60; note++) writeNote(database, 'x'.repeat(8_000));
    database.close();
    const ballast = fillDisk(folder, 200);
    expect(codeOf(file, [NOTES, AUTHORS])).toBe('disk-full');
    rmSync(ballast);
    const migrated = open(file, [NOTES, AUTHORS]);
    expect(versionOf(migrated)).toBe(20);
    expect(notesIn(migrated)).toHaveLength(60);
  });

  it('a folder stands where it should be: said as a problem, not as a bug', () => {
    const file = newFile();
    mkdirSync(file);
    expect(codeOf(file)).toBe('folder-read-only');
  });
});
