import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow, BrowserWindowConstructorOptions, NativeTheme, Rectangle, Screen } from 'electron';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openWindow, showWindow } from '#electron/shell/window/window.ts';
import { MINIMUM, placeWindow, readPlace } from '#electron/shell/window/windowPlace.ts';
import type { Problem } from '#shared/kernel/problem.ts';

const AREA: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 };

describe('placeWindow', () => {
  const saved = (place: Partial<Rectangle>) => ({
    x: 100,
    y: 80,
    width: 1200,
    height: 800,
    maximized: false,
    ...place,
  });

  it('centres the first window on the main screen', () => {
    expect(placeWindow(undefined, [AREA])).toEqual({ x: 277, y: 136, width: 1366, height: 768 });
  });

  it('keeps a place that is still on a screen', () => {
    expect(placeWindow(saved({}), [AREA])).toEqual({ x: 100, y: 80, width: 1200, height: 800 });
    const second: Rectangle = { x: 1920, y: 0, width: 1280, height: 984 };
    expect(placeWindow(saved({ x: 1950 }), [AREA, second])).toEqual({ x: 1950, y: 80, width: 1200, height: 800 });
  });

  it('goes back to the main screen when its own is gone', () => {
    expect(placeWindow(saved({ x: 2500 }), [AREA])).toEqual({ x: 277, y: 136, width: 1366, height: 768 });
  });

  it('moves a window that hangs out back in', () => {
    expect(placeWindow(saved({ x: -600, y: -50 }), [AREA])).toEqual({ x: 0, y: 0, width: 1200, height: 800 });
    expect(placeWindow(saved({ x: 1800, y: 900 }), [AREA])).toEqual({ x: 720, y: 240, width: 1200, height: 800 });
  });

  it('never leaves the upper left corner off screen, and never is smaller than the screens allow', () => {
    const size = fc.integer({ min: 300, max: 4000 });
    const place = fc.integer({ min: -5000, max: 5000 });
    const rectangle = fc.record({ x: place, y: place, width: size, height: size });
    fc.assert(
      fc.property(fc.option(rectangle), fc.array(rectangle, { minLength: 1, maxLength: 3 }), (before, areas) => {
        const found = placeWindow(before ? { ...before, maximized: false } : undefined, areas);
        expect(found.width).toBeGreaterThanOrEqual(MINIMUM.width);
        expect(found.height).toBeGreaterThanOrEqual(MINIMUM.height);
        const home = areas.filter(
          (area) =>
            found.x >= area.x &&
            found.y >= area.y &&
            (found.x === area.x || found.x + found.width <= area.x + area.width) &&
            (found.y === area.y || found.y + found.height <= area.y + area.height),
        );
        expect(home).not.toEqual([]);
      }),
    );
  });
});

