/** Points 2–4, 6 and 8–11: the one window, sandboxed and isolated, with nothing of the defaults weakened. */
import { join } from 'node:path';
import type { BrowserWindow, BrowserWindowConstructorOptions, NativeTheme, Screen } from 'electron';
import type { Log } from '#electron/log/log.ts';
import { createCrashLimit } from '#electron/shell/core/crashLimit.ts';
import { PAGE_GIVEN_UP } from '#electron/shell/core/problems.ts';
import { APP_PAGE } from '#electron/shell/guard/appScheme.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { followTheme, windowColours } from './theme.ts';
import { MINIMUM, placeWindow, readPlace, writePlace } from './windowPlace.ts';

interface WindowOptions {
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>;
  readonly nativeTheme: NativeTheme;
  /** The app's folder, where size and place are remembered. */
  readonly folder: string;
  readonly preload: string;
  /** Called when the page cannot be shown any more. */
  readonly onGivenUp: (problem: Problem) => void;
  readonly log: Pick<Log, 'bug' | 'note'>;
}

/**
 * Pause before reloading a crashed page for the first, second … time in a minute, in milliseconds: a reload at once has
 * ended the whole program (electron#51900).
 */
const RELOAD_PAUSES = [250, 1_000] as const;

/** Opens the window where it was left and shows it as soon as the page is painted. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const file = join(options.folder, 'finestra.json');
  const saved = readPlace(file);
  const main = options.screen.getPrimaryDisplay();
  const others = options.screen.getAllDisplays().filter(({ id }) => id !== main.id);
  const window = new options.BrowserWindow({
    ...placeWindow(
      saved,
      [main, ...others].map(({ workArea }) => workArea),
    ),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    title: 'Avvisi PuntoSi',
    titleBarStyle: 'hidden',
    ...windowColours(options.nativeTheme),
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      webviewTag: false,
      // The spell checker would fetch its dictionaries from the network.
      spellcheck: false,
    },
  });
  followTheme(options.nativeTheme, window);
  window.once('ready-to-show', () => {
    if (saved?.maximized) window.maximize();
    window.show();
  });
  window.on('close', () => writePlace(file, { ...window.getNormalBounds(), maximized: window.isMaximized() }));
  keepPageAlive(window, options);
  window.loadURL(APP_PAGE).catch((cause: unknown) => {
    options.log.bug('pagina', cause);
    options.onGivenUp(PAGE_GIVEN_UP);
  });
  return window;
}

function keepPageAlive(window: BrowserWindow, { onGivenUp, log }: Pick<WindowOptions, 'onGivenUp' | 'log'>): void {
  const crashes = createCrashLimit(RELOAD_PAUSES);
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log.note(`la pagina è finita da sola: ${reason}`);
    const pause = crashes.pauseAfterCrash();
    if (pause === undefined) {
      onGivenUp(PAGE_GIVEN_UP);
      return;
    }
    setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload();
    }, pause);
  });
}

/** Brings `window` to the front, also from the taskbar. */
export function showWindow(window: BrowserWindow | undefined): void {
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
