import { matchesOf } from './plainForm.ts';

/** A web address taken apart; `host` is lower case, `path` includes the query. */
export interface WebAddress {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly path: string;
}

/** Redirects that hide the true address in one of their parameters: mail filters and search engines. */
const WRAPPERS: readonly (readonly [host: RegExp, parameter: string])[] = [
  [/(?:^|\.)safelinks\.protection\.outlook\.com$/, 'url'],
  [/^urlsand\.esvalabs\.com$/, 'u'],
  [/^linkprotect\.cudasvc\.com$/, 'a'],
  [/^urldefense\.proofpoint\.com$/, 'u'],
  [/^(?:www\.)?google\.(?:com|it)$/, 'url'],
  [/^(?:www\.)?google\.(?:com|it)$/, 'q'],
  [/^l\.facebook\.com$/, 'u'],
];
const WRAPPERS_DEEP = 3;
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

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function wrappedIn(url: string): string | undefined {
  const address = parseWebAddress(url);
  if (address === undefined) return undefined;
  const direct = /^\/v3\/__(https?:\/\/.+?)__;/.exec(address.path);
  if (address.host.endsWith('urldefense.com') && direct) return direct[1];
  for (const [host, parameter] of WRAPPERS) {
    if (!host.test(address.host)) continue;
    const value = new RegExp(`[?&]${parameter}=([^&#]+)`).exec(address.path.replaceAll('&amp;', '&'))?.[1];
    const plain =
      parameter === 'u' && address.host.includes('proofpoint')
        ? value?.replaceAll('-', '%').replaceAll('_', '/')
        : value;
    const target = decoded(plain ?? '');
    if (target !== undefined && /^https?:\/\//i.test(target)) return target;
  }
  return undefined;
}

/** The true address behind the redirects of mail filters; the same address when it is not one. */
export function unwrapUrl(url: string): string {
  let current = url;
  for (let depth = 0; depth < WRAPPERS_DEEP; depth++) {
    const inner = wrappedIn(current);
    if (inner === undefined) return current;
    current = inner;
  }
  return current;
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

/** The same for two addresses of one page: no scheme, no `www`, no slash at the end. */
export function pageKey(url: string): string {
  const address = parseWebAddress(url);
  if (address === undefined) return url;
  return stripWww(address.host) + withoutTracking(address.path).replace(/#.*$/, '').replace(/\/+$/, '');
}

/** A web address as it stands in a text. */
export interface FoundUrl {
  readonly url: string;
  readonly from: number;
  readonly to: number;
}

const URL_IN_TEXT = /(?:https?:\/\/|\bwww\.(?=[a-z0-9]))[^\s<>"«»“”|\\^`{}\p{Extended_Pictographic}]{2,2000}/giu;

/** Where an address ends: sentence marks and closing brackets after it are not its own. */
export function withoutFinalMarks(url: string): string {
  const opened = url.includes('(');
  let end = url.length;
  while (end > 0) {
    const last = url.charAt(end - 1);
    const unopened = last === ')' && !opened;
    if (!unopened && !/[.,;:!?'’"”»*_\]>…]/.test(last)) break;
    end--;
  }
  return url.slice(0, end);
}

/** The web addresses of a text in order, with or without scheme; addresses of e-mail are not among them. */
export function findUrls(text: string): readonly FoundUrl[] {
  return matchesOf(URL_IN_TEXT, text).flatMap((match) => {
    const url = withoutFinalMarks(match[0]);
    const before = text.charAt(match.index - 1);
    if (before === '@' || parseWebAddress(url) === undefined) return [];
    return [{ url, from: match.index, to: match.index + url.length }];
  });
}
