import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { OpenedPage } from './browser.ts';
import type { Link } from './connection.ts';
import { ignore } from './events.ts';
import { menuKeys } from './menu.ts';
import { emulatedMedia } from './native-theme.ts';
import type { FromPage, ToPage } from './page/messages.ts';
import { BINDING, ownWorldSource, PRELOAD_WORLD, preloadWorldSource, RECEIVER } from './page/scripts.ts';
import type { PausedRequest } from './requests.ts';

/** What a page reports to the window's contents. */
export interface PageListener {
  readonly message: (message: FromPage, reply: (message: ToPage) => void) => void;
  readonly request: (request: PausedRequest) => void;
  readonly documentReady: () => void;
  readonly loaded: () => void;
  readonly crashed: () => void;
}

/** A page of Chromium with the preload world inside. */
export interface Page {
  readonly link: Link;
  readonly targetId: string;
  readonly windowId: number;
  /** The address in the window, as Chromium knows it. */
  readonly url: () => string;
  readonly isMainFrame: (frameId: string) => boolean;
  /** Gives a message to the preload of the document now shown, if there is one. */
  readonly post: (message: ToPage) => void;
}

function readPreload(path: string | undefined): string {
  if (path === undefined) return '';
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    console.error(`Unable to load preload script: ${path}`, error);
    return '';
  }
}

const isBlank = (url: string): boolean => url === '' || url === 'about:blank' || url.startsWith('data:text/html,');

/** Prepares the empty page of a fresh window: from its next document on, preload and interception are in place. */
export async function preparePage(
  opened: OpenedPage,
  preload: string | undefined,
  listener: PageListener,
): Promise<Page> {
  const { link, targetId, windowId } = opened;
  const secret = randomBytes(16).toString('hex');
  const contexts = new Map<number, string>();
  let url = 'about:blank';
  let mainFrame = targetId;
  const deliver = (context: number, message: ToPage): void => {
    const text = JSON.stringify(JSON.stringify(message));
    link.send('Runtime.evaluate', { expression: `${RECEIVER}(${text})`, contextId: context }).catch(ignore);
  };
  const page: Page = {
    link,
    targetId,
    windowId,
    url: () => url,
    isMainFrame: (frameId) => frameId === mainFrame,
    post: (message) => {
      for (const [context, frame] of contexts) if (frame === mainFrame) deliver(context, message);
    },
  };

  link.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = (context.auxData ?? {}) as { readonly frameId?: string };
    if (context.name === PRELOAD_WORLD && frameId !== undefined) contexts.set(context.id, frameId);
  });
  link.on('Runtime.executionContextDestroyed', ({ executionContextId }) => contexts.delete(executionContextId));
  link.on('Runtime.executionContextsCleared', () => contexts.clear());
  link.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== BINDING) return;
    listener.message(JSON.parse(payload) as FromPage, (message) => deliver(executionContextId, message));
  });
  link.on('Page.frameNavigated', ({ frame }) => {
    if (frame.parentId) return;
    mainFrame = frame.id;
    url = frame.url + (frame.urlFragment ?? '');
  });
  link.on('Page.navigatedWithinDocument', (event) => {
    if (event.frameId === mainFrame) url = event.url;
  });
  link.on('Page.domContentEventFired', () => {
    if (isBlank(url)) return;
    page.post({ kind: 'accelerators', keys: menuKeys() });
    listener.documentReady();
  });
  link.on('Page.loadEventFired', () => {
    if (!isBlank(url)) listener.loaded();
  });
  link.on('Page.javascriptDialogOpening', ({ type }) => {
    link.send('Page.handleJavaScriptDialog', { accept: type === 'beforeunload' }).catch(ignore);
  });
  link.on('Inspector.targetCrashed', listener.crashed);
  link.on('Fetch.requestPaused', listener.request);

  const source = preloadWorldSource(secret, preload ?? 'standin-preload.js', readPreload(preload));
  await Promise.all([
    link.send('Page.enable'),
    link.send('Runtime.enable'),
    link.send('Inspector.enable'),
    link.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    link.send('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD }),
    link.send('Page.addScriptToEvaluateOnNewDocument', { source: ownWorldSource(secret) }),
    link.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: PRELOAD_WORLD }),
    link.send('Emulation.setEmulatedMedia', emulatedMedia()),
    link.send('Runtime.runIfWaitingForDebugger').catch(ignore),
  ]);
  return page;
}
