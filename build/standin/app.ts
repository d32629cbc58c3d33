import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import type { Server } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CommandLine, App as ElectronApp } from 'electron';
import { boot } from './boot.ts';
import { stopBrowser } from './browser.ts';
import { preventable } from './events.ts';
import { record } from './log.ts';
import { registry } from './registry.ts';
import { takeInstanceLock } from './single-instance.ts';

type PathName = Parameters<ElectronApp['getPath']>[0];

const commandLine = {
  appendSwitch: (name, value = '') => {
    boot.switches.set(name, value);
  },
  hasSwitch: (name) => boot.switches.has(name),
  getSwitchValue: (name) => boot.switches.get(name) ?? '',
  removeSwitch: (name) => {
    boot.switches.delete(name);
  },
} satisfies Pick<CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'>;

class App
  extends EventEmitter
  implements
    Pick<
      ElectronApp,
      | 'isPackaged'
      | 'name'
      | 'getName'
      | 'setName'
      | 'getVersion'
      | 'getAppPath'
      | 'getPath'
      | 'setPath'
      | 'getLocale'
      | 'isReady'
      | 'whenReady'
      | 'requestSingleInstanceLock'
      | 'hasSingleInstanceLock'
      | 'releaseSingleInstanceLock'
      | 'enableSandbox'
      | 'setAppUserModelId'
      | 'relaunch'
      | 'quit'
      | 'exit'
    >
{
  readonly isPackaged = boot.isPackaged;
  readonly commandLine = commandLine;
  readonly #paths = new Map<string, string>();
  #settleReady: () => void = () => undefined;
  readonly #ready = new Promise<void>((resolve) => {
    this.#settleReady = resolve;
  });
  #name = boot.name;
  #lock: Server | undefined;
  #exiting = false;

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.#name = name;
  }

  getName(): string {
    return this.#name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getVersion(): string {
    return boot.version;
  }

  getAppPath(): string {
    return boot.appPath;
  }

  getPath(name: PathName): string {
    const path = this.#paths.get(name) ?? this.#defaultPath(name);
    if (path === undefined) throw new Error(`Failed to get '${name}' path`);
    if (name === 'userData' || name === 'sessionData' || name === 'logs') this.#tryToMake(path);
    return path;
  }

  #tryToMake(path: string): void {
    try {
      mkdirSync(path, { recursive: true });
    } catch {
      // Electron gives the path all the same; the app learns it when it writes there.
    }
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  #defaultPath(name: PathName): string | undefined {
    const userData = this.#paths.get('userData') ?? boot.userData;
    switch (name) {
      case 'home':
        return homedir();
      case 'appData':
        return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
      case 'userData':
      case 'sessionData':
        return userData;
      case 'logs':
        return join(userData, 'logs');
      case 'crashDumps':
        return join(userData, 'Crashpad');
      case 'temp':
        return tmpdir();
      case 'exe':
        return boot.executable;
      case 'assets':
        return dirname(boot.executable);
      case 'desktop':
        return join(homedir(), 'Desktop');
      case 'documents':
        return join(homedir(), 'Documents');
      case 'downloads':
        return join(homedir(), 'Downloads');
      default:
        return undefined;
    }
  }

  getLocale(): string {
    return 'it';
  }

  isReady(): boolean {
    return registry.ready;
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }

  /** The stand-in's own: Chromium runs. */
  becomeReady(): void {
    registry.ready = true;
    this.#settleReady();
    this.emit('ready', preventable({}), {});
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const own = { argv: process.argv, workingDirectory: process.cwd(), additionalData: additionalData ?? null };
    this.#lock ??= takeInstanceLock(this.getPath('userData'), own, (second) => {
      this.emit('second-instance', preventable({}), second.argv, second.workingDirectory, second.additionalData);
    });
    return this.#lock !== undefined;
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock !== undefined;
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.close();
    this.#lock = undefined;
  }

  enableSandbox(): void {}

  setAppUserModelId(_id: string): void {}

  relaunch(): void {
    record('relaunch');
  }

  quit(): void {
    if (registry.quitting) return;
    const before = preventable({});
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    registry.quitting = true;
    for (const window of [...registry.windows.values()]) {
      window.close();
      if (!window.isDestroyed()) {
        registry.quitting = false;
        return;
      }
    }
    const will = preventable({});
    this.emit('will-quit', will);
    if (will.defaultPrevented) registry.quitting = false;
    else this.exit(0);
  }

  exit(exitCode = 0): void {
    if (this.#exiting) return;
    this.#exiting = true;
    registry.quitting = true;
    this.emit('quit', preventable({}), exitCode);
    this.releaseSingleInstanceLock();
    const end = (): never => process.exit(exitCode);
    stopBrowser().then(end, end);
  }
}

/** Electron's `app`. */
export const app = new App().setMaxListeners(0);

/** To be called when a window is gone: the last one ends the app unless it listens for that. */
export function windowClosed(): void {
  if (registry.quitting) return;
  setImmediate(() => {
    if (registry.windows.size > 0 || registry.quitting) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else app.quit();
  });
}
