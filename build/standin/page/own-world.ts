import type { WindowWish } from './messages.ts';

/**
 * What the page's own world needs: a wish for another window becomes a message, and no window opens.
 * Runs as text inside the page and must stay self-contained.
 */
export function refuseWindows(event: string): void {
  const dispatch = window.dispatchEvent.bind(window);
  const Custom = CustomEvent;
  const tell = (wish: WindowWish): void => {
    dispatch(new Custom(event, { detail: wish }));
  };
  window.open = (url = 'about:blank') => {
    tell({ url: new URL(url, location.href).href, disposition: 'foreground-tab' });
    return null;
  };
  const linkOf = (click: MouseEvent): HTMLAnchorElement | HTMLAreaElement | undefined =>
    click.composedPath().find((node) => node instanceof HTMLAnchorElement || node instanceof HTMLAreaElement);
  const watch = (click: MouseEvent): void => {
    const link = linkOf(click);
    if (!link?.href || click.defaultPrevented) return;
    const aside = click.button === 1 || click.ctrlKey || click.metaKey;
    const elsewhere = link.target !== '' && !['_self', '_top', '_parent'].includes(link.target);
    if (click.button > 1 || !(aside || click.shiftKey || elsewhere)) return;
    click.preventDefault();
    const disposition = aside ? 'background-tab' : click.shiftKey ? 'new-window' : 'foreground-tab';
    tell({ url: link.href, disposition });
  };
  window.addEventListener('click', watch);
  window.addEventListener('auxclick', watch);
}
