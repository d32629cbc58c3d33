import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBlobs } from '#electron/journal/blobs.ts';
import { sha256 } from '#electron/journal/journal.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const MAIL = 'Oggetto: chiusura di via Roma\r\n\r\nBuongiorno, chiediamo di avvisare…';
const bytes = Buffer.from(MAIL);
const hash = sha256(MAIL);
const fileIn = (folder: string): string => join(folder, hash.slice(0, 2), hash);

describe('blobs', () => {
  it('are kept once, by their hash, in a folder made when needed', () => {
    const folder = join(temporaryFolder(), 'allegati');
    const blobs = openBlobs(folder);
    expect(blobs.put(bytes)).toBe(hash);
    expect(blobs.put(bytes)).toBe(hash);
    expect(blobs.get(hash)).toEqual(bytes);
    expect(readdirSync(join(folder, hash.slice(0, 2)))).toEqual([hash]);
    expect(openBlobs(folder).get(hash)).toEqual(bytes);
  });

  it('keep nothing and any byte', () => {
    const blobs = openBlobs(temporaryFolder());
    const all = Uint8Array.from({ length: 256 }, (_, index) => index);
    expect(Uint8Array.from(blobs.get(blobs.put(all)) ?? [])).toEqual(all);
    expect(blobs.get(blobs.put(new Uint8Array()))).toHaveLength(0);
  });

  it('are forgotten, and who follows hears of all that comes and goes', () => {
    const folder = temporaryFolder();
    const blobs = openBlobs(folder);
    const heard: unknown[] = [];
    blobs.follow((...told) => heard.push([...told, blobs.has(hash)]));
    blobs.put(bytes);
    blobs.put(bytes);
    blobs.forget(hash);
    expect(blobs.get(hash)).toBeUndefined();
    blobs.forget(hash);
    expect(heard).toEqual([
      [hash, 'kept', true],
      [hash, 'kept', true],
      [hash, 'forgotten', false],
      [hash, 'forgotten', false],
    ]);
  });

  it('that were forgotten or are damaged are not there', () => {
    const folder = temporaryFolder();
    const blobs = openBlobs(folder);
    blobs.put(bytes);
    writeFileSync(fileIn(folder), bytes.subarray(0, 20));
    expect(blobs.get(hash)).toBeUndefined();
    rmSync(fileIn(folder));
    expect(blobs.get(hash)).toBeUndefined();
    expect(blobs.get('f'.repeat(64))).toBeUndefined();
  });

  it('that are damaged are whole again when the same thing comes back', () => {
    const folder = temporaryFolder();
    const blobs = openBlobs(folder);
    blobs.put(bytes);
    writeFileSync(fileIn(folder), 'metà');
    expect(blobs.put(bytes)).toBe(hash);
    expect(blobs.get(hash)).toEqual(bytes);
  });

  it('that cannot be written throw what the file system throws, and leave nothing', () => {
    const folder = temporaryFolder();
    mkdirSync(fileIn(folder), { recursive: true });
    expect(() => openBlobs(folder).put(bytes)).toThrow('EISDIR');
    expect(readdirSync(join(folder, hash.slice(0, 2)))).toEqual([hash]);
  });
});

it('a stored mail is the very bytes that came', () => {
  const folder = temporaryFolder();
  openBlobs(folder).put(bytes);
  expect(readFileSync(fileIn(folder), 'utf8')).toBe(MAIL);
});
