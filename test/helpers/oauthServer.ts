/**
 * A small server on loopback that gives accesses to the post (RFC 6749, 7636, 8628), and tells a mail server which of its
 * tokens hold (RFC 7662). Encrypted, as all of them are; only the mail server beside it asks without encryption.
 */
import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { MailAccess } from '#shared/people/profile/mailAccess.ts';
import { temporaryFolder } from './folders.ts';

const CLIENT_ID = 'avvisi-valdombra';
/** What every secret of this server begins with, so that a test can look for them. */
export const SECRET_MARK = 'segretissimo';

/** What the server does with the next questions. */
export interface OauthBehaviour {
  /** So long a token holds, in seconds. */
  readonly seconds?: number;
  /** So long a code to type holds, in seconds. */
  readonly codeSeconds?: number;
  /** Says `slow_down` to the first question about a code. */
  readonly slow?: boolean;
  /** Answers 503 to everything. */
  readonly broken?: boolean;
  /** Never answers. */
  readonly mute?: boolean;
  /** Whoever signs in may not open the mailbox. */
  readonly foreign?: boolean;
  /** Gives no other token with which the next is asked for. */
  readonly single?: boolean;
}

export interface OauthServer {
  readonly certificate: string;
  readonly certificateFile: string;
  /** Where a mail server asks whether a token holds. */
  readonly introspection: string;
  /** How a town is known to it: with a code to type, or with a page in the browser. */
  readonly access: (way: 'code' | 'browser') => MailAccess;
  readonly behave: (how: OauthBehaviour) => void;
  /** The person types the code and says yes, or no. */
  readonly answerCode: (yes: boolean) => void;
  /** What the page does in the browser: says yes or no, by going where the address asks. */
  readonly visit: (page: string, how?: { readonly no?: boolean; readonly state?: string }) => Promise<number>;
  /** From now on none of its tokens holds; with `all` none can be renewed either. */
  readonly revoke: (all: boolean) => void;
  /** What it was asked, by the names of RFC 6749 and 8628, in order. */
  readonly asked: readonly string[];
  /** Whether a token holds now. */
  readonly holds: (token: string) => boolean;
}

function makeCertificate() {
  const folder = temporaryFolder();
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')],
  ]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return { key: read('key.pem'), cert: read('cert.pem'), file: join(folder, 'cert.pem') };
}

const fresh = (): string => `${SECRET_MARK}-${randomBytes(12).toString('hex')}`;

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    (server as unknown as { closeAllConnections: () => void }).closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
};

