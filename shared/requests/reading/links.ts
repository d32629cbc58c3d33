import {
  type FoundUrl,
  findUrls,
  isOneOfHosts,
  pageKey,
  parseWebAddress,
  withoutFinalMarks,
  withoutTracking,
  withScheme,
} from '#shared/text/addresses.ts';
import { matchesOf } from '#shared/text/plainForm.ts';

/** A web page a request may speak of. */
export interface LinkCandidate {
  /** With its scheme (https when none was written) and without tracking parameters. */
  readonly url: string;
  /** The same for all spellings of one page. */
  readonly page: string;
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
const BARE_PATTERNS = new WeakMap<readonly string[], RegExp>();

/** What the institutional hosts look like when written without scheme; made once for a profile. */
function barePattern(hosts: readonly string[]): RegExp {
  const known = BARE_PATTERNS.get(hosts);
  if (known !== undefined) return known;
  const names = [...new Set(hosts.flatMap((host) => [host, host.replace(/^www\./, '')]))].map(escaped);
  const any = names.length === 0 ? '(?!)' : names.join('|');
  const pattern = new RegExp(`(?<![\\w@./-])(?:${any})(?:/[^\\s<>"«»]{0,2000})?(?![\\w@-])`, 'gi');
  BARE_PATTERNS.set(hosts, pattern);
  return pattern;
}

/** Addresses of the institutional hosts written without scheme and without `www`. */
function bareAddresses(text: string, hosts: readonly string[]): readonly FoundUrl[] {
  return matchesOf(barePattern(hosts), text).map((match) => {
    const url = withoutFinalMarks(match[0]);
    return { url, from: match.index, to: match.index + url.length };
  });
}

/** Every link of a text in order of place; social networks, shorteners, trackers and the like are left out. */
export function locateLinks(text: string, hosts: readonly string[]): readonly LinkCandidate[] {
  const bare = bareAddresses(text, hosts);
  const found = bare.length === 0 ? findUrls(text) : [...findUrls(text), ...bare].sort((a, b) => a.from - b.from);
  return found.flatMap(({ url, from, to }) => {
    const address = parseWebAddress(url);
    if (address === undefined || isOneOfHosts(address.host, NOISE_HOSTS) || NOISE_PATH.test(address.path)) return [];
    const institutional = isOneOfHosts(address.host, hosts);
    const home = HOME_PATH.test(address.path);
    const rank = rankOf(institutional, home, address.path, text.slice(Math.max(0, from - 60), from));
    const full = withoutTracking(withScheme(url));
    return [{ url: full, page: pageKey(url), from, to, institutional, home, rank }];
  });
}

/** The most likely news item first, each page once; institutional pages come before all others (P11). */
export function rankLinks(located: readonly LinkCandidate[]): readonly LinkCandidate[] {
  const byPage = new Map<string, LinkCandidate>();
  for (const link of located) {
    const known = byPage.get(link.page);
    if (known === undefined || known.rank < link.rank) byPage.set(link.page, link);
  }
  return [...byPage.values()].sort((a, b) => b.rank - a.rank || a.from - b.from);
}

/** The candidates that can be the news item of a request: institutional pages other than the front page. */
export const newsLinks = (links: readonly LinkCandidate[]): readonly LinkCandidate[] =>
  links.filter((link) => link.institutional && !link.home);
