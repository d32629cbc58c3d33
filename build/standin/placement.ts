import type { Rectangle } from 'electron';
import { browserLink } from './browser.ts';
import { DISPLAY_SIZE } from './chromium.ts';

export type State = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

/** Where Chromium's window is and in what state; what Chromium does not tell is as in `old`. */
export async function readPlace(
  windowId: number,
  old: Rectangle,
): Promise<{ readonly bounds: Rectangle; readonly state: State }> {
  const { bounds } = await browserLink().send('Browser.getWindowBounds', { windowId });
  const { left: x = old.x, top: y = old.y, width = old.width, height = old.height, windowState = 'normal' } = bounds;
  return { bounds: { x, y, width, height }, state: windowState };
}

/** Moves Chromium's window to `bounds` and into `state`; returns the state Chromium then reports. */
export async function placeWindow(windowId: number, bounds: Rectangle, state: State): Promise<State> {
  const { x: left, y: top, width, height } = bounds;
  const set = (wanted: object): Promise<unknown> =>
    browserLink().send('Browser.setWindowBounds', { windowId, bounds: wanted });
  // The place can only be set while the window is neither large nor small.
  await set({ windowState: 'normal' });
  await set({ left, top, width, height });
  if (state === 'normal') return 'normal';
  await set({ windowState: state });
  const reported = (await readPlace(windowId, bounds)).state;
  // A bare X server has no window manager, which alone can make a window large.
  if (state !== 'minimized' && reported === 'normal') await set({ left: 0, top: 0, ...DISPLAY_SIZE });
  return reported;
}
