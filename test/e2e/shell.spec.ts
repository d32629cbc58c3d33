/** The security list of Electron in the real window; the points seen only in the code are in test/electron/shell/security.test.ts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type {} from '#renderer/api.ts';
import { type RunningApp, startApp } from '../helpers/app.ts';

const FOREIGN = 'https://www.sito-altrui.example';

describe('the guarded window', () => {
  let running: RunningApp;
  beforeAll(async () => {
    running = await startApp();
    // Recorded instead of done: on a real Electron the browser would open.
    await running.app.evaluate(({ shell }) => {
      const opened: string[] = [];
      Object.assign(globalThis, { opened });
      shell.openExternal = async (url) => {
        opened.push(url);
      };
    });
  });
  afterAll(async () => {
    expect(await running.stop()).toBe(0);
  });

  const pageAddress = (): Promise<string> =>
    running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL() ?? '');
  const opened = (): Promise<readonly string[]> =>
    running.app.evaluate(() => (globalThis as unknown as { readonly opened: readonly string[] }).opened);

  test('1 only secure content: every resource comes from the app itself and no request leaves it', async () => {
    const origins = await running.window.evaluate(() => [
      ...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)),
    ]);
    expect(origins).toEqual([await running.window.evaluate(() => location.origin)]);
    const failure = await running.window.evaluate(
      (url) =>
        fetch(url).then(
          () => 'answered',
          (cause: Error) => cause.name,
        ),
      FOREIGN,
    );
    expect(failure).toBe('TypeError');
    const left = (await running.left()) ?? [];
    expect(left.filter(({ kind }) => kind === 'network')).toEqual([]);
  });

  test('2 no Node in the page', async () => {
    const found = await running.window.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((name) => name in globalThis),
    );
    expect(found).toEqual([]);
  });

  test('3 context isolation: the bridge is frozen and cannot be replaced', async () => {
    const facts = await running.window.evaluate(() => {
      const bridge = window.puntosi;
      const replace = (): string => {
        try {
          Object.assign(window, { puntosi: {} });
          return 'replaced';
        } catch (cause) {
          return (cause as Error).name;
        }
      };
      return {
        frozen: [Object.isFrozen(bridge), Object.isFrozen(bridge.platform)],
        replaced: replace(),
        same: window.puntosi === bridge,
      };
    });
    expect(facts).toEqual({ frozen: [true, true], replaced: 'TypeError', same: true });
  });

  // A packed app holds the same file inside its archive.
  test('4 sandbox: the built preload is one file that needs only electron', () => {
    const source = readFileSync(join(import.meta.dirname, '../../build/out/preload/preload.cjs'), 'utf8');
    expect([...source.matchAll(/\b(?:require|import)\(["'`]([^"'`]+)/g)].map(([, name]) => name)).toEqual(['electron']);
  });

  test('5 permissions: position, microphone, notifications and reading the clipboard are denied', async () => {
    const states = await running.window.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'microphone', 'clipboard-read'];
      const asked = names.map((name) => navigator.permissions.query({ name: name as PermissionName }));
      return (await Promise.all(asked)).map(({ state }, index) => `${names[index]} ${state}`);
    });
    expect(states).toEqual([
      'geolocation denied',
      'notifications denied',
      'microphone denied',
      'clipboard-read denied',
    ]);
    expect(await running.window.evaluate(() => Notification.requestPermission())).toBe('denied');
  });

  test('7 content security policy: scripts, markup, styles and frames from elsewhere are refused', async () => {
    const facts = await running.window.evaluate(async (foreign) => {
      const attempt = (run: () => unknown): string => {
        try {
          run();
          return 'allowed';
        } catch (cause) {
          return (cause as Error).name;
        }
      };
      const violated: string[] = [];
      const hear = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => {
        violated.push(effectiveDirective);
      };
      document.addEventListener('securitypolicyviolation', hear);
      const style = document.createElement('style');
      style.textContent = 'body { outline: 3px solid red }';
      document.head.append(style);
      const frame = document.createElement('iframe');
      frame.src = foreign;
      document.body.append(frame);
      const image = document.createElement('img');
      image.src = `${foreign}/a.png`;
      document.body.append(image);
      await new Promise((done) => setTimeout(done, 200));
      document.removeEventListener('securitypolicyviolation', hear);
      for (const element of [style, frame, image]) element.remove();
      return {
        script: attempt(() => {
          document.createElement('script').src = `${foreign}/a.js`;
        }),
        markup: attempt(() => document.body.insertAdjacentHTML('beforeend', '<b>x</b>')),
        code: attempt(() => Reflect.construct(Function, ['return 1'])),
        violated: [...new Set(violated)].toSorted(),
      };
    }, FOREIGN);
    expect(facts).toEqual({
      script: 'TypeError',
      markup: 'TypeError',
      code: 'EvalError',
      violated: ['frame-src', 'img-src', 'style-src-elem'],
    });
  });

  test('7 content security policy: a nonce, new with every page, lets the editor add its style', async () => {
    const readNonce = (): Promise<string | undefined> =>
      running.window.evaluate(() => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce);
    const first = await readNonce();
    expect(first).toMatch(/^[\w+/]{22}==$/);
    const outline = await running.window.evaluate((nonce) => {
      const style = document.createElement('style');
      style.nonce = nonce ?? '';
      style.textContent = 'html { outline-width: 7px; outline-style: solid }';
      document.head.append(style);
      const width = getComputedStyle(document.documentElement).outlineWidth;
      style.remove();
      return width;
    }, first);
    expect(outline).toBe('7px');
    await running.window.reload();
    await running.window.locator('[data-app-ready]').waitFor();
    expect(await readNonce()).not.toBe(first);
  });

  test('12 no embedded pages: a webview is an unknown element', async () => {
    const kind = await running.window.evaluate(() => {
      const view = document.createElement('webview');
      document.body.append(view);
      const facts = [view.constructor.name, 'getWebContentsId' in view];
      view.remove();
      return facts;
    });
    expect(kind).toEqual(['HTMLElement', false]);
  });

  test.each([FOREIGN, 'app://altro/index.html', 'http://localhost/'])(
    '13 navigation: the page stays when it is sent to %s',
    async (target) => {
      await running.window.evaluate((url) => {
        location.href = url;
      }, target);
      await running.window.waitForTimeout(300);
      expect(await pageAddress()).toBe('app://bundle/index.html');
      expect(await running.window.locator('[data-app-ready]').count()).toBe(1);
    },
  );

  test('14 new windows are denied and nothing opens outside', async () => {
    const before = (await opened()).length;
    const result = await running.window.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      link.target = '_blank';
      document.body.append(link);
      link.click();
      link.remove();
      return window.open(url);
    }, FOREIGN);
    await running.window.waitForTimeout(300);
    expect(result).toBeNull();
    expect(running.app.windows()).toHaveLength(1);
    expect((await opened()).slice(before)).toEqual([]);
  });

  test('15 openExternal: WhatsApp’s chat picker opens, with a text and to nobody in particular', async () => {
    const addresses = ['https://wa.me/?text=Ciao%20a%20tutti', 'whatsapp://send?text=Ciao'];
    const before = (await opened()).length;
    for (const url of addresses) {
      const reply = await running.window.evaluate((one) => window.puntosi.call('shell.openLink', { url: one }), url);
      expect(reply).toEqual({ ok: true, value: {} });
    }
    expect((await opened()).slice(before)).toEqual(addresses);
  });

  test.each([
    FOREIGN,
    'https://wa.me/390123456789?text=Ciao',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'ms-settings:privacy',
  ])('15 openExternal: %s is refused with a reason', async (url) => {
    const before = (await opened()).length;
    const reply = await running.window.evaluate((one) => window.puntosi.call('shell.openLink', { url: one }), url);
    expect(reply).toMatchObject({ ok: false, error: { code: 'address-refused' } });
    expect(await opened()).toHaveLength(before);
  });

  test('17 sender: a page of another origin gets no answer, even with the preload', async () => {
    const opening = running.app.waitForEvent('window');
    await running.app.evaluate(({ app, BrowserWindow }) => {
      const preload = `${app.getAppPath()}/build/out/preload/preload.cjs`;
      const stranger = new BrowserWindow({ title: 'estranea', webPreferences: { preload, sandbox: true } });
      return stranger.loadURL('app://altro/index.html');
    });
    const stranger = await opening;
    await stranger.getByText('non trovato').waitFor();
    const answer = await stranger.evaluate(() =>
      window.puntosi.call('service.status', {}).then(
        () => 'answered',
        (cause: Error) => cause.message,
      ),
    );
    await running.app.evaluate(({ BrowserWindow }) => {
      for (const one of BrowserWindow.getAllWindows())
        if (one.webContents.getURL().startsWith('app://altro/')) one.destroy();
    });
    expect(answer).toMatch(/Chiamata rifiutata: non viene dalla pagina dell’app/);
  });

  test('18 own scheme: nothing outside the built screens is served', async () => {
    expect(await pageAddress()).toBe('app://bundle/index.html');
    const paths = [
      '/index.html',
      '/../main/main.cjs',
      '/%2e%2e/main/main.cjs',
      '/..%2fmain%2fmain.cjs',
      '/..%5cmain%5cmain.cjs',
      '/%2e%2e%2f%2e%2e%2f%2e%2e%2fpackage.json',
      '/%ff',
      '/a%00.html',
      '/',
    ];
    const answers = await running.window.evaluate(
      (list) =>
        Promise.all(
          list.map(async (path) => {
            const { status, headers } = await fetch(path);
            return [status, headers.get('x-content-type-options'), headers.get('content-security-policy') !== null];
          }),
        ),
      paths,
    );
    expect(answers).toEqual(paths.map((path) => [path === '/index.html' ? 200 : 404, 'nosniff', true]));
  });

  test('20 no raw Electron: named functions, known methods, and listeners that hear only the event', async () => {
    const facts = await running.window.evaluate(async () => {
      const unknown = await window.puntosi.call('shell.runProgram' as 'service.status', {}).then(
        () => 'answered',
        (cause: Error) => cause.message,
      );
      return { names: Object.keys(window.puntosi).toSorted(), unknown };
    });
    expect(facts.names).toEqual(['call', 'onEvent', 'platform']);
    expect(facts.unknown).toMatch(/non esiste/);
    const heard = await running.window.evaluateHandle(() => {
      const calls: unknown[][] = [];
      window.puntosi.onEvent((...parameters: unknown[]) => calls.push(parameters));
      return calls;
    });
    await chooseInMenu(running, 'queue');
    const menuCalls = (): Promise<unknown> =>
      heard.evaluate((calls) => calls.filter(([event]) => (event as { readonly name: string }).name === 'menu'));
    await expect.poll(menuCalls).toEqual([[{ name: 'menu', command: 'queue' }]]);
  });
});

/** Chooses an item of the window's menu by its id. */
async function chooseInMenu({ app }: RunningApp, id: string): Promise<void> {
  await app.evaluate(({ BrowserWindow, Menu }, item) => {
    Menu.getApplicationMenu()?.getMenuItemById(item)?.click({}, BrowserWindow.getAllWindows()[0]);
  }, id);
}
