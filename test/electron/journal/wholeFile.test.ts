import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemOfStorage } from '#electron/db/storageProblem.ts';
import { writeWholeFile } from '#electron/journal/wholeFile.ts';
import { guardedFolder, NO_MOUNT, smallDisk, temporaryFolder } from '../../helpers/folders.ts';

function problemOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (cause) {
    return problemOfStorage(cause)?.code;
  }
}

describe('writeWholeFile', () => {
  it('writes texts and bytes, and replaces what was there', () => {
    const file = join(temporaryFolder(), 'avviso.txt');
    writeWholeFile(file, 'è chiusa\n');
    expect(readFileSync(file, 'utf8')).toBe('è chiusa\n');
    writeWholeFile(file, Uint8Array.of(0, 255, 10));
    expect([...readFileSync(file)]).toEqual([0, 255, 10]);
    writeWholeFile(file, '');
    expect(readFileSync(file)).toHaveLength(0);
  });

  it('writes more than one write takes', () => {
    const file = join(temporaryFolder(), 'grande.bin');
    const big = Buffer.alloc(3_000_000, 'avviso ');
    writeWholeFile(file, big);
    expect(readFileSync(file).equals(big)).toBe(true);
  });

  it('leaves the old file whole and nothing else when it cannot be replaced', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'avviso.txt'));
    expect(() => writeWholeFile(join(folder, 'avviso.txt'), 'nuovo')).toThrow();
    expect(readdirSync(folder)).toEqual(['avviso.txt']);
  });

  it('in a folder that is not there says so', () => {
    expect(problemOf(() => writeWholeFile(join(temporaryFolder(), 'manca', 'avviso.txt'), ''))).toBe('folder-missing');
  });

  it('in a read-only folder says so, and touches nothing', ({ skip }) => {
    const folder = guardedFolder();
    if (!folder) return skip(NO_MOUNT);
    writeFileSync(join(folder.path, 'avviso.txt'), 'vecchio');
    folder.close();
    expect(problemOf(() => writeWholeFile(join(folder.path, 'avviso.txt'), 'nuovo'))).toBe('folder-read-only');
    expect(readFileSync(join(folder.path, 'avviso.txt'), 'utf8')).toBe('vecchio');
    expect(readdirSync(folder.path)).toEqual(['avviso.txt']);
  });

  it('on a full disk says so, keeps the old file and leaves no half of the new one', ({ skip }) => {
    const folder = smallDisk(64);
    if (!folder) return skip(NO_MOUNT);
    const file = join(folder, 'avviso.txt');
    writeWholeFile(file, 'vecchio');
    expect(problemOf(() => writeWholeFile(file, 'x'.repeat(200_000)))).toBe('disk-full');
    expect(readFileSync(file, 'utf8')).toBe('vecchio');
    expect(readdirSync(folder)).toEqual(['avviso.txt']);
  });
});
