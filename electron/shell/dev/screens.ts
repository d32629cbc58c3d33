import { randomBytes } from 'node:crypto';
import { APP_ORIGIN, policyFor, withNonce } from '#electron/shell/guard/appScheme.ts';

/** The app's policy, with the one script Vite writes into the page and the line on which it tells what changed. */
const devPolicyFor = (nonce: string, server: URL): string =>
  policyFor(nonce)
    .replace("script-src 'self'", `script-src 'self' 'nonce-${nonce}'`)
    .replace("connect-src 'self'", `connect-src 'self' ws://${server.host}`);

/** Answers a request of the page with what Vite's server says, or 404 for another host than the app's. */
export async function serveFromVite(
  server: URL,
  request: Pick<Request, 'method' | 'url' | 'headers'>,
): Promise<Response> {
  const { protocol, host, pathname, search } = new URL(request.url);
  const nonce = randomBytes(16).toString('base64');
  const headers = { 'content-security-policy': devPolicyFor(nonce, server), 'cache-control': 'no-cache' };
  if (request.method !== 'GET' || `${protocol}//${host}` !== APP_ORIGIN) {
    return new Response('non trovato', { status: 404, headers });
  }
  // Set piece by piece: a path such as `//altrove` would otherwise name another server.
  const address = new URL(server);
  address.pathname = pathname;
  address.search = search;
  const answer = await fetch(address, { headers: { accept: request.headers.get('accept') ?? '*/*' } });
  const type = answer.headers.get('content-type') ?? 'text/javascript';
  const body = type.startsWith('text/html')
    ? withNonce(await answer.text(), nonce).replace(/<script /g, `<script nonce="${nonce}" `)
    : await answer.arrayBuffer();
  return new Response(body, { status: answer.status, headers: { ...headers, 'content-type': type } });
}
