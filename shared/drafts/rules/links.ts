import type { WrittenLink } from '../mask.ts';

const withoutWww = (host: string): string => host.replace(/^www\./, '');

/** Whether `host` is one of the institutional `hosts` or lies below one; compared by whole labels, `www.` aside. */
export const isInstitutional = (host: string, hosts: readonly string[]): boolean =>
  hosts.some((one) => {
    const own = one.trim().toLowerCase();
    return withoutWww(host) === withoutWww(own) || host.endsWith(`.${own}`);
  });

/** Services that hide where a link leads. */
const SHORTENERS: ReadonlySet<string> = new Set([
  ...['bit.ly', 'tinyurl.com', 't.co', 'goo.gl', 'ow.ly', 'is.gd', 'v.gd', 'rb.gy', 'cutt.ly', 'shorturl.at'],
  ...['lnkd.in', 'buff.ly', 'rebrand.ly', 't.ly', 'tiny.cc', 'urly.it', 'qrco.de', 'shorturl.asia', 'n9.cl'],
]);

/** Whether the link is one of a shortening service. */
export const isShortened = ({ host }: WrittenLink): boolean => SHORTENERS.has(withoutWww(host));

/** Whether the link leads to the first page of the site: no path, no query. */
export const isHomePage = ({ url }: WrittenLink): boolean =>
  /^(?:https?:\/\/)?[^/?#]+\/?(?:index\.\w+|home)?\/?$/i.test(url);
