import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { lastBugs, logFile, logFiles } from '#electron/log/files.ts';
import { openLog, startLine } from '#electron/log/log.ts';
import { rotatingFile } from '#electron/log/rotatingFile.ts';
import { guardedFolder, NO_MOUNT, smallDisk, temporaryFolder } from '../../helpers/folders.ts';

const NOW = new Date('2026-03-02T08:00:00.000Z');
let terminal: MockInstance<typeof console.error>;
beforeEach(() => {
  terminal = vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => terminal.mockRestore());

/** A log kept in a folder of its own, its time moved by hand. */
function keptLog(folder = temporaryFolder()) {
  let at = NOW.getTime();
  const log = openLog('core', () => new Date(at));
  log.keepIn(folder);
  const path = logFile(folder, 'core');
  const text = (): string => readFileSync(path, 'utf8');
  return { log, folder, path, text, later: (milliseconds: number) => (at += milliseconds) };
}

describe('the log', () => {
  it('keeps a bug under its number, with what happened and where, on the terminal too', () => {
    const { log, text } = keptLog();
    log.bug('4f7a', new Error('drafts.save', { cause: new TypeError('manca «Via Roma»') }));
    const lines = text().split('\n');
    expect(lines[0]).toBe('2026-03-02T08:00:00.000Z errore [4f7a] Error: drafts.save');
    expect(lines).toContain('  causa: TypeError: manca ‹testo›');
    expect(text()).toContain(', electron/log/log.test.ts:');
    expect(text()).not.toContain('Via Roma');
    expect(terminal).toHaveBeenCalledExactlyOnceWith(text().trimEnd());
  });

  it('keeps the life of the app in lines, before and after a new start', () => {
    const { log, folder, text } = keptLog();
    log.note(startLine('0.1.0'));
    keptLog(folder).log.note('chiusura\n2026-03-02T08:00:00.000Z errore [finto] x');
    const lines = text().trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^2026-03-02T08:00:00\.000Z nota avvio: app 0\.1\.0, Node \d+\.\d+\.\d+, \S+ \S+ \S+$/);
    expect(lastBugs(folder, 10)).toEqual([]);
  });

  it('tells a bug that comes again within an hour the first, the 10th and the 100th time', () => {
    const { log, text, later } = keptLog();
    const same = new Error('effetti');
    for (let time = 0; time < 150; time++) {
      later(1_000);
      log.bug('effetti', same);
    }
    expect(text().match(/errore.*/g)).toEqual([
      'errore [effetti] Error: effetti',
      'errore [effetti] Error: effetti (10 volte)',
      'errore [effetti] Error: effetti (100 volte)',
    ]);
    later(3_600_000);
    log.bug('effetti', same);
    expect(
      text()
        .match(/errore.*/g)
        ?.at(-1),
    ).toBe('errore [effetti] Error: effetti');
  });

  it('is on the terminal alone until it is told where to be kept', () => {
    const log = openLog('core');
    log.bug('promessa', new Error('presto'));
    log.note('avvio');
    expect(terminal).toHaveBeenCalledOnce();
  });
});

describe('lastBugs', () => {
  it('finds the newest first, in the files of all programs and in those set aside', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'log'));
    const write = (name: string, hour: string, id: string): void =>
      writeFileSync(
        join(folder, 'log', name),
        `2026-03-02T${hour}:00:00.000Z errore [${id}] Error: ${name}\r\n  dove, qui\r\n`,
      );
    write('core.old.log', '06', 'a1');
    write('core.log', '08', 'a3');
    write('shell.log', '07', 'a2');
    write('altro.log', '09', 'a4');
    expect(lastBugs(folder, 2)).toEqual([
      { at: '2026-03-02T08:00:00.000Z', id: 'a3', what: 'Error: core.log' },
      { at: '2026-03-02T07:00:00.000Z', id: 'a2', what: 'Error: shell.log' },
    ]);
    expect(lastBugs(folder, 10).map(({ id }) => id)).toEqual(['a3', 'a2', 'a1']);
    expect(logFiles(folder)).toHaveLength(3);
  });

  it('has none where there is no log, or a file cannot be read', () => {
    const folder = temporaryFolder();
    expect([lastBugs(folder, 10), logFiles(folder)]).toEqual([[], []]);
    mkdirSync(logFile(folder, 'core'), { recursive: true });
    expect(lastBugs(folder, 10)).toEqual([]);
  });
});

describe('a file that grows', () => {
  it('is set aside, once, so that both stay within their size', () => {
    const path = join(temporaryFolder(), 'core.log');
    const write = rotatingFile(path, 1_000);
    for (let line = 0; line < 100; line++) write(`riga ${line} ${'x'.repeat(50)}`);
    const old = path.replace('.log', '.old.log');
    expect(statSync(path).size).toBeLessThan(1_100);
    expect(statSync(old).size).toBeLessThan(1_100);
    expect(readFileSync(path, 'utf8')).toContain('riga 99 ');
    expect(readFileSync(old, 'utf8')).not.toContain('riga 0 ');
  });

  it('is its own: two programs never write one file', () => {
    expect(new Set((['shell', 'core', 'share'] as const).map((program) => logFile('/dati', program))).size).toBe(3);
  });
});

describe('a log that cannot be written breaks nothing', () => {
  it('in the place of a file there is a folder; once it is gone the log goes on', () => {
    const { log, path, text } = keptLog();
    mkdirSync(path, { recursive: true });
    log.bug('4f7a', new Error('uno'));
    log.note('nota');
    rmdirSync(path);
    log.bug('4f7b', new Error('due'));
    expect(text()).toContain('[4f7b] Error: due');
    // The bugs only: nothing of the library reached the terminal.
    expect(terminal).toHaveBeenCalledTimes(2);
  });

  it('in the place of the folder there is a file', () => {
    const { log, folder } = keptLog();
    writeFileSync(join(folder, 'log'), '');
    expect(() => log.bug('4f7a', new Error('uno'))).not.toThrow();
    expect(statSync(join(folder, 'log')).isFile()).toBe(true);
  });

  it('the folder became read-only, and may be written again', (context) => {
    const guarded = guardedFolder();
    if (!guarded) return context.skip(NO_MOUNT);
    const { log, text } = keptLog(guarded.path);
    log.note('prima');
    guarded.close();
    if (existsSync(logFile(guarded.path, 'core'))) chmodOwn(logFile(guarded.path, 'core'), 0o400);
    log.bug('4f7a', new Error('uno'));
    expect(terminal).toHaveBeenCalledOnce();
    guarded.open();
    chmodOwn(logFile(guarded.path, 'core'), 0o600);
    log.note('dopo');
    expect(text().match(/nota \w+|errore/g)).toEqual(['nota prima', 'nota dopo']);
  });

  it('the disk is full', (context) => {
    const disk = smallDisk(64);
    if (!disk) return context.skip(NO_MOUNT);
    const { log, path } = keptLog(disk);
    log.note('prima');
    expect(() => {
      for (let block = 0; block < 100; block++) appendFileSync(join(disk, 'pieno'), Buffer.alloc(4_096));
    }).toThrow('ENOSPC');
    for (let bug = 0; bug < 100; bug++) log.bug(`b${bug}`, new Error('pieno'));
    expect(terminal).toHaveBeenCalledTimes(100);
    expect(statSync(path).size).toBeLessThanOrEqual(4_096);
  });
});

/** Root writes read-only files all the same: there the disk itself is read-only. */
function chmodOwn(path: string, mode: number): void {
  if (process.getuid?.() !== 0) chmodSync(path, mode);
}
