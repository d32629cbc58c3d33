import type { BrowserWindow, Dialog, Shell } from 'electron';
import type { Ask, Reply } from '#shared/ipc/messages.ts';
import { assertNever } from '#shared/kernel/never.ts';
import { ok } from '#shared/kernel/result.ts';
import { openAddress } from './externalLinks.ts';
import { openPath } from './openPath.ts';

export interface HelpOptions {
  readonly shell: Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>;
  readonly dialog: Pick<Dialog, 'showOpenDialog'>;
  readonly window: () => BrowserWindow | undefined;
}

/** Does for the core what only the shell can: see `askSchema` for what each request gives. */
export function createHelp(options: HelpOptions): (ask: Ask, hosts: readonly string[]) => Promise<Reply> {
  return (ask, hosts) => {
    switch (ask.what) {
      case 'open-document':
      case 'show-in-folder':
        return openPath(options.shell, ask.path, ask.what);
      case 'open-address':
        return openAddress(options.shell, ask.url, hosts);
      case 'choose-folder':
        return chooseFolder(options, ask.title, ask.start);
      case 'choose-file':
        return chooseFile(options, ask.title, ask.endings);
      default:
        return assertNever(ask, 'Richiesta del core');
    }
  };
}

async function chooseFolder({ dialog, window }: HelpOptions, title: string, start: string | null): Promise<Reply> {
  const parent = window();
  const settings = {
    title,
    buttonLabel: 'Usa questa cartella',
    properties: ['openDirectory' as const, 'createDirectory' as const],
    ...(start === null ? {} : { defaultPath: start }),
  };
  const choice = parent ? await dialog.showOpenDialog(parent, settings) : await dialog.showOpenDialog(settings);
  return ok(choice.canceled ? null : (choice.filePaths[0] ?? null));
}

async function chooseFile({ dialog, window }: HelpOptions, title: string, endings: readonly string[]): Promise<Reply> {
  const parent = window();
  const settings = {
    title,
    buttonLabel: 'Usa questo file',
    properties: ['openFile' as const],
    filters: [{ name: endings.map((ending) => `.${ending}`).join(' '), extensions: [...endings] }],
  };
  const choice = parent ? await dialog.showOpenDialog(parent, settings) : await dialog.showOpenDialog(settings);
  return ok(choice.canceled ? null : (choice.filePaths[0] ?? null));
}
