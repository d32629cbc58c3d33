import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHelp, type HelpOptions } from '#electron/shell/window/help.ts';
import { ok } from '#shared/kernel/result.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'puntosi-help-'));
  for (const name of ['Report.PDF', 'programma.exe', 'collegamento.lnk']) writeFileSync(join(folder, name), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A system that keeps secrets by writing them backwards. */
const keyring = (changes: Partial<HelpOptions['safeStorage']> = {}): HelpOptions['safeStorage'] => ({
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.from([...text].toReversed().join('')),
  decryptString: (bytes) => [...bytes.toString()].toReversed().join(''),
  getSelectedStorageBackend: () => 'gnome_libsecret',
  ...changes,
});

interface Changes {
  readonly openPath?: string;
  readonly chosen?: readonly string[];
  readonly window?: BrowserWindow;
  readonly platform?: NodeJS.Platform;
  readonly safeStorage?: HelpOptions['safeStorage'];
}

function helper(changes: Changes = {}) {
  const shell = {
    openExternal: vi.fn(async () => undefined),
    openPath: vi.fn(async () => changes.openPath ?? ''),
    showItemInFolder: vi.fn(),
  };
  const session = { resolveProxy: async (url: string) => `PROXY proxy.example:8080; DIRECT ${url}` };
  const platform = changes.platform ?? 'win32';
  const safeStorage = changes.safeStorage ?? keyring();
  const showOpenDialog = vi.fn(async () => ({ canceled: !changes.chosen, filePaths: [...(changes.chosen ?? [])] }));
  const dialog = { showOpenDialog } as unknown as HelpOptions['dialog'];
  const notify = vi.fn(() => true);
  return {
    shell,
    showOpenDialog,
    notify,
    help: createHelp({ shell, dialog, window: () => changes.window, safeStorage, session, platform, notify }),
  };
}

it('tells the person at the computer, in words alone', async () => {
  const { help, notify } = helper();
  const words = { title: 'L’emergenza non è partita', text: '«Allerta rossa».' };
  expect(await help({ what: 'notify', ...words }, [])).toEqual(ok(true));
  expect(notify).toHaveBeenCalledExactlyOnceWith(expect.objectContaining(words));
});

describe('documents', () => {
  it('opens a document the app makes, whatever the case of its ending', async () => {
    const { help, shell } = helper();
    const path = join(folder, 'Report.PDF');
    expect(await help({ what: 'open-document', path }, [])).toEqual(ok(null));
    expect(shell.openPath).toHaveBeenCalledExactlyOnceWith(path);
  });

  it.each(['programma.exe', 'collegamento.lnk', 'Report.PDF.bat', 'senza-fine'])('never opens %s', async (name) => {
    const { help, shell } = helper();
    const refused = await help({ what: 'open-document', path: join(folder, name) }, []);
    expect(refused).toMatchObject({ ok: false, error: { code: 'path-refused' } });
    expect(shell.openPath).not.toHaveBeenCalled();
  });

  it('refuses a relative path', async () => {
    const { help } = helper();
    for (const what of ['open-document', 'show-in-folder'] as const) {
      expect(await help({ what, path: 'Report.PDF' }, [])).toMatchObject({
        ok: false,
        error: { code: 'path-refused' },
      });
    }
  });

  it('says when the file is gone, and when no program opens it', async () => {
    const missing = await helper().help({ what: 'open-document', path: join(folder, 'manca.pdf') }, []);
    expect(missing).toMatchObject({ ok: false, error: { code: 'file-missing' } });
    const { help } = helper({ openPath: 'No application' });
    const closed = await help({ what: 'open-document', path: join(folder, 'Report.PDF') }, []);
    expect(closed).toMatchObject({ ok: false, error: { code: 'file-not-opened' } });
  });

  it('shows any file in its folder', async () => {
    const { help, shell } = helper();
    const path = join(folder, 'programma.exe');
    expect(await help({ what: 'show-in-folder', path }, [])).toEqual(ok(null));
    expect(shell.showItemInFolder).toHaveBeenCalledExactlyOnceWith(path);
    expect(shell.openPath).not.toHaveBeenCalled();
  });
});

describe('addresses', () => {
  it('opens only those of the hosts told', async () => {
    const { help, shell } = helper();
    const url = 'https://www.comune.valdombra.example/novita';
    expect(await help({ what: 'open-address', url }, [])).toMatchObject({ ok: false });
    expect(await help({ what: 'open-address', url }, ['www.comune.valdombra.example'])).toEqual(ok(null));
    expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith(url);
  });
});

describe('folders', () => {
  const ask = { what: 'choose-folder', title: 'Cartella delle e-mail', start: '/dati/posta' } as const;

  it('gives the chosen folder, or null when none was chosen', async () => {
    expect(await helper({ chosen: ['/condivisa/posta'] }).help(ask, [])).toEqual(ok('/condivisa/posta'));
    expect(await helper().help(ask, [])).toEqual(ok(null));
  });

  it('opens the dialog over the window, from the folder of before', async () => {
    const window = {} as BrowserWindow;
    const { help, showOpenDialog } = helper({ window });
    await help(ask, []);
    expect(showOpenDialog).toHaveBeenCalledExactlyOnceWith(
      window,
      expect.objectContaining({
        title: ask.title,
        defaultPath: ask.start,
        properties: ['openDirectory', 'createDirectory'],
      }),
    );
  });
});

describe('the key of the secrets', () => {
  const refuse = (): never => {
    throw new Error('DPAPI');
  };

  it('is locked and opened by the system', async () => {
    const { help } = helper();
    const locked = await help({ what: 'lock-key', key: 'abc' }, []);
    expect(locked).toEqual(ok({ outcome: 'done', text: Buffer.from('cba').toString('base64') }));
    const opened = await help({ what: 'open-key', locked: Buffer.from('cba').toString('base64') }, []);
    expect(opened).toEqual(ok({ outcome: 'done', text: 'abc' }));
  });

  it.each([
    ['nothing that keeps secrets', { safeStorage: keyring({ isEncryptionAvailable: () => false }) }],
    [
      'a password everybody knows',
      { platform: 'linux', safeStorage: keyring({ getSelectedStorageBackend: () => 'basic_text' }) },
    ],
  ] as const)('is not given to %s', async (_, changes) => {
    const { help } = helper(changes);
    expect(await help({ what: 'lock-key', key: 'abc' }, [])).toEqual(ok({ outcome: 'unavailable' }));
  });

  it('that the system no longer opens is told apart from a system that keeps none', async () => {
    const { help } = helper({ safeStorage: keyring({ decryptString: refuse }) });
    expect(await help({ what: 'open-key', locked: 'abcd' }, [])).toEqual(ok({ outcome: 'refused' }));
  });
});

it('how the system reaches an address is told as the system says it', async () => {
  const { help } = helper();
  expect(await help({ what: 'proxy-for', url: 'https://a.example/' }, [])).toEqual(
    ok('PROXY proxy.example:8080; DIRECT https://a.example/'),
  );
});
