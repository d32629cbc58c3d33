import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { accessWayOf, type MailAccess } from '#shared/people/profile/mailAccess.ts';
import { accessProblem } from './accessProblem.ts';
import { signInProblem } from './signInProblem.ts';
import { askTokenServer, type Grant, grantSchema, type TokenServer } from './tokenServer.ts';

/** So long a page may be left open, in milliseconds. */
export const BROWSER_PATIENCE = 5 * 60_000;

const STATE_BYTES = 32;
/** Gives 64 characters, between the 43 and 128 of RFC 7636, 4.1. */
const VERIFIER_BYTES = 48;
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  connection: 'close',
} as const;

const pageOf = (text: string): string =>
  `<!doctype html><html lang="it"><meta charset="utf-8"><title>Avvisi PuntoSi</title><p>${text}</p></html>`;
const HEARD = pageOf('Avvisi PuntoSi ha ricevuto la risposta. Torna all’app: lì vedi come è andata.');
const STRANGE = pageOf('Questa pagina serve solo all’accesso chiesto da Avvisi PuntoSi.');

const isSame = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** What came back from the page: a code, or the name of a refusal. */
type PageReply = { readonly code: string } | { readonly refusal: string };

/** Reads an answer of the page; `undefined` for anything that this very sign-in did not ask for. */
function replyIn({ method, url, headers }: IncomingMessage, place: URL, state: string): PageReply | undefined {
  const asked = URL.parse(url ?? '', place.href);
  if (method !== 'GET' || headers.host !== place.host || asked?.pathname !== '/') return undefined;
  const { searchParams } = asked;
  if (!isSame(searchParams.get('state') ?? '', state)) return undefined;
  const code = searchParams.get('code');
  if (code !== null && code !== '') return { code };
  return { refusal: searchParams.get('error') ?? 'invalid_request' };
}

export interface BrowserSignIn {
  readonly server: TokenServer;
  readonly access: MailAccess;
  /** Opens a page in the browser of this computer. */
  readonly open: (url: string) => Promise<Result<unknown, Problem>>;
  /** Waits; rejects when the person gave up. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Told once the page is open. */
  readonly opened: () => void;
}

/** Listens on loopback alone, on a port of the system's choice (RFC 8252, 7.3), until one answer came. */
async function listen(state: string) {
  let told: (reply: PageReply) => void = () => undefined;
  const heard = new Promise<PageReply>((resolve) => {
    told = resolve;
  });
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const reply = replyIn(request, place, state);
    response.writeHead(reply ? 200 : 404, HEADERS).end(reply ? HEARD : STRANGE);
    if (reply) told(reply);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const place = new URL(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`);
  return {
    heard,
    redirect: place.origin,
    close: () => {
      server.close();
      // The browser that is being answered is let go by itself.
      server.closeIdleConnections();
    },
  };
}

/**
 * Lets the person say yes in the browser of this computer (RFC 8252), with a proof that who brings the code is who asked
 * for it (RFC 7636). The listener ends with the first answer to this sign-in, or after `BROWSER_PATIENCE`.
 */
export async function signInByBrowser(signIn: BrowserSignIn): Promise<Result<Grant, Problem>> {
  const { server, access, open, wait, opened } = signIn;
  const way = accessWayOf(access);
  const state = randomBytes(STATE_BYTES).toString('base64url');
  const verifier = randomBytes(VERIFIER_BYTES).toString('base64url');
  const listener = await listen(state);
  try {
    const page = new URL(way.authorization ?? way.token);
    const asked = {
      ...way.parameters,
      ...{
        response_type: 'code',
        client_id: access.clientId,
        redirect_uri: listener.redirect,
        scope: way.scopes,
        state,
      },
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(asked)) page.searchParams.set(name, value);
    const isOpen = await open(page.href);
    if (!isOpen.ok) return err(accessProblem('browser-closed'));
    opened();
    const reply = await Promise.race([listener.heard, wait(BROWSER_PATIENCE)]);
    if (!reply) return err(accessProblem('browser-late'));
    if ('refusal' in reply) return err(signInProblem({ kind: 'refused', error: reply.refusal }, way));
    const form = {
      ...{ grant_type: 'authorization_code', code: reply.code, redirect_uri: listener.redirect },
      ...{ client_id: access.clientId, client_secret: access.clientSecret, code_verifier: verifier },
    };
    const given = await askTokenServer(server, way.token, form, grantSchema);
    return given.kind === 'given' ? ok(given.value) : err(signInProblem(given, way));
  } finally {
    listener.close();
  }
}
