import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemOfStorage } from '#electron/db/storageProblem.ts';
import { writeHashedFile } from '#electron/db/wholeFile.ts';
import { guardedFolder, NO_MOUNT, smallDisk, temporaryFolder } from '../../helpers/folders.ts';

const NEW = Buffer.from('nuovo');

function problemOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (cause) {
    return problemOfStorage(cause)?.code;
  }
}
const failing =
  (code: string) =>
  (from: string): never => {
    throw Object.assign(new Error(`${code}: rename ${from}`), { code });
  };

describe('writeHashedFile', () => {
  it('writes bytes, more than one write takes too, and replaces what was there', () => {
    const file = join(temporaryFolder(), 'avviso.bin');
    writeHashedFile(file, Uint8Array.of(0, 255, 10));
    expect([...readFileSync(file)]).toEqual([0, 255, 10]);
    const big = Buffer.alloc(3_000_000, 'avviso ');
    writeHashedFile(file, big);
    expect(readFileSync(file).equals(big)).toBe(true);
  });

  it('leaves the old file whole and nothing else when it cannot be replaced', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'avviso.bin'));
    expect(() => writeHashedFile(join(folder, 'avviso.bin'), NEW)).toThrow();
    expect(readdirSync(folder)).toEqual(['avviso.bin']);
  });

  it.each(['EPERM', 'EACCES', 'EBUSY'])('whose temporary a scanner holds (%s) is written in its place', (code) => {
    const folder = temporaryFolder();
    writeHashedFile(join(folder, 'avviso.bin'), NEW, { rename: failing(code) });
    expect(readFileSync(join(folder, 'avviso.bin'), 'utf8')).toBe('nuovo');
    expect(readdirSync(folder)).toEqual(['avviso.bin']);
  });

  it('says the first cause, and leaves nothing, when the disk fails', () => {
    const folder = temporaryFolder();
    expect(problemOf(() => writeHashedFile(join(folder, 'avviso.bin'), NEW, { rename: failing('EIO') }))).toBe(
      'disk-failing',
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('in a folder that is not there says so', () => {
    expect(problemOf(() => writeHashedFile(join(temporaryFolder(), 'manca', 'avviso.bin'), NEW))).toBe(
      'folder-missing',
    );
  });

  it('in a read-only folder says so, and touches nothing', ({ skip }) => {
    const folder = guardedFolder();
    if (!folder) return skip(NO_MOUNT);
    writeFileSync(join(folder.path, 'avviso.bin'), 'vecchio');
    folder.close();
    expect(problemOf(() => writeHashedFile(join(folder.path, 'avviso.bin'), NEW))).toBe('folder-read-only');
    expect(readFileSync(join(folder.path, 'avviso.bin'), 'utf8')).toBe('vecchio');
    expect(readdirSync(folder.path)).toEqual(['avviso.bin']);
  });

  it('on a full disk says so, keeps the old file and leaves no half of the new one', ({ skip }) => {
    const folder = smallDisk(64);
    if (!folder) return skip(NO_MOUNT);
    const file = join(folder, 'avviso.bin');
    writeHashedFile(file, Buffer.from('vecchio'));
    expect(problemOf(() => writeHashedFile(file, Buffer.alloc(200_000, 'x')))).toBe('disk-full');
    expect(readFileSync(file, 'utf8')).toBe('vecchio');
    expect(readdirSync(folder)).toEqual(['avviso.bin']);
  });
});
