import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startMessage } from '#electron/shell/core/startMessage.ts';
import { appFolder, dataFolderIn, prepareFolder } from '#electron/shell/paths.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'puntosi-paths-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('appFolder', () => {
  it.each([
    [
      'win32',
      { LOCALAPPDATA: 'C:/Users/mb/AppData/Local', APPDATA: 'X:/roaming' },
      'C:/Users/mb/AppData/Local/Avvisi PuntoSi',
    ],
    ['win32', {}, '/home/mb/AppData/Local/Avvisi PuntoSi'],
    ['linux', { XDG_DATA_HOME: '/dati' }, '/dati/avvisi-puntosi'],
    ['linux', { XDG_DATA_HOME: 'relativa' }, '/home/mb/.local/share/avvisi-puntosi'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/mb/.local/share/avvisi-puntosi'],
    ['linux', {}, '/home/mb/.local/share/avvisi-puntosi'],
  ] as const)('on %s with %o is %s', (platform, env, expected) => {
    expect(appFolder({ platform, env, home: '/home/mb' })).toBe(expected);
  });
});

describe('prepareFolder', () => {
  const app = (userDataDir: string) => ({
    commandLine: {
      getSwitchValue: (name: string) => (name === 'user-data-dir' ? userDataDir : ''),
    } as App['commandLine'],
    setPath: vi.fn(),
  });
  const place = () => ({ platform: 'linux', env: { XDG_DATA_HOME: join(folder, 'xdg') }, home: folder }) as const;

  it('honours --user-data-dir first and makes the folder', () => {
    const given = join(folder, 'a', 'b');
    const fake = app(given);
    expect(prepareFolder(fake, place())).toEqual({ ok: true, value: given });
    expect(fake.setPath).toHaveBeenCalledExactlyOnceWith('userData', given);
    expect(readdirSync(given)).toEqual([]);
    expect(existsSync(join(folder, 'xdg'))).toBe(false);
  });

  it('otherwise uses local application data', () => {
    const expected = join(folder, 'xdg', 'avvisi-puntosi');
    expect(prepareFolder(app(''), place())).toEqual({ ok: true, value: expected });
  });

  it('says in Italian which folder cannot be used', () => {
    writeFileSync(join(folder, 'file'), '');
    const fake = app(join(folder, 'file', 'sotto'));
    const result = prepareFolder(fake, place());
    expect(result).toMatchObject({ ok: false, error: { code: 'folder-not-usable' } });
    expect(result.ok ? '' : result.error.what).toContain(join(folder, 'file', 'sotto'));
    expect(fake.setPath).toHaveBeenCalledExactlyOnceWith('userData', join(tmpdir(), 'avvisi-puntosi'));
  });
});

describe('startMessage', () => {
  it('tells the data folder, the version and the clock of the computer', () => {
    expect(startMessage('/cartella', '0.1.0', { isPackaged: false, env: {} })).toEqual({
      dataFolder: dataFolderIn('/cartella'),
      appVersion: '0.1.0',
      now: null,
    });
  });

  it('sets the clock to PUNTOSI_NOW, and ignores one that is no moment', () => {
    const now = (moment: string, isPackaged = false) =>
      startMessage('/c', '1', { isPackaged, env: { PUNTOSI_NOW: moment } }).now;
    expect(now('2026-03-02T08:00:00Z')).toBe('2026-03-02T08:00:00.000Z');
    expect(now('domani')).toBeNull();
    expect(now('2026-03-02T08:00:00Z', true)).toBeNull();
  });
});
