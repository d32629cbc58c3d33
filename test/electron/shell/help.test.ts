import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHelp, type HelpOptions } from '#electron/shell/help.ts';
import { ok } from '#shared/kernel/result.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'puntosi-help-'));
  for (const name of ['Report.PDF', 'programma.exe', 'collegamento.lnk']) writeFileSync(join(folder, name), '');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function helper(changes: { openPath?: string; chosen?: readonly string[]; window?: BrowserWindow } = {}) {
  const shell = {
    openExternal: vi.fn(async () => undefined),
    openPath: vi.fn(async () => changes.openPath ?? ''),
    showItemInFolder: vi.fn(),
  };
  const showOpenDialog = vi.fn(async () => ({ canceled: !changes.chosen, filePaths: [...(changes.chosen ?? [])] }));
  const dialog = { showOpenDialog } as unknown as HelpOptions['dialog'];
  return { shell, showOpenDialog, help: createHelp({ shell, dialog, window: () => changes.window }) };
}

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
