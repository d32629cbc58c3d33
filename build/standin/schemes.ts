import type { CustomScheme, Protocol } from 'electron';
import { registry } from './registry.ts';

type Handler = Parameters<Protocol['handle']>[1];

// Chromium refuses an unknown scheme before anybody can answer it, so `app://bundle/x` travels inside Chromium as
// `https://bundle.app.localhost/x`: a secure context with an origin of its own, never looked up on a network.
const SUFFIX = 'localhost';
const schemes = new Set<string>();
const handlers = new Map<string, Handler>();

/** The scheme of an address, without the colon. */
export function schemeOf(url: string): string {
  return url.slice(0, Math.max(0, url.indexOf(':'))).toLowerCase();
}

/** The address as Chromium knows it. */
export function toBrowser(url: string): string {
  const scheme = schemeOf(url);
  if (!schemes.has(scheme)) return url;
  const [, host = '', rest = ''] = /^[^:]+:\/\/([^/?#]*)(.*)$/.exec(url) ?? [];
  return `https://${host}.${scheme}.${SUFFIX}${rest || '/'}`;
}

/** The address as the app knows it. */
export function fromBrowser(url: string): string {
  const [, host, scheme, rest] = new RegExp(`^https://([^/?#]+)\\.([^./?#]+)\\.${SUFFIX}(/.*)$`).exec(url) ?? [];
  return scheme !== undefined && schemes.has(scheme) ? `${scheme}://${host}${rest}` : url;
}

/** A content security policy with its custom schemes written as Chromium knows them. */
export function policyForBrowser(policy: string): string {
  return policy.replace(
    /(^|[\s;])([a-z][a-z0-9+.-]*):(?:\/\/([^\s;/]*))?(?=[\s;]|$)/g,
    (whole, before, scheme, host) =>
      schemes.has(scheme) ? `${before}https://${host || '*'}.${scheme}.${SUFFIX}` : whole,
  );
}

/** Who answers requests for this address, if a custom scheme is in charge of it. */
export function handlerOf(url: string): Handler | undefined {
  return handlers.get(schemeOf(url));
}

/** Electron's `protocol`. */
export const protocol = {
  registerSchemesAsPrivileged(list: CustomScheme[]) {
    if (registry.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of list) schemes.add(scheme);
  },
  handle(scheme, handler) {
    if (!schemes.has(scheme)) throw new Error(`stand-in: register the scheme ${scheme} as privileged first`);
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'isProtocolHandled'>;
