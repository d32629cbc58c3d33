import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, BrowserWindow as ElectronWindow, Rectangle } from 'electron';
import { app, windowClosed } from './app.ts';
import { browserLink, OFF_SCREEN } from './browser.ts';
import { DISPLAY_SIZE } from './chromium.ts';
import { ignore, preventable } from './events.ts';
import { placeWindow, readPlace, type State } from './placement.ts';
import { refuseInsecure } from './preferences.ts';
import { registry } from './registry.ts';
import { WebContents } from './web-contents.ts';

/** Electron's `BrowserWindow`, around one window of Chromium. Insecure preferences are refused. */
export class BrowserWindow
  extends EventEmitter
  implements
    Pick<
      ElectronWindow,
      | 'id'
      | 'loadURL'
      | 'getBounds'
      | 'getNormalBounds'
      | 'setBounds'
      | 'isMaximized'
      | 'maximize'
      | 'unmaximize'
      | 'isMinimized'
      | 'minimize'
      | 'restore'
      | 'isFullScreen'
      | 'setFullScreen'
      | 'show'
      | 'hide'
      | 'isVisible'
      | 'focus'
      | 'isFocused'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'setTitleBarOverlay'
      | 'setBackgroundColor'
    >
{
  static #count = 0;
  readonly id = ++BrowserWindow.#count;
  readonly webContents: WebContents;
  readonly #minimum: { readonly width: number; readonly height: number };
  #normal: Rectangle;
  #bounds: Rectangle;
  #state: State = 'normal';
  #visible: boolean;
  #applying = 0;
  /** What Chromium last said of its window. */
  #reported: State | undefined;
  #wasReady = false;
  #destroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!registry.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    refuseInsecure(options.webPreferences);
    this.#minimum = { width: options.minWidth ?? 0, height: options.minHeight ?? 0 };
    const { width = 800, height = 600 } = options;
    const x = options.x ?? Math.max(0, Math.round((DISPLAY_SIZE.width - width) / 2));
    const y = options.y ?? Math.max(0, Math.round((DISPLAY_SIZE.height - height) / 2));
    this.#normal = this.#bounds = { x, y, width, height };
    this.#visible = options.show ?? true;
    registry.windows.set(this.id, this);
    if (this.#visible) registry.focused = this;
    const gone = (): void => this.#closedByUser();
    const resized = (): void => {
      this.#measure().catch(ignore);
    };
    this.webContents = new WebContents(
      { window: this, place: () => this.#place(), gone, resized },
      options.webPreferences ?? {},
    );
    this.webContents.on('dom-ready', () => {
      if (this.#wasReady) return;
      this.#wasReady = true;
      setImmediate(() => this.emit('ready-to-show'));
    });
    app.emit('browser-window-created', preventable({}), this);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...registry.windows.values()];
  }

  static fromWebContents(contents: WebContents | undefined): BrowserWindow | null {
    return contents?.owner ?? null;
  }

  static getFocusedWindow(): BrowserWindow | null {
    return registry.focused;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  getBounds(): Rectangle {
    return { ...this.#bounds };
  }

  getNormalBounds(): Rectangle {
    return { ...this.#normal };
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const old = this.#bounds;
    const wanted = { ...old, ...bounds };
    const width = Math.max(wanted.width, this.#minimum.width);
    const height = Math.max(wanted.height, this.#minimum.height);
    this.#normal = this.#bounds = { x: wanted.x, y: wanted.y, width, height };
    this.#apply().catch(ignore);
    if (wanted.x !== old.x || wanted.y !== old.y) this.emit('move');
    if (width !== old.width || height !== old.height) this.emit('resize');
  }

  isMaximized(): boolean {
    return this.#state === 'maximized';
  }

  maximize(): void {
    this.#change('maximized', 'maximize');
  }

  unmaximize(): void {
    if (this.isMaximized()) this.#change('normal', 'unmaximize');
  }

  isMinimized(): boolean {
    return this.#state === 'minimized';
  }

  minimize(): void {
    this.#change('minimized', 'minimize');
  }

  restore(): void {
    if (this.isMinimized()) this.#change('normal', 'restore');
  }

  isFullScreen(): boolean {
    return this.#state === 'fullscreen';
  }

  setFullScreen(full: boolean): void {
    this.#change(full ? 'fullscreen' : 'normal', full ? 'enter-full-screen' : 'leave-full-screen');
  }

  show(): void {
    this.#visible = true;
    this.#apply().catch(ignore);
    this.focus();
    this.emit('show');
  }

  hide(): void {
    this.#visible = false;
    this.#apply().catch(ignore);
    this.emit('hide');
  }

  isVisible(): boolean {
    return this.#visible;
  }

  focus(): void {
    const before = registry.focused;
    registry.focused = this;
    this.webContents.page?.link.send('Page.bringToFront').catch(ignore);
    if (before === this) return;
    before?.emit('blur');
    this.emit('focus');
  }

  isFocused(): boolean {
    return registry.focused === this;
  }

  setTitleBarOverlay(_options: object): void {}

  setBackgroundColor(_color: string): void {}

  close(): void {
    if (this.#destroyed) return;
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    const { page } = this.webContents;
    if (page) browserLink().send('Target.closeTarget', { targetId: page.targetId }).catch(ignore);
    this.#closed();
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  #place(): Rectangle {
    return this.#visible ? this.#bounds : { ...this.#bounds, x: OFF_SCREEN, y: OFF_SCREEN };
  }

  async #apply(): Promise<void> {
    const { page } = this.webContents;
    if (!page) return;
    const bounds = this.#visible ? this.#normal : this.#place();
    this.#applying++;
    try {
      this.#reported = await placeWindow(page.windowId, bounds, this.#visible ? this.#state : 'normal');
    } finally {
      this.#applying--;
    }
    await this.#measure();
    this.webContents.refreshZoom();
  }

  #change(state: State, event: string): void {
    this.#state = state;
    this.#bounds = this.#normal;
    this.#apply().catch(ignore);
    this.emit(event);
  }

  /** After Chromium's window changed its size without being told by the app. */
  async #measure(): Promise<void> {
    const { page } = this.webContents;
    if (!page || !this.#visible || this.#applying > 0) return;
    const old = this.#bounds;
    const { bounds, state } = await readPlace(page.windowId, old);
    if (this.#applying > 0) return;
    if (state !== this.#reported) this.#state = this.#reported = state;
    const { x, y, width, height } = bounds;
    this.#bounds = bounds;
    if (this.#state === 'normal') this.#normal = bounds;
    if (x !== old.x || y !== old.y) this.emit('move');
    if (width === old.width && height === old.height) return;
    this.emit('resize');
    this.webContents.refreshZoom();
  }

  #closedByUser(): void {
    if (this.#destroyed) return;
    this.emit('close', preventable({}));
    this.#closed();
  }

  #closed(): void {
    this.#destroyed = true;
    registry.windows.delete(this.id);
    if (registry.focused === this) registry.focused = null;
    this.webContents.destroy();
    this.emit('closed');
    windowClosed();
  }
}
