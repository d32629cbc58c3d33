/**
 * Points 1, 7 and 18: the page comes only from `app://bundle/`, read from the folder of the built screens, under a
 * strict content security policy. Nothing is ever loaded from `file://` or from the network.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { CustomScheme, Protocol } from 'electron';

export const APP_ORIGIN = 'app://bundle';
export const APP_PAGE = `${APP_ORIGIN}/index.html`;

export const APP_SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** `data:` fonts: bootstrap-italia has one inside its CSS. The nonce is for the one `<style>` of CodeMirror. */
export const policyFor = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    // Names looked up ahead no source list covers: see below. Peer connections neither, and Chromium knows no word for them.
  ].join('; ');

/** The file that `url` names inside `root`, or undefined when it names another host, a kind not served or one outside. */
export function fileOf(root: string, url: string): string | undefined {
  const { protocol, host, pathname } = new URL(url);
  if (`${protocol}//${host}` !== APP_ORIGIN) return undefined;
  const path = decodePath(pathname);
  if (path === undefined || path.includes('\0')) return undefined;
  const file = join(root, normalize(path));
  return file.startsWith(root + sep) && extname(file) in MEDIA_TYPES ? file : undefined;
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** The page with its nonce in `<meta property="csp-nonce" nonce>`. */
export const withNonce = (html: string, nonce: string): string =>
  html.replace(/<head[^>]*>/, (head) => `${head}<meta property="csp-nonce" nonce="${nonce}">`);

/**
 * Answers a request of the page with a file of `root`, or 404. Every answer carries the policy and `nosniff`; an HTML
 * page also tells its nonce in `<meta property="csp-nonce" nonce>`.
 */
export async function serveFile(root: string, request: Pick<Request, 'method' | 'url'>): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  const headers = {
    'content-security-policy': policyFor(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-dns-prefetch-control': 'off',
    'cache-control': 'no-cache',
  };
  const file = request.method === 'GET' ? fileOf(root, request.url) : undefined;
  const content = file && (await readFile(file).catch(() => undefined));
  if (!file || !content) return new Response('non trovato', { status: 404, headers });
  const kind = extname(file);
  const body = kind === '.html' ? withNonce(content.toString('utf8'), nonce) : new Uint8Array(content);
  return new Response(body, { headers: { ...headers, 'content-type': MEDIA_TYPES[kind] ?? '' } });
}

/** Serves `root` at `app://bundle/`; the scheme must have been registered before the app is ready. */
export function installAppScheme(protocol: Pick<Protocol, 'handle'>, root: string): void {
  protocol.handle(APP_SCHEME.scheme, (request) => serveFile(root, request));
}
