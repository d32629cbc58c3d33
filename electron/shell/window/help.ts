import type { BrowserWindow, Dialog, SafeStorage, Session, Shell } from 'electron';
import type { LockReply } from '#electron/db/secrets.ts';
import { openAddress, openSignIn } from '#electron/shell/guard/externalLinks.ts';
import { openPath } from '#electron/shell/guard/openPath.ts';
import type { Ask, Reply } from '#shared/ipc/messages.ts';
import { assertNever } from '#shared/kernel/never.ts';
import { ok } from '#shared/kernel/result.ts';

export interface HelpOptions {
  readonly shell: Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>;
  readonly dialog: Pick<Dialog, 'showOpenDialog'>;
  readonly window: () => BrowserWindow | undefined;
  readonly safeStorage: Pick<
    SafeStorage,
    'isEncryptionAvailable' | 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'
  >;
  readonly session: Pick<Session, 'resolveProxy'>;
  readonly platform: NodeJS.Platform;
  /** Shows a notification of the system; tells whether the system has any. */
  readonly notify: (words: { readonly title: string; readonly text: string }) => boolean;
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
      case 'open-sign-in':
        return openSignIn(options.shell, ask.url);
      case 'choose-folder':
        return chooseFolder(options, ask.title, ask.start);
      case 'choose-file':
        return chooseFile(options, ask.title, ask.endings);
      case 'notify':
        return Promise.resolve(ok(options.notify(ask)));
      case 'lock-key':
        return Promise.resolve(ok(lockKey(options, ask.key)));
      case 'open-key':
        return Promise.resolve(ok(openKey(options, ask.locked)));
      case 'proxy-for':
        return options.session.resolveProxy(ask.url).then(ok);
      default:
        return assertNever(ask, 'Richiesta del core');
    }
  };
}

/** Whether the system keeps secrets: on Linux Electron's own fallback is a password everybody knows, and does not count. */
function keepsSecrets({ safeStorage, platform }: HelpOptions): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
}

function tryLock(options: HelpOptions, work: () => string): LockReply {
  if (!keepsSecrets(options)) return { outcome: 'unavailable' };
  try {
    return { outcome: 'done', text: work() };
  } catch {
    return { outcome: 'refused' };
  }
}

const lockKey = (options: HelpOptions, key: string): LockReply =>
  tryLock(options, () => options.safeStorage.encryptString(key).toString('base64'));

const openKey = (options: HelpOptions, locked: string): LockReply =>
  tryLock(options, () => options.safeStorage.decryptString(Buffer.from(locked, 'base64')));

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