/** Starts one; it ends with the test. `user`: whose mailbox the tokens open. */
export async function startOauth(user: string): Promise<OauthServer> {
  const { key, cert, file } = makeCertificate();
  let how: OauthBehaviour = {};
  const asked: string[] = [];
  const tokens = new Map<string, { readonly until: number; readonly email: string }>();
  const renewals = new Set<string>();
  const codes = new Map<string, { readonly challenge: string; readonly redirect: string }>();
  let device: { readonly code: string; readonly until: number; answer: boolean | undefined } | undefined;
  let isSlow = false;

  const grant = (response: ServerResponse): void => {
    const [token, renewal] = [fresh(), fresh()];
    const seconds = how.seconds ?? 3_600;
    tokens.set(token, {
      until: Date.now() + seconds * 1_000,
      email: how.foreign ? 'altra.persona@comune.valdombra.example' : user,
    });
    if (!how.single) renewals.add(renewal);
    const given = { access_token: token, token_type: 'Bearer', expires_in: seconds };
    response.end(JSON.stringify(how.single ? given : { ...given, refresh_token: renewal }));
  };
  const refuse = (response: ServerResponse, error: string): void => {
    response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
  };
  const byCode = (form: URLSearchParams, response: ServerResponse) => {
    if (!device || form.get('device_code') !== device.code) return refuse(response, 'invalid_grant');
    if (Date.now() > device.until) return refuse(response, 'expired_token');
    if (isSlow) {
      isSlow = false;
      return refuse(response, 'slow_down');
    }
    if (device.answer === undefined) return refuse(response, 'authorization_pending');
    return device.answer ? grant(response) : refuse(response, 'access_denied');
  };
  const byPage = (form: URLSearchParams, response: ServerResponse) => {
    const known = codes.get(form.get('code') ?? '');
    codes.clear();
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isProved = known?.challenge === proof && known.redirect === form.get('redirect_uri');
    return isProved ? grant(response) : refuse(response, 'invalid_grant');
  };
  const answerToken = (form: URLSearchParams, response: ServerResponse) => {
    const kind = form.get('grant_type') ?? '';
    asked.push(kind.split(':').at(-1) ?? '');
    if (form.get('client_id') !== CLIENT_ID) return refuse(response, 'invalid_client');
    if (kind.endsWith('device_code')) return byCode(form, response);
    if (kind === 'authorization_code') return byPage(form, response);
    // Each one is taken once: the next comes with the answer.
    return renewals.delete(form.get('refresh_token') ?? '') ? grant(response) : refuse(response, 'invalid_grant');
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (how.mute) return;
    if (how.broken) {
      response.writeHead(503).end('<h1>Servizio sospeso</h1>');
      return;
    }
    response.setHeader('content-type', 'application/json');
    const path = request.url?.split('?')[0];
    const form = await formOf(request);
    if (path === '/token') return answerToken(form, response);
    if (path !== '/device') return refuse(response, 'invalid_request');
    asked.push('device');
    if (form.get('client_id') !== CLIENT_ID) return refuse(response, 'invalid_client');
    const seconds = how.codeSeconds ?? 900;
    device = { code: fresh(), until: Date.now() + seconds * 1_000, answer: undefined };
    isSlow = how.slow ?? false;
    response.end(
      JSON.stringify({
        ...{ device_code: device.code, user_code: 'GKRT-4821', verification_uri: `${place}/codice` },
        ...{ expires_in: seconds, interval: 1 },
      }),
    );
  };
  const port = await listening(
    createSecureServer({ key, cert }, (request, response) => void answer(request, response)),
  );
  const place = `https://127.0.0.1:${port}`;
  const holds = (token: string): boolean => (tokens.get(token)?.until ?? 0) > Date.now();
  const introspection = await listening(
    createServer((request, response) => {
      void formOf(request).then((form) => {
        const token = form.get('token') ?? '';
        const known = tokens.get(token);
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(holds(token) ? { active: true, email: known?.email } : { active: false }));
      });
    }),
  );
  const endpoints = { token: `${place}/token`, scopes: 'posta offline_access' };
  return {
    certificate: cert,
    certificateFile: file,
    introspection: `http://127.0.0.1:${introspection}/introspect`,
    access: (way) => ({
      ...{ provider: 'other', clientId: CLIENT_ID, tenant: null, clientSecret: null },
      endpoints:
        way === 'code'
          ? { ...endpoints, device: `${place}/device`, authorization: null }
          : { ...endpoints, device: null, authorization: `${place}/authorize` },
    }),
    behave: (next) => {
      how = next;
    },
    answerCode: (yes) => {
      if (device) device.answer = yes;
    },
    visit: async (page, { no = false, state } = {}) => {
      const { searchParams } = new URL(page);
      const redirect = searchParams.get('redirect_uri') ?? '';
      const back = new URL(redirect);
      back.searchParams.set('state', state ?? searchParams.get('state') ?? '');
      if (no) back.searchParams.set('error', 'access_denied');
      else {
        const code = fresh();
        codes.set(code, { challenge: searchParams.get('code_challenge') ?? '', redirect });
        back.searchParams.set('code', code);
      }
      return (await fetch(back)).status;
    },
    revoke: (all) => {
      tokens.clear();
      if (all) renewals.clear();
    },
    ...{ asked, holds },
  };
}
