import type { ProxySettings } from './systemFetch.ts';

const isExcepted = (host: string, port: number, exception: string): boolean => {
  const [name = '', exactly] = exception.trim().toLowerCase().split(':');
  if (name === '' || (exactly !== undefined && Number(exactly) !== port)) return false;
  if (name === '*') return true;
  const bare = name.replace(/^\*?\./, '');
  return host === bare || host.endsWith(`.${bare}`);
};

/**
 * The address of the proxy a connection of its own (no page) goes through by these settings, or `undefined` where it goes
 * straight: the one for encrypted pages, unless `NO_PROXY` names the host. Capitals of the names do not count.
 */
export function proxyOf(settings: ProxySettings, host: string, port: number): string | undefined {
  const said = (name: string): string | undefined => settings[name.toLowerCase()] || settings[name] || undefined;
  const exceptions = said('NO_PROXY')?.split(/[\s,]+/) ?? [];
  if (exceptions.some((exception) => isExcepted(host.toLowerCase(), port, exception))) return undefined;
  const proxy = said('HTTPS_PROXY');
  return proxy !== undefined && URL.canParse(proxy) ? proxy : undefined;
}
