import { EventEmitter } from 'node:events';
import type { WebContents as ElectronContents, PrintToPDFOptions, Rectangle, WebPreferences } from 'electron';
import { app } from './app.ts';
import { openPage } from './browser.ts';
import type { BrowserWindow } from './browser-window.ts';
import { codec } from './codec.ts';
import { ignore, preventable } from './events.ts';
import { answerInvocation } from './ipc-main.ts';
import { record } from './log.ts';
import { pressMenuKey } from './menu.ts';
import type { FromPage, ToPage, WindowWish } from './page/messages.ts';
import { type Page, preparePage } from './page.ts';
import { printToPdf } from './print.ts';
import { registry } from './registry.ts';
import { answerRequest, type PausedRequest, resourceTypeOf } from './requests.ts';
import { fromBrowser, toBrowser } from './schemes.ts';
import { type Session, session } from './session.ts';
import { WebFrameMain } from './web-frame.ts';
import { applyZoom } from './zoom.ts';

type WindowOpenHandler = Parameters<ElectronContents['setWindowOpenHandler']>[0];

/** What the contents need of the window around them. */
export interface WindowFrame {
  readonly window: BrowserWindow;
  /** Where Chromium's window is to be made. */
  readonly place: () => Rectangle;
  readonly gone: () => void;
  readonly resized: () => void;
}

