import { parseWebAddress } from './addresses.ts';

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
