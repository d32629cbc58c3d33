import { wordsIn } from '#shared/kernel/text.ts';
import type { WrittenLink } from '#shared/text/mask.ts';

/** Services that hide where a link leads. */
const SHORTENERS: ReadonlySet<string> = new Set(
  wordsIn(`
    bit.ly tinyurl.com t.co goo.gl ow.ly is.gd v.gd rb.gy cutt.ly shorturl.at lnkd.in buff.ly rebrand.ly t.ly
    tiny.cc urly.it qrco.de shorturl.asia n9.cl
  `),
);

/** Whether the link is one of a shortening service. */
export const isShortened = ({ host }: WrittenLink): boolean => SHORTENERS.has(host.replace(/^www\./, ''));

/** Whether the link leads to the first page of the site: no path, no query. */
export const isHomePage = ({ url }: WrittenLink): boolean =>
  /^(?:https?:\/\/)?[^/?#]+\/?(?:index\.\w+|home)?\/?$/i.test(url);