const withoutFragment = (url: string): string => url.replace(/#.*$/s, '');

/** Electron's `WebContents`. Chromium's window is made at the first `loadURL`. */
export class WebContents
  extends EventEmitter
  implements
    Pick<
      ElectronContents,
      | 'id'
      | 'send'
      | 'getURL'
      | 'loadURL'
      | 'reload'
      | 'close'
      | 'isDestroyed'
      | 'printToPDF'
      | 'setZoomFactor'
      | 'getZoomFactor'
      | 'setWindowOpenHandler'
      | 'forcefullyCrashRenderer'
    >
{
  static #count = 0;
  readonly id = ++WebContents.#count;
  readonly session: Session = session.defaultSession;
  readonly mainFrame: WebFrameMain;
  /** The stand-in's own: the page behind the contents, once there is one. */
  page: Page | undefined;
  readonly #frame: WindowFrame;
  readonly #preload: string | undefined;
  #opening: Promise<Page> | undefined;
  #expected: string | undefined;
  #windowOpen: WindowOpenHandler = () => ({ action: 'deny' });
  #zoom = 1;
  #destroyed = false;

  constructor(frame: WindowFrame, preferences: WebPreferences) {
    super();
    this.setMaxListeners(0);
    this.#frame = frame;
    this.#preload = preferences.preload;
    const address = (): string => fromBrowser(this.page?.url() ?? 'about:blank');
    this.mainFrame = new WebFrameMain(this.id, address, () => this.#destroyed);
    registry.contents.set(this.id, this);
    app.emit('web-contents-created', preventable({}), this);
  }

  static getAllWebContents(): WebContents[] {
    return [...registry.contents.values()];
  }

  static fromId(id: number): WebContents | undefined {
    return registry.contents.get(id);
  }

  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return WebContents.getAllWebContents().find((contents) => contents.page?.targetId === targetId);
  }

  /** The window that holds these contents. */
  get owner(): BrowserWindow {
    return this.#frame.window;
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpen = handler;
  }

  getURL(): string {
    const { url } = this.mainFrame;
    return url === 'about:blank' || url.startsWith('data:') ? '' : url;
  }

  async loadURL(url: string): Promise<void> {
    const address = toBrowser(url);
    const { link } = await this.#open();
    await this.session.decidePermissions(this as unknown as ElectronContents, url);
    this.#expected = withoutFragment(address);
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', resolve));
    const { errorText } = await link.send('Page.navigate', { url: address });
    if (errorText) {
      const code = errorText.replace('net::', '');
      this.emit('did-fail-load', {}, -2, code, url, true);
      throw Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, errno: -2, url });
    }
    await loaded;
  }

  reload(): void {
    this.#expected = withoutFragment(this.page?.url() ?? '');
    this.page?.link.send('Page.reload').catch(ignore);
  }

  send(channel: string, ...args: unknown[]): void {
    this.page?.post({ kind: 'event', channel, data: codec.encode(args) });
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    if (!this.page) throw new Error('stand-in: load a page before printing it');
    return printToPdf(this.page.link, options);
  }

  setZoomFactor(factor: number): void {
    this.#zoom = factor;
    if (this.page) applyZoom(this.page.link, factor).catch(ignore);
  }

  getZoomFactor(): number {
    return this.#zoom;
  }

  /** The stand-in's own: after the window changed its size. */
  refreshZoom(): void {
    if (this.#zoom !== 1) this.setZoomFactor(this.#zoom);
  }

  forcefullyCrashRenderer(): void {
    this.page?.link.send('Page.crash').catch(ignore);
  }

  close(): void {
    this.owner.close();
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** The stand-in's own: called by the window when it is gone. */
  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    registry.contents.delete(this.id);
    this.emit('destroyed');
  }

  #open(): Promise<Page> {
    this.#opening ??= (async () => {
      const opened = await openPage(this.#frame.place(), this.#frame.gone);
      const page = await preparePage(opened, this.#preload, {
        message: (message, reply) => this.#receive(message, reply),
        request: (paused) => this.#request(paused),
        documentReady: () => this.emit('dom-ready', {}),
        loaded: () => this.emit('did-finish-load', {}),
        crashed: () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
      });
      this.page = page;
      return page;
    })();
    return this.#opening;
  }

  #mayNavigate(url: string, paused: PausedRequest): boolean {
    const isMainFrame = this.page?.isMainFrame(paused.frameId) ?? true;
    const event = preventable({ url, isMainFrame, isSameDocument: false, frame: isMainFrame ? this.mainFrame : null });
    if (paused.redirectedRequestId) {
      this.emit('will-redirect', event, url, false, isMainFrame);
      return !event.defaultPrevented;
    }
    if (isMainFrame && this.#expected === withoutFragment(paused.request.url)) {
      this.#expected = undefined;
      return true;
    }
    this.emit('will-frame-navigate', event);
    if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }

  #request(paused: PausedRequest): void {
    if (!this.page) return;
    const { link } = this.page;
    const resourceType = resourceTypeOf(paused, this.page.isMainFrame(paused.frameId));
    const { method, headers } = paused.request;
    const common = {
      id: 0,
      method,
      resourceType,
      referrer: headers.Referer ?? '',
      timestamp: Date.now(),
      uploadData: [],
    };
    answerRequest(paused, {
      link,
      mayNavigate: (url) => this.#mayNavigate(url, paused),
      cancels: (url) => this.session.cancels({ ...common, url, webContentsId: this.id }),
    }).catch(ignore);
  }

  #receive(message: FromPage, reply: (message: ToPage) => void): void {
    switch (message.kind) {
      case 'invoke':
        answerInvocation(this, message).then(reply, ignore);
        break;
      case 'open':
        this.#refuseWindow(message);
        break;
      case 'accelerator':
        pressMenuKey(message.key, this.owner);
        break;
      case 'resized':
        this.#frame.resized();
        break;
      case 'preload-error': {
        const error = Object.assign(new Error(message.message), { stack: message.stack });
        this.emit('preload-error', {}, this.#preload, error);
      }
    }
  }

  #refuseWindow(wish: WindowWish): void {
    const url = fromBrowser(wish.url);
    const referrer = { url: this.getURL(), policy: 'strict-origin-when-cross-origin' } as const;
    const { disposition } = wish;
    const { action } = this.#windowOpen({ url, frameName: '', features: '', disposition, referrer });
    record('window-open', { url, action });
    if (action === 'allow') throw new Error('stand-in: pages cannot open windows; answer { action: "deny" }');
  }
}
