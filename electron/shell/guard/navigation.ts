/** Points 11–14: the page never leaves `app://bundle/`, opens no window and embeds no foreign page. */
import type { App, WebContents } from 'electron';
import { APP_ORIGIN } from './appScheme.ts';

const isOwnPage = (url: string): boolean => url.startsWith(`${APP_ORIGIN}/`);

/**
 * Guards one page. A link meant for a new window goes to `openLink`, which decides whether it opens in the browser;
 * the window itself is always denied.
 */
function guardContents(
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>,
  openLink: (url: string) => void,
): void {
  const keep = (details: { readonly url: string; preventDefault(): void }): void => {
    if (!isOwnPage(details.url)) details.preventDefault();
  };
  contents.on('will-navigate', keep);
  contents.on('will-frame-navigate', keep);
  contents.on('will-redirect', keep);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openLink(url);
    return { action: 'deny' };
  });
}

/** Guards every page the app ever makes. */
export function installNavigation(app: Pick<App, 'on'>, openLink: (url: string) => void): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, openLink));
}
