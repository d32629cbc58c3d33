import http from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import tls from 'node:tls';

/** Proxies by the names Node reads in the environment (`HTTPS_PROXY`, `NO_PROXY`…); empty where none is wanted. */
export type ProxySettings = Readonly<Record<string, string | undefined>>;
/** The proxies an address goes through. */
export type ProxyFor = (url: string) => Promise<ProxySettings>;

/** Statuses whose answer has no body (RFC 9110). */
const WITHOUT_BODY = [204, 205, 304];

/** What a PAC file says (`PROXY a:8080; DIRECT`) as settings; kinds Node does not speak are passed over. */
export function proxySettings(pac: string): ProxySettings {
  for (const entry of pac.split(';')) {
    const [kind = '', place = ''] = entry.trim().split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return {};
    const scheme = { PROXY: 'http', HTTPS: 'https' }[kind.toUpperCase()];
    if (scheme === undefined || !URL.canParse(`${scheme}://${place}`)) continue;
    return { HTTP_PROXY: `${scheme}://${place}`, HTTPS_PROXY: `${scheme}://${place}` };
  }
  return {};
}

let isTrusting = false;
/** Trusts the authorities of the computer beside those of Node: town halls look into their own traffic. */
export function trustSystem(): void {
  if (isTrusting) return;
  isTrusting = true;
  try {
    const all = [...tls.getCACertificates('default'), ...tls.getCACertificates('system')];
    tls.setDefaultCACertificates([...new Set(all)]);
  } catch {
    // Without those of the system the authorities of Node remain.
  }
}

function headersOf({ headers }: http.IncomingMessage): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
}

/**
 * A `fetch` that asks pages the way the computer does: through its proxies and with its certificates. It never follows a
 * redirect. Rejects as `fetch` does when nobody answers.
 */
export function systemFetch(proxyFor: ProxyFor): typeof fetch {
  return async (input, init) => {
    trustSystem();
    const request = new Request(input, init);
    const url = new URL(request.url);
    const { request: send, Agent } = url.protocol === 'https:' ? https : http;
    const proxyEnv = { ...(await proxyFor(url.href)) };
    const content = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
    const agent = new Agent({ proxyEnv, keepAlive: false });
    return new Promise((resolve, reject) => {
      const sent = send(url, {
        agent,
        method: request.method,
        headers: {
          ...Object.fromEntries(request.headers),
          ...(content ? { 'content-length': content.length } : {}),
        },
        signal: request.signal,
      });
      sent.on('error', reject);
      sent.on('response', (answer) => {
        const status = answer.statusCode ?? 0;
        const body = WITHOUT_BODY.includes(status) ? null : (Readable.toWeb(answer) as ReadableStream<Uint8Array>);
        if (body === null) answer.resume();
        try {
          resolve(new Response(body, { status, headers: headersOf(answer) }));
        } catch (cause) {
          answer.destroy();
          reject(cause);
        }
      });
      sent.end(content);
    });
  };
}
