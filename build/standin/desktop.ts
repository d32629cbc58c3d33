import { EventEmitter } from 'node:events';
import type {
  Dialog,
  Menu as ElectronMenu,
  Notification as ElectronNotification,
  Shell as ElectronShell,
  Tray as ElectronTray,
  MessageBoxOptions,
  NativeImage,
  NotificationConstructorOptions,
} from 'electron';
import { record } from './log.ts';

/** The options of a dialog come last, after the window it belongs to. */
function optionsOf<Options>(args: readonly unknown[]): Options {
  return args.at(-1) as Options;
}

/** Electron's `dialog`: every question is recorded and answered as if the user had given up; specs replace it. */
export const dialog = {
  showOpenDialog(...args: unknown[]) {
    record('open-dialog', { options: optionsOf(args) });
    return Promise.resolve({ canceled: true, filePaths: [] });
  },
  showSaveDialog(...args: unknown[]) {
    record('save-dialog', { options: optionsOf(args) });
    return Promise.resolve({ canceled: true, filePath: '' });
  },
  showMessageBox(...args: unknown[]) {
    const options = optionsOf<MessageBoxOptions>(args);
    record('message-box', { options, message: options.message });
    const response = options.cancelId ?? options.defaultId ?? 0;
    return Promise.resolve({ response, checkboxChecked: options.checkboxChecked ?? false });
  },
  showErrorBox(title, content) {
    record('error-box', { title, content });
    console.error(`${title}: ${content}`);
  },
} satisfies Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'>;

/** Electron's `shell`: nothing is opened, everything is recorded. */
export const shell = {
  openExternal(url) {
    record('open-external', { url });
    return Promise.resolve();
  },
  openPath(path) {
    record('open-path', { path });
    return Promise.resolve('');
  },
  showItemInFolder(path) {
    record('show-item', { path });
  },
} satisfies Pick<ElectronShell, 'openExternal' | 'openPath' | 'showItemInFolder'>;

/** Electron's `Tray`; specs emit its events. */
export class Tray
  extends EventEmitter
  implements Pick<ElectronTray, 'setToolTip' | 'setContextMenu' | 'setImage' | 'destroy' | 'isDestroyed'>
{
  #destroyed = false;

  constructor(_image: NativeImage | string) {
    super();
  }

  setToolTip(_text: string): void {}

  setContextMenu(_menu: ElectronMenu | null): void {}

  setImage(_image: NativeImage | string): void {}

  destroy(): void {
    this.#destroyed = true;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }
}

/** Electron's `Notification`; the log holds the object, so that specs can emit its `click`. */
export class Notification
  extends EventEmitter
  implements Pick<ElectronNotification, 'title' | 'body' | 'show' | 'close'>
{
  title: string;
  body: string;

  constructor(options: NotificationConstructorOptions = {}) {
    super();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    record('notification', { title: this.title, body: this.body, notification: this });
    setImmediate(() => this.emit('show', {}));
  }

  close(): void {
    this.emit('close', {});
  }
}
