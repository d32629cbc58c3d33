import { EventEmitter } from 'node:events';
import type { App, Session, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { installNavigation } from '#electron/shell/guard/navigation.ts';
import { installPermissions } from '#electron/shell/guard/permissions.ts';

describe('permissions (5)', () => {
  type Sessions = Parameters<typeof installPermissions>[0];
  function install() {
    let request: Parameters<Session['setPermissionRequestHandler']>[0] = null;
    let check: Parameters<Session['setPermissionCheckHandler']>[0] = null;
    let device: Parameters<Session['setDevicePermissionHandler']>[0] = null;
    const session: Sessions = {
      setPermissionRequestHandler: (handler) => {
        request = handler;
      },
      setPermissionCheckHandler: (handler) => {
        check = handler;
      },
      setDevicePermissionHandler: (handler) => {
        device = handler;
      },
    };
    installPermissions(session);
    const asked = (permission: string, requestingUrl: string): boolean => {
      const answer = vi.fn();
      const handler = request as unknown as (...parameters: unknown[]) => void;
      handler(null, permission, answer, { requestingUrl });
      return answer.mock.calls[0]?.[0];
    };
    const checked = (permission: string, origin: string): boolean =>
      (check as unknown as (...parameters: unknown[]) => boolean)(null, permission, origin, {});
    return { asked, checked, device: () => (device as unknown as () => boolean)() };
  }

  it('lets only the own page write text to the clipboard, both when asked and when checked', () => {
    const { asked, checked } = install();
    expect(asked('clipboard-sanitized-write', 'app://bundle/index.html')).toBe(true);
    expect(checked('clipboard-sanitized-write', 'app://bundle/')).toBe(true);
    for (const origin of ['https://www.sito-altrui.example/', 'app://altro/', '', 'null']) {
      expect(asked('clipboard-sanitized-write', origin), origin).toBe(false);
      expect(checked('clipboard-sanitized-write', origin), origin).toBe(false);
    }
  });

  it.each(['geolocation', 'notifications', 'media', 'clipboard-read', 'midi', 'openExternal', 'fileSystem', 'hid'])(
    'denies %s',
    (permission) => {
      const { asked, checked, device } = install();
      expect(asked(permission, 'app://bundle/index.html')).toBe(false);
      expect(checked(permission, 'app://bundle/')).toBe(false);
      expect(device()).toBe(false);
    },
  );
});

describe('navigation (12–14)', () => {
  type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];
  class FakeContents extends EventEmitter {
    open: OpenHandler | undefined;
    setWindowOpenHandler(handler: OpenHandler): void {
      this.open = handler;
    }
  }
  function guard() {
    const app = new EventEmitter();
    const openLink = vi.fn();
    installNavigation(app as unknown as App, openLink);
    const contents = new FakeContents();
    app.emit('web-contents-created', {}, contents);
    return { contents, openLink };
  }

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('%s stays at app://bundle/', (name) => {
    const { contents } = guard();
    const denied = (url: string): boolean => {
      const preventDefault = vi.fn();
      contents.emit(name, { url, preventDefault });
      return preventDefault.mock.calls.length === 1;
    };
    expect(denied('app://bundle/index.html#/coda')).toBe(false);
    const foreign = [
      'app://bundle',
      'app://bundle.altrui.example/',
      'https://www.comune.valdombra.example/',
      'file:///c',
    ];
    expect(foreign.map(denied)).toEqual(foreign.map(() => true));
  });

  it('prevents every webview', () => {
    const { contents } = guard();
    const preventDefault = vi.fn();
    contents.emit('will-attach-webview', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('denies every window and hands the address over', () => {
    const { contents, openLink } = guard();
    const url = 'https://www.comune.valdombra.example/novita/mercato';
    expect(contents.open?.({ url } as Parameters<OpenHandler>[0])).toEqual({ action: 'deny' });
    expect(openLink).toHaveBeenCalledExactlyOnceWith(url);
  });
});