describe('openWindow', () => {
  let folder: string;
  beforeEach(() => {
    vi.useFakeTimers();
    folder = mkdtempSync(join(tmpdir(), 'puntosi-window-'));
  });
  afterEach(() => {
    vi.useRealTimers();
    rmSync(folder, { recursive: true, force: true });
  });

  const theme = (dark: boolean) => Object.assign(new EventEmitter(), { shouldUseDarkColors: dark });

  function open(nativeTheme = theme(false), loads = true) {
    const made: { options: BrowserWindowConstructorOptions; window: ReturnType<typeof fake> }[] = [];
    const fake = () =>
      Object.assign(new EventEmitter(), {
        webContents: Object.assign(new EventEmitter(), { reload: vi.fn() }),
        loadURL: vi.fn(() => (loads ? Promise.resolve() : Promise.reject(new Error('ERR_FAILED')))),
        show: vi.fn(),
        maximize: vi.fn(),
        getNormalBounds: () => ({ x: 10, y: 20, width: 1100, height: 750 }),
        isMaximized: () => true,
        isDestroyed: () => false,
        setBackgroundColor: vi.fn(),
        setTitleBarOverlay: vi.fn(),
      });
    class Window {
      constructor(options: BrowserWindowConstructorOptions) {
        const window = fake();
        made.push({ options, window });
        Object.assign(this, window);
        // biome-ignore lint/correctness/noConstructorReturn: the fake stands for Electron's class.
        return window as unknown as Window;
      }
    }
    const problems: Problem[] = [];
    const log = { bug: vi.fn(), note: vi.fn() };
    const display = { id: 1, workArea: AREA };
    openWindow({
      BrowserWindow: Window as unknown as new (options: BrowserWindowConstructorOptions) => BrowserWindow,
      screen: { getAllDisplays: () => [display], getPrimaryDisplay: () => display } as unknown as Screen,
      nativeTheme: nativeTheme as unknown as NativeTheme,
      folder,
      preload: '/out/preload.cjs',
      onGivenUp: (problem) => problems.push(problem),
      log,
    });
    const [{ options, window } = { options: {}, window: fake() }] = made;
    return { options, window, problems, log };
  }

  it('shows the window only once it is painted, at the remembered place', () => {
    writeFileSync(join(folder, 'finestra.json'), '{"x":10,"y":20,"width":1100,"height":750,"maximized":true}');
    const { options, window } = open();
    expect(options).toMatchObject({
      x: 10,
      y: 20,
      width: 1100,
      height: 750,
      show: false,
      minWidth: 1024,
      minHeight: 700,
    });
    expect(window.loadURL).toHaveBeenCalledExactlyOnceWith('app://bundle/index.html');
    expect(window.show).not.toHaveBeenCalled();
    window.emit('ready-to-show');
    expect(window.maximize).toHaveBeenCalledOnce();
    expect(window.show).toHaveBeenCalledOnce();
  });

  it.each(['', '{', '{"x":"a"}', '[]'])('starts at the first size when its file holds %j', (content) => {
    writeFileSync(join(folder, 'finestra.json'), content);
    expect(open().options).toMatchObject({ width: 1366, height: 768 });
  });

  it('remembers size and place when it closes', () => {
    const { window } = open();
    window.emit('close');
    const file = join(folder, 'finestra.json');
    expect(readPlace(file)).toEqual({ x: 10, y: 20, width: 1100, height: 750, maximized: true });
    expect(readFileSync(file, 'utf8')).not.toBe('');
  });

  it('has the colours of the theme, and changes them with it until it is closed', () => {
    const nativeTheme = theme(false);
    const { options, window } = open(nativeTheme);
    expect([options.backgroundColor, options.titleBarOverlay]).toEqual([
      '#F4F6F8',
      { color: '#0066CC', symbolColor: '#FFFFFF', height: 40 },
    ]);
    nativeTheme.shouldUseDarkColors = true;
    nativeTheme.emit('updated');
    expect(window.setBackgroundColor).toHaveBeenCalledExactlyOnceWith('#0B1826');
    expect(window.setTitleBarOverlay).toHaveBeenCalledExactlyOnceWith({
      color: '#06101A',
      symbolColor: '#E8EEF4',
      height: 40,
    });
    window.emit('closed');
    expect(nativeTheme.listenerCount('updated')).toBe(0);
  });

  it('loads a crashed page again, and gives up after three crashes in a minute', async () => {
    const { window, problems, log } = open();
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(window.webContents.reload).not.toHaveBeenCalled();
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await vi.advanceTimersByTimeAsync(200);
    expect(window.webContents.reload, 'a reload at once').not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(50);
    expect(window.webContents.reload).toHaveBeenCalledOnce();
    for (let crash = 1; crash < 3; crash++) {
      window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(window.webContents.reload).toHaveBeenCalledTimes(2);
    expect(problems.map(({ code }) => code)).toEqual(['page-given-up']);
    expect(log.note.mock.calls.flat()).toEqual(Array(3).fill('la pagina è finita da sola: crashed'));
  });

  it('tells when the page cannot be loaded at all', async () => {
    const { problems, log } = open(theme(false), false);
    await vi.advanceTimersByTimeAsync(0);
    expect(problems.map(({ code }) => code)).toEqual(['page-given-up']);
    expect(log.bug).toHaveBeenCalledExactlyOnceWith('pagina', expect.any(Error));
  });
});

describe('showWindow', () => {
  it('brings a minimised window back and to the front', () => {
    const calls: string[] = [];
    const record = (name: string) => () => calls.push(name);
    const window = {
      isMinimized: () => true,
      restore: record('restore'),
      show: record('show'),
      focus: record('focus'),
    };
    showWindow(window as unknown as BrowserWindow);
    expect(calls).toEqual(['restore', 'show', 'focus']);
    showWindow(undefined);
  });
});
