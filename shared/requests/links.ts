import { findUrls, isOneOfHosts, pageKey, parseWebAddress, withoutFinalMarks, withoutTracking } from './urls.ts';

/** A web page a request may speak of. */
export interface LinkCandidate {
  /** With its scheme (https when none was written) and without tracking parameters. */
  readonly url: string;
  /** Where it stands in the text; UTF-16 indexes. */
  readonly from: number;
  readonly to: number;
  /** On one of the institutional hosts (P11, P22). */
  readonly institutional: boolean;
  /** The front page of a site: it says nothing of the news. */
  readonly home: boolean;
  /** The higher, the more likely the news item. */
  readonly rank: number;
}

/** Pages that are never the news: social networks, shorteners, calls, maps, shops, mail tools. */
const NOISE_HOSTS = [
  'facebook.com',
  'fb.com',
  'fb.me',
  'instagram.com',
  'twitter.com',
  'x.com',
  't.co',
  'linkedin.com',
  'lnkd.in',
  'youtube.com',
  'youtu.be',
  't.me',
  'telegram.me',
  'wa.me',
  'whatsapp.com',
  'tiktok.com',
  'bit.ly',
  'tinyurl.com',
  'goo.gl',
  'maps.app.goo.gl',
  'aka.ms',
  'ow.ly',
  'is.gd',
  'cutt.ly',
  'zoom.us',
  'teams.microsoft.com',
  'meet.google.com',
  'google.com',
  'apple.com',
  'microsoft.com',
  'mailchimp.com',
  'list-manage.com',
  'eepurl.com',
  'avast.com',
  'avg.com',
];
const NOISE_PATH = /(?:unsubscribe|disiscri|privacy|cookie|opt-?out|list-manage|\/track(?:ing)?\/|pixel)/i;
const NEWS_PATH =
  /\/(?:novita|notizi[ae]|news|comunicat[io]|avvis[io]|event[io]|vivere|articol[oi]|in-?evidenza|primo-?piano)(?:[/\-_.?]|$)/i;
const FILE_PATH = /\.(?:pdf|docx?|odt|xlsx?|jpe?g|png|zip|p7m)(?:[?#]|$)/i;
const HOME_PATH = /^\/?(?:(?:it|home|index\.(?:html?|php|aspx?)|homepage)\/?)?(?:[?#].*)?$/i;
const LINK_LABEL = /(?:link|url|notizia|pagina|news|articolo)[^:\n]{0,40}:[\s<*]{0,4}$/i;

function rankOf(institutional: boolean, home: boolean, path: string, before: string): number {
  if (!institutional) return 0;
  if (home) return 1;
  const kind = NEWS_PATH.test(path) ? 20 : FILE_PATH.test(path) ? -5 : 0;
  return 10 + kind + (LINK_LABEL.test(before) ? 40 : 0);
}

const escaped = (host: string): string => host.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Addresses of the institutional hosts written without scheme and without `www`. */
function bareAddresses(text: string, hosts: readonly string[]): readonly { url: string; from: number; to: number }[] {
  const names = [...new Set(hosts.flatMap((host) => [host, host.replace(/^www\./, '')]))].map(escaped);
  if (names.length === 0) return [];
  const pattern = new RegExp(`(?<![\\w@./-])(?:${names.join('|')})(?:/[^\\s<>"«»]{0,2000})?(?![\\w@-])`, 'gi');
  return [...text.matchAll(pattern)].map((match) => {
    const url = withoutFinalMarks(match[0]);
    return { url, from: match.index, to: match.index + url.length };
  });
}

/**
 * The pages a text links to, the most likely news item first, each page once. Institutional pages come before all
 * others (P11); social networks, shorteners, trackers and the like are left out.
 */
export function findLinks(text: string, hosts: readonly string[]): readonly LinkCandidate[] {
  const byPage = new Map<string, LinkCandidate>();
  const found = [...findUrls(text), ...bareAddresses(text, hosts)].sort((a, b) => a.from - b.from);
  for (const { url, from, to } of found) {
    const address = parseWebAddress(url);
    if (address === undefined || isOneOfHosts(address.host, NOISE_HOSTS) || NOISE_PATH.test(address.path)) continue;
    const institutional = isOneOfHosts(address.host, hosts);
    const home = HOME_PATH.test(address.path);
    const rank = rankOf(institutional, home, address.path, text.slice(Math.max(0, from - 60), from));
    const full = withoutTracking(/^https?:/i.test(url) ? url : `https://${url}`);
    const known = byPage.get(pageKey(url));
    if (known === undefined || known.rank < rank)
      byPage.set(pageKey(url), { url: full, from, to, institutional, home, rank });
  }
  return [...byPage.values()].sort((a, b) => b.rank - a.rank || a.from - b.from);
}

/** The candidates that can be the news item of a request: institutional pages other than the front page. */
export const newsLinks = (links: readonly LinkCandidate[]): readonly LinkCandidate[] =>
  links.filter((link) => link.institutional && !link.home);
