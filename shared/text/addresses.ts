import { matchesOf } from './plainForm.ts';

/** How an address begins in a text: with its scheme, or with `www.`; source of a regular expression. */
export const ADDRESS_START = '(?:https?:\\/\\/|www\\.)';
/** A web address in a text, with the marks that close the sentence after it; source of a regular expression with flags `iu`. */
export const RAW_ADDRESS =
  '(?:https?:\\/\\/|\\bwww\\.(?=[a-z0-9]))[^\\s<>"«»“”|\\\\^`{}\\p{Extended_Pictographic}]{2,4000}';

/** A web address taken apart; `host` is lower case, `path` includes the query. */
export interface WebAddress {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly path: string;
}

const TRACKING = /^(?:utm_[a-z_]+|fbclid|gclid|mc_cid|mc_eid|igshid)=/i;

/**
 * The parts of a web address written with or without its scheme, or `undefined` for what a browser would read
 * differently from a person: a name before `@`, letters outside a host's alphabet, escapes in the host.
 */
export function parseWebAddress(text: string): WebAddress | undefined {
  const match = /^(?:(https?):\/\/)?([a-z0-9.-]{1,253})(?::\d{1,5})?([/?#].*)?$/i.exec(text);
  const host = match?.[2]?.toLowerCase();
  if (!match || !host?.includes('.') || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(host)) return undefined;
  return { scheme: match[1]?.toLowerCase() === 'http' ? 'http' : 'https', host, path: match[3] ?? '' };
}

/** The address without the parameters that follow readers about. */
export function withoutTracking(url: string): string {
  const [, base = url, query, hash = ''] = /^([^?#]*)\?([^#]*)(#.*)?$/.exec(url) ?? [];
  if (query === undefined) return url;
  const kept = query.split('&').filter((parameter) => !TRACKING.test(parameter));
  return `${base}${kept.length > 0 ? `?${kept.join('&')}` : ''}${hash}`;
}

const stripWww = (host: string): string => (host.startsWith('www.') ? host.slice(4) : host);

/** Whether `host` is one of `hosts` or lies below one, by whole labels; a leading `www` makes no difference. */
export function isOneOfHosts(host: string, hosts: readonly string[]): boolean {
  const bare = stripWww(host);
  return hosts.some((known) => {
    const wanted = known.toLowerCase();
    return bare === stripWww(wanted) || host.endsWith(`.${wanted}`);
  });
}

/** The same for two addresses of one page: no scheme, no `www`, no place inside the page, no slash at the end. */
export function pageKey(url: string): string {
  const address = parseWebAddress(url);
  if (address === undefined) return url;
  const path = withoutTracking(address.path)
    .replace(/#.*$/, '')
    .replace(/\/+(?=\?|$)/, '');
  return stripWww(address.host) + path;
}

/** The address with a scheme, `https` when none was written. */
export const withScheme = (url: string): string => (/^https?:/i.test(url) ? url : `https://${url}`);

/** A web address as it stands in a text. */
export interface FoundUrl {
  readonly url: string;
  readonly from: number;
  readonly to: number;
}

const IN_TEXT = new RegExp(RAW_ADDRESS, 'giu');
const BRACKETED = /\s?<((?:https?:\/\/|mailto:)[^\s<>]{3,2000})>/gi;
const BROKEN = /<https?:\/\/[^<> ]{4,2000}>/gi;
const FINAL_MARK = /[.,;:!?'’"”»*_~\]>…]/;

const count = (text: string, mark: string): number => text.split(mark).length - 1;

/** Where an address ends: sentence marks and closing brackets it did not open are not its own. */
export function withoutFinalMarks(url: string): string {
  let end = url.length;
  let unopened = count(url, ')') - count(url, '(');
  for (; end > 0; end--) {
    const last = url.charAt(end - 1);
    if (last === ')' && unopened > 0) unopened--;
    else if (!FINAL_MARK.test(last)) break;
  }
  return url.slice(0, end);
}

/** The web addresses of a text in order, with or without scheme; addresses of e-mail are not among them. */
export function findUrls(text: string): readonly FoundUrl[] {
  return matchesOf(IN_TEXT, text).flatMap((match) => {
    const url = withoutFinalMarks(match[0]);
    const before = text.charAt(match.index - 1);
    if (before === '@' || parseWebAddress(url) === undefined) return [];
    return [{ url, from: match.index, to: match.index + url.length }];
  });
}

/** Whether the name of a site has letters outside the plain alphabet, or a name before `@`: it may look like another site. */
const DECEIVING_HOST = /^(?:https?:\/\/)?(?:[^/?#]*[^\x20-\x7e][^/?#]*|[^/?#@]{1,253}@[^/?#]*\.[^/?#]*)(?=[/?#]|$)/i;

/** The web addresses of a text that a person may take for those of another site; they are none of `findUrls`. */
export const deceivingUrls = (text: string): readonly string[] =>
  matchesOf(IN_TEXT, text)
    .map(([url]) => withoutFinalMarks(url))
    .filter((url) => parseWebAddress(url) === undefined && DECEIVING_HOST.test(url));

/** The text with each web address replaced, the marks after it included; a blank by default. */
export const replaceUrls = (text: string, replace: (url: string) => string = () => ' '): string =>
  text.replace(IN_TEXT, replace);

/** The text with each address in angle brackets, of the web or `mailto:`, replaced with its brackets and the blank before. */
export const replaceBracketed = (
  text: string,
  replace: (bracketed: string, url: string, at: number) => string,
): string => text.replace(BRACKETED, replace);

/** An address at the end of a line, and one word alone on the next. */
const CUT = /(https?:\/\/[^\s<>"]{10,2000})\n([a-z\d][\w./%=&-]{0,120})(?=\s{0,3}(?:\n|$))/g;
const WRAPPED = 70;

/** Whether a mail program cut the address there: it ends in a dash, or the line was full and the word is part of an address. */
const isCut = (start: string, rest: string): boolean =>
  !/^https?:|^www\./.test(rest) && (/[-_=&%]$/.test(start) || (start.length >= WRAPPED && /[-/=\d]/.test(rest)));

/** An address that was broken over two lines, in angle brackets or bare, is one address. */
export const joinBrokenUrls = (text: string): string =>
  text
    .replace(BROKEN, (url) => url.replace(/\s+/g, ''))
    .replace(CUT, (whole, start: string, rest: string) => (isCut(start, rest) ? `${start}${rest}` : whole));
