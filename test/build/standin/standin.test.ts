import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ElectronApplication, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../../build/standin/chromium.ts';
import { ELECTRON_VERSION } from '../../../build/standin/version.ts';
import {
  type FixtureWindow,
  invoke,
  launch,
  makeFolder,
  removeFolder,
  type Seen,
  START_MILLISECONDS,
} from './launch.ts';

type LogEntry = { readonly kind: string; readonly url?: string };

test('the version imitated is the one of the installed package', () => {
  const path = createRequire(import.meta.url).resolve('electron/package.json');
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ version: ELECTRON_VERSION });
});

const browser = findChromium();
const title = browser ? 'an app on the stand-in' : 'an app on the stand-in (left out: this machine has no Chromium)';

describe.skipIf(!browser)(title, { timeout: START_MILLISECONDS }, () => {
  let folder: string;
  let app: ElectronApplication;
  let page: Page;
  const failure = (channel: string): Promise<string> =>
    page.evaluate(
      (name) =>
        (window as unknown as FixtureWindow).api.invoke(name).then(
          () => 'no failure',
          (error: Error) => error.message,
        ),
      channel,
    );
  const seen = async (): Promise<Seen> => (await invoke(page, 'seen')) as Seen;

  beforeAll(async () => {
    folder = await makeFolder();
    ({ app, page } = await launch(folder));
  }, START_MILLISECONDS);

  afterAll(async () => {
    await app?.close();
    await removeFolder(folder);
  });

  test('tells the app its name, version and folders', async () => {
    const facts = await app.evaluate(({ app }) => ({
      name: app.getName(),
      version: app.getVersion(),
      packaged: app.isPackaged,
      userData: app.getPath('userData'),
      electron: process.versions.electron,
      type: process.type,
    }));
    expect(facts).toEqual({
      name: 'Prova',
      version: '1.2.3',
      packaged: false,
      userData: folder,
      electron: ELECTRON_VERSION,
      type: 'browser',
    });
    const addresses = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
    );
    expect(addresses).toEqual(['app://bundle/index.html']);
  });

  test('carries structured-clone data from the page to the handler and back', async () => {
    const kept = await page.evaluate(async () => {
      const sent = {
        date: new Date(5),
        map: new Map([['a', 1n]]),
        set: new Set([1]),
        missing: undefined,
        numbers: [Number.NaN, -0, Number.POSITIVE_INFINITY],
        bytes: new Uint8Array([1, 2, 3]),
        error: new RangeError('fuori'),
        pattern: /a/gi,
      };
      const { api } = window as unknown as FixtureWindow;
      const [back] = (await api.invoke('echo', sent)) as [typeof sent];
      return [
        back.date instanceof Date && back.date.getTime(),
        back.map instanceof Map && String(back.map.get('a')),
        back.set instanceof Set && back.set.has(1),
        'missing' in back && back.missing === undefined,
        back.numbers.map((number) => (Object.is(number, -0) ? '-0' : String(number))).join(),
        back.bytes instanceof Uint8Array && back.bytes.join(),
        back.error instanceof Error && back.error.message,
        String(back.pattern),
      ];
    });
    expect(kept).toEqual([5, '1', true, true, 'NaN,-0,Infinity', '1,2,3', 'fuori', '/a/gi']);
  });

  test('fails with the texts of Electron', async () => {
    expect(await failure('throws')).toBe("Error invoking remote method 'throws': TypeError: non va");
    expect(await failure('returns a function')).toMatch(/Error: An object could not be cloned\.$/);
    expect(await failure('unknown')).toBe(
      "Error invoking remote method 'unknown': Error: No handler registered for 'unknown'",
    );
  });

  test('names the sender by the address of the app', async () => {
    expect(await invoke(page, 'sender')).toEqual({
      url: 'app://bundle/index.html',
      origin: 'app://bundle',
      isMainFrame: true,
      isWindow: true,
    });
  });

  test('sends events to the preload until it stops listening', async () => {
    const tell = (value: number): Promise<void> =>
      app.evaluate(
        ({ BrowserWindow }, told) => BrowserWindow.getAllWindows()[0]?.webContents.send('told', told),
        value,
      );
    await tell(1);
    await page.waitForFunction(() => (window as unknown as FixtureWindow).told.length === 1);
    await page.evaluate(() => (window as unknown as FixtureWindow).forget());
    await tell(2);
    await invoke(page, 'echo');
    expect(await page.evaluate(() => (window as unknown as FixtureWindow).told)).toEqual([1]);
  });

  test('keeps page and preload apart', async () => {
    const view = await page.evaluate(() => {
      const { api } = window as unknown as FixtureWindow;
      const attempt = (run: () => void): string => {
        try {
          run();
          return 'allowed';
        } catch (error) {
          return (error as Error).message;
        }
      };
      return {
        globals: ['require', 'process', '__standinPost', '__standinReceive'].filter((name) => name in window),
        frozen: Object.isFrozen(api) && Object.isFrozen(api.nested.list[1]),
        replaced: attempt(() => Object.assign(window, { api: 1 })),
        sum: api.add(2, 3),
        refused: attempt(() => api.refuse()),
        required: api.requireFails,
      };
    });
    expect(view.globals).toEqual([]);
    expect(view).toMatchObject({ frozen: true, sum: 5, refused: 'vietato', required: 'module not found: node:fs' });
    expect(view.replaced).toMatch(/read only/);
  });

  test('serves the app scheme alone, under its policy', async () => {
    const view = await page.evaluate(async () => {
      const attempt = (run: () => void): string => {
        try {
          run();
          return 'allowed';
        } catch (error) {
          return (error as Error).name;
        }
      };
      const script = document.createElement('script');
      return {
        secure: isSecureContext,
        markup: attempt(() => document.body.insertAdjacentHTML('beforeend', '<b>x</b>')),
        script: attempt(() => {
          script.textContent = 'window.injected = true';
        }),
        fetched: await fetch('https://c.example/').then(String, (error: Error) => error.name),
        outside: (await fetch('/../main.ts')).status,
        encoded: (await fetch('/%2e%2e%2fmain.ts')).status,
      };
    });
    expect(view).toEqual({
      secure: true,
      markup: 'TypeError',
      script: 'TypeError',
      fetched: 'TypeError',
      outside: 404,
      encoded: 404,
    });
  });

  test('asks before it leaves the page, and stays', async () => {
    await page.evaluate(() => {
      location.href = 'https://a.example/';
    });
    await expect.poll(async () => (await seen()).refused).toContain('navigate https://a.example/');
    await page.evaluate(() => {
      location.href = '/redirect';
    });
    await expect.poll(async () => (await seen()).refused).toContain('redirect https://a.example/');
    expect(await page.title()).toBe('Prova');
  });

  test('opens no window for the page, and records the wish', async () => {
    expect(await page.evaluate(() => window.open('https://b.example/finestra'))).toBeNull();
    await page.locator('#elsewhere').click();
    await page.locator('#elsewhere').click({ modifiers: ['Control'] });
    const wishes = (): Promise<LogEntry[]> =>
      app.evaluate((electron) => {
        const { log } = (electron as unknown as { __standin: { log: LogEntry[] } }).__standin;
        return log.filter(({ kind }) => kind === 'window-open' || kind === 'network').map((entry) => ({ ...entry }));
      });
    const deny = { kind: 'window-open', action: 'deny' };
    await expect.poll(wishes).toEqual([
      { ...deny, url: 'https://b.example/finestra' },
      { ...deny, url: 'https://b.example/pagina' },
      { ...deny, url: 'https://b.example/pagina' },
    ]);
    expect(app.windows()).toHaveLength(1);
  });

  test('grants what both permission handlers grant', async () => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'clipboard-read'] as PermissionName[];
      const all = names.map((name) => navigator.permissions.query({ name }));
      return (await Promise.all(all)).map(({ state }) => state);
    });
    expect(states).toEqual(['denied', 'denied', 'granted']);
  });

  test('refuses insecure windows', async () => {
    const refused = await app.evaluate(({ BrowserWindow }) =>
      [{ nodeIntegration: true }, { contextIsolation: false }, { sandbox: false }, { webSecurity: false }].map(
        (webPreferences) => {
          try {
            return String(new BrowserWindow({ webPreferences }).id);
          } catch (error) {
            return (error as Error).message;
          }
        },
      ),
    );
    expect(refused).toHaveLength(4);
    for (const message of refused) expect(message).toMatch(/^stand-in: only sandboxed/);
  });

  test('runs utility processes with ES modules and kills them', async () => {
    const result = await invoke(page, 'worker', { when: new Date(7), bytes: new Uint8Array([9]) });
    expect(result).toMatchObject({
      answer: {
        data: { when: new Date(7), bytes: new Uint8Array([9]) },
        args: ['--twice'],
        environment: 'sì',
        leaks: [],
        ipc: false,
        threadHasPort: false,
      },
      killed: true,
      output: 'ricevuto\n',
    });
  });

  test('clicks menu items, also by their keys', async () => {
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('count')?.click());
    await page.keyboard.press('Control+Shift+K');
    await expect.poll(async () => (await seen()).menu).toBe(2);
  });

  test('follows the theme, the zoom and the size the app asks for', async () => {
    await app.evaluate(({ nativeTheme, BrowserWindow }) => {
      nativeTheme.themeSource = 'dark';
      const window = BrowserWindow.getAllWindows()[0];
      window?.setBounds({ width: 1000, height: 700 });
      window?.setBounds({ width: 100 });
    });
    await page.waitForFunction(() => matchMedia('(prefers-color-scheme: dark)').matches && innerWidth === 400);
    const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    expect(bounds).toMatchObject({ width: 400, height: 700 });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
    await page.waitForFunction(() => innerWidth === 200 && matchMedia('(width <= 200px)').matches);
  });

  test('remembers the bounds of a window that is maximised', async () => {
    const state = (): Promise<unknown> =>
      app.evaluate(({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows()[0];
        return [window?.isMaximized(), window?.getBounds().width, window?.getNormalBounds().width];
      });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.maximize());
    await expect.poll(state).toEqual([true, 1920, 400]);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.unmaximize());
    await expect.poll(state).toEqual([false, 400, 400]);
  });

  test('keeps secrets, prints, and answers dialogs as specs tell it to', async () => {
    const result = await app.evaluate(async ({ safeStorage, clipboard, dialog, BrowserWindow }) => {
      const { result: secret } = await safeStorage.decryptStringAsync(await safeStorage.encryptStringAsync('città'));
      await clipboard.writeText('testo');
      const window = BrowserWindow.getAllWindows()[0];
      const pdf = await window?.webContents.printToPDF({ pageSize: 'A4', generateTaggedPDF: true });
      const given = await dialog.showSaveDialog({});
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: 'rapporto.pdf' });
      const told = await dialog.showSaveDialog({});
      return [secret, await clipboard.readText(), pdf?.subarray(0, 5).toString(), given.canceled, told.filePath];
    });
    expect(result).toEqual(['città', 'testo', '%PDF-', true, 'rapporto.pdf']);
  });

  test('records what would leave the app, and lets specs play the user', async () => {
    const played = await app.evaluate(async (electron) => {
      const { shell, dialog, Notification, Tray, nativeImage } = electron;
      const { log } = (electron as unknown as { __standin: { log: LogEntry[] } }).__standin;
      const from = log.length;
      await shell.openExternal('https://d.example/');
      const { response } = await dialog.showMessageBox({ message: 'Chiudere?', buttons: ['Sì', 'No'], cancelId: 1 });
      const notification = new Notification({ title: 'Nuova richiesta', body: 'Biblioteca' });
      const clicked = new Promise((resolve) => notification.once('click', () => resolve('clicked')));
      notification.show();
      const shown = log.at(-1) as unknown as { readonly notification: NodeJS.EventEmitter };
      shown.notification.emit('click');
      const tray = new Tray(nativeImage.createEmpty());
      tray.destroy();
      const kinds = log.slice(from).map(({ kind }) => kind);
      return { kinds, response, clicked: await clicked, tray: tray.isDestroyed() };
    });
    expect(played).toEqual({
      kinds: ['open-external', 'message-box', 'notification'],
      response: 1,
      clicked: 'clicked',
      tray: true,
    });
  });

  test('a page that crashes is reported and can be loaded again', async () => {
    const reason = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const gone = new Promise((resolve) => {
        contents?.once('render-process-gone', (_event, details) => resolve(details.reason));
      });
      const loadedAgain = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(undefined)));
      contents?.forcefullyCrashRenderer();
      await loadedAgain;
      return gone;
    });
    expect(reason).toBe('crashed');
  });

  test('a window stays when the app says so', async () => {
    const destroyed = await app.evaluate(({ app, BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      const answers: unknown[] = [];
      for (const close of [() => window?.close(), () => app.quit()]) {
        window?.once('close', (event) => event.preventDefault());
        close();
        answers.push(window?.isDestroyed());
      }
      return answers;
    });
    expect(destroyed).toEqual([false, false]);
  });
});
