import { EventEmitter } from 'node:events';
import type { Session as ElectronSession, OnBeforeRequestListenerDetails, WebContents, WebRequest } from 'electron';
import { browserLink } from './browser.ts';
import { ignore } from './events.ts';
import { protocol } from './schemes.ts';

type RequestHandler = NonNullable<Parameters<ElectronSession['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<ElectronSession['setPermissionCheckHandler']>[0]>;
type Permission = Parameters<CheckHandler>[1];
type BeforeRequest = Extract<Parameters<WebRequest['onBeforeRequest']>[0], (...args: never) => void>;

/** Electron's name of a permission, and Chromium's. */
const PERMISSIONS: readonly (readonly [Permission, string])[] = [
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-write'],
  ['display-capture', 'display-capture'],
  ['geolocation', 'geolocation'],
  ['idle-detection', 'idle-detection'],
  ['local-fonts', 'local-fonts'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['midi', 'midi'],
  ['notifications', 'notifications'],
  ['persistent-storage', 'persistent-storage'],
  ['screen-wake-lock', 'wake-lock-screen'],
  ['window-management', 'window-management'],
];

export class Session
  extends EventEmitter
  implements
    Pick<
      ElectronSession,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'resolveProxy'
      | 'setSpellCheckerEnabled'
    >
{
  readonly protocol = protocol;
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest | null): void => {
      this.#beforeRequest = listener;
    },
  };
  #request: RequestHandler | null = null;
  #check: CheckHandler | null = null;
  #beforeRequest: BeforeRequest | null = null;

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    this.#request = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    this.#check = handler;
  }

  /** Never asked: Chromium offers no device without an address bar to choose it from. */
  setDevicePermissionHandler(_handler: Parameters<ElectronSession['setDevicePermissionHandler']>[0]): void {}

  resolveProxy(_url: string): Promise<string> {
    return Promise.resolve('DIRECT');
  }

  setSpellCheckerEnabled(_enabled: boolean): void {}

  /** Asks both handlers about every permission, before every load, and tells Chromium; without handlers all is granted. */
  async decidePermissions(contents: WebContents, url: string): Promise<void> {
    const decisions = PERMISSIONS.map(async ([permission, name]) => {
      const requested = { requestingUrl: url, isMainFrame: true };
      const checked = this.#check?.(contents, permission, url, requested) ?? true;
      const granted =
        checked &&
        (await new Promise<boolean>((resolve) => {
          if (this.#request) this.#request(contents, permission, resolve, requested);
          else resolve(true);
        }));
      const setting = granted ? 'granted' : 'denied';
      await browserLink().send('Browser.setPermission', { permission: { name }, setting }).catch(ignore);
    });
    await Promise.all(decisions);
  }

  /** Whether the app's `onBeforeRequest` listener cancels a request. */
  cancels(details: OnBeforeRequestListenerDetails): Promise<boolean> {
    const listener = this.#beforeRequest;
    if (!listener) return Promise.resolve(false);
    return new Promise((resolve) => {
      listener(details, ({ cancel }) => resolve(cancel === true));
    });
  }
}

/** Electron's `session`: one profile, hence one session. */
export const session = { defaultSession: new Session() } as const;
