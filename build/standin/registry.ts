import type { BrowserWindow } from './browser-window.ts';
import type { WebContents } from './web-contents.ts';

/** What the modules of the stand-in know about the running app; only they write to it. */
interface Registry {
  ready: boolean;
  quitting: boolean;
  focused: BrowserWindow | null;
  readonly windows: Map<number, BrowserWindow>;
  readonly contents: Map<number, WebContents>;
}

export const registry: Registry = {
  ready: false,
  quitting: false,
  focused: null,
  windows: new Map(),
  contents: new Map(),
};
