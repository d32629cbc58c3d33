import type { BrowserWindow, NativeTheme } from 'electron';

/** The colours the window has before and around the page: the tokens `--canvas`, `--bar` and `--bar-text` (L2). */
interface Colours {
  readonly canvas: string;
  readonly bar: string;
  readonly symbols: string;
}
const LIGHT: Colours = { canvas: '#F4F6F8', bar: '#0066CC', symbols: '#FFFFFF' };
const DARK: Colours = { canvas: '#0B1826', bar: '#06101A', symbols: '#E8EEF4' };

/** Height of the blue bar, into which the window buttons are drawn (L3). */
const BAR_HEIGHT = 40;

/** The window's colours for the theme of the moment. */
export function windowColours(nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors'>): {
  readonly backgroundColor: string;
  readonly titleBarOverlay: { readonly color: string; readonly symbolColor: string; readonly height: number };
} {
  const { canvas, bar, symbols } = nativeTheme.shouldUseDarkColors ? DARK : LIGHT;
  return {
    backgroundColor: canvas,
    titleBarOverlay: { color: bar, symbolColor: symbols, height: BAR_HEIGHT },
  };
}

/** Repaints `window` whenever the theme changes, until it is closed. */
export function followTheme(
  nativeTheme: Pick<NativeTheme, 'shouldUseDarkColors' | 'on' | 'removeListener'>,
  window: Pick<BrowserWindow, 'setBackgroundColor' | 'setTitleBarOverlay' | 'once'>,
): void {
  const repaint = (): void => {
    const { backgroundColor, titleBarOverlay } = windowColours(nativeTheme);
    window.setBackgroundColor(backgroundColor);
    window.setTitleBarOverlay(titleBarOverlay);
  };
  nativeTheme.on('updated', repaint);
  window.once('closed', () => {
    nativeTheme.removeListener('updated', repaint);
  });
}
