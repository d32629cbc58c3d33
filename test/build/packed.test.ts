import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { beforeAll, describe, expect, test } from 'vitest';
import { LINUX_FOLDER, LINUX_PROGRAM, packLinux } from '../../build/scripts/pack.ts';

const MAIN = join(import.meta.dirname, '..', '..', 'build', 'out', 'main', 'main.cjs');
const ARCHIVE = join(LINUX_FOLDER, 'resources', 'app.asar');
const PACK_MILLISECONDS = 120_000;

const isBuilt = existsSync(MAIN);
const title = isBuilt ? 'the folder packed for Linux' : 'the folder packed for Linux (left out: build/out is missing)';

describe.skipIf(!isBuilt)(title, () => {
  let entries: readonly string[];
  /** Whether the archive only names the file, which lies beside it. */
  const isUnpacked = (entry: string): boolean => {
    const found = statFile(ARCHIVE, entry.slice(1));
    return 'unpacked' in found && found.unpacked === true;
  };

  beforeAll(() => {
    packLinux('standin');
    entries = listPackage(ARCHIVE, { isPack: false });
  }, PACK_MILLISECONDS);

  test('holds every program of the app and the description that starts it', () => {
    expect(entries).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/build/out/main/main.cjs',
        '/build/out/preload/preload.cjs',
        '/build/out/core/core.mjs',
        '/build/out/share/share.mjs',
        '/build/out/renderer/index.html',
      ]),
    );
    const description: unknown = JSON.parse(extractFile(ARCHIVE, 'package.json').toString('utf8'));
    expect(description).toMatchObject({
      main: 'build/out/main/main.cjs',
      productName: 'Avvisi PuntoSi',
      type: 'module',
    });
  });

  test('holds no source, test, map or tool', () => {
    const tops = new Set(entries.map((entry) => entry.split('/')[1]));
    expect([...tops].toSorted()).toEqual(['build', 'node_modules', 'package.json']);
    const folders = entries.filter((entry) => /^\/build\/[^/]+$/.test(entry));
    expect(folders).toEqual(['/build/out']);
    expect(entries.filter((entry) => entry.startsWith('/build/out/.'))).toEqual([]);
    const packages = entries.filter((entry) => /^\/node_modules\/[^/]+$/.test(entry));
    expect(packages).toEqual(['/node_modules/better-sqlite3']);
    expect(entries.filter((entry) => /\.(map|tsx?|c|cpp|h|gyp)$/.test(entry))).toEqual([]);
  });

  test('has the native module of the target alone', () => {
    const native = entries.filter((entry) => entry.endsWith('.node'));
    expect(native.map((entry) => basename(entry))).toEqual(['linux-x64.node']);
  });

  test('keeps outside the archive what is loaded as a program', () => {
    const programs = entries.filter(
      (entry) => /\.(node|wasm)$/.test(entry) || /^\/build\/out\/workers\/.+\.mjs$/.test(entry),
    );
    expect(programs.length).toBeGreaterThan(1);
    expect(programs.filter((entry) => !isUnpacked(entry))).toEqual([]);
    const beside = programs.map((entry) => statSync(join(`${ARCHIVE}.unpacked`, entry)).size);
    expect(beside.filter((size) => size === 0)).toEqual([]);
  });

  test('speaks Italian, and has the English without which a page may die elsewhere', () => {
    expect(readdirSync(join(LINUX_FOLDER, 'locales')).toSorted()).toEqual(['en-US.pak', 'it.pak']);
  });

  test('carries the licence of the app and those of what it is made of', () => {
    expect(readFileSync(join(LINUX_FOLDER, 'LICENZA.txt'), 'utf8')).toContain('EUPL');
    const notices = readFileSync(join(LINUX_FOLDER, 'LICENZE-DI-TERZI.txt'), 'utf8');
    for (const name of ['better-sqlite3', 'react', 'zod', 'bootstrap-italia', '@fontsource/noto-emoji']) {
      expect(notices, name).toContain(`\n${name} `);
    }
  });

  test('has the fuses of the security list', async () => {
    const wire = await getCurrentFuseWire(LINUX_PROGRAM);
    const isOn = (fuse: FuseV1Options): boolean => String.fromCharCode(Number(wire[fuse])) === '1';
    const fuses = {
      runAsNode: isOn(FuseV1Options.RunAsNode),
      cookieEncryption: isOn(FuseV1Options.EnableCookieEncryption),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      asarIntegrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      ownSnapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      filePrivileges: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    };
    expect(fuses).toEqual({
      runAsNode: false,
      cookieEncryption: true,
      nodeOptions: false,
      inspect: false,
      asarIntegrity: true,
      onlyAsar: true,
      ownSnapshot: false,
      filePrivileges: false,
    });
  });
});
