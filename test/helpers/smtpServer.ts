/** A real SMTP server on loopback that takes letters, or breaks at the wanted place. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import tls from 'node:tls';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';
import type { Sending } from '#shared/outbox/sendingAccount.ts';
import { temporaryFolder } from './folders.ts';

export const SMTP_USER = 'avvisi@comune.valdombra.example';
export const SMTP_PASSWORD = 'parola di prova';

/** What the server does with the next letters. */
export type Behaviour =
  | 'takes'
  | 'dropsAtRecipient'
  | 'dropsInText'
  | 'dropsAfterText'
  | 'hangsAfterText'
  | 'putsOff'
  | 'refuses'
  | 'refusesSender'
  | 'refusesOne'
  | 'refusesAll';

/** A recipient that `refusesOne` does not want. */
export const REFUSED = 'assente@comune.valdombra.example';

/** What a refused token is answered with (RFC 7628, 3.2.2). */
const REFUSED_TOKEN = { status: '401', schemes: 'bearer', scope: 'posta' };

const failing = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

let certificate: { readonly key: string; readonly cert: string; readonly file: string } | undefined;
/** A certificate for loopback, that this process trusts from now on. */
function certificateOfLoopback() {
  if (certificate) return certificate;
  const folder = temporaryFolder();
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')],
  ]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  certificate = { key: read('key.pem'), cert: read('cert.pem'), file: join(folder, 'cert.pem') };
  return certificate;
}

/** What the server took: one letter. */
export interface Taken {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

export interface SmtpOnLoopback {
  readonly account: Sending;
  /** Its certificate, for a program of its own that is to trust it; gone with the first test of a file. */
  readonly certificateFile: string;
  /** The letters it took, the oldest first. */
  readonly taken: readonly Taken[];
  readonly behave: (how: Behaviour) => void;
  /** From now on these recipients are not wanted, whatever else it does. */
  readonly doesNotWant: (...addresses: readonly string[]) => void;
  /** Another password is wanted from now on. */
  readonly wants: (password: string) => void;
  /** How often somebody connected. */
  readonly connections: () => number;
  readonly stop: () => Promise<void>;
}

export interface SmtpServerOptions {
  readonly security?: Sending['security'];
  /** Which tokens it accepts: without it, passwords alone. `atOnce`: a refused one is answered without the words of RFC 7628. */
  readonly tokens?: { readonly holds: (token: string) => boolean; readonly atOnce?: boolean };
  /** Whether this process trusts its certificate. */
  readonly trusted?: boolean;
}

/** Starts a server on a free port of loopback; it ends with the test. */
export async function startSmtp(options: SmtpServerOptions = {}): Promise<SmtpOnLoopback> {
  const { security = 'tls', trusted = true, tokens } = options;
  const { key, cert, file } = certificateOfLoopback();
  const trust = tls.getCACertificates('default').filter((one) => one !== cert);
  tls.setDefaultCACertificates(trusted ? [...trust, cert] : trust);
  let behaviour: Behaviour = 'takes';
  let password = SMTP_PASSWORD;
  let connections = 0;
  let unwanted: readonly string[] = [];
  const taken: Taken[] = [];
  const dropAll = (): void => {
    for (const one of server.connections) (one as unknown as { _socket: { destroy: () => void } })._socket.destroy();
  };
  const server = new SMTPServer({
    secure: security === 'tls',
    ...{ key, cert, logger: false, authOptional: false, disableReverseLookup: true, closeTimeout: 100 },
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    ...(tokens ? { authMethods: ['XOAUTH2'] } : {}),
    onAuth: ({ username, password: typed, accessToken }, _session, done) => {
      if (tokens) {
        if (username === SMTP_USER && tokens.holds(accessToken ?? '')) return done(null, { user: username });
        return tokens.atOnce
          ? done(failing(535, '5.7.3 Authentication unsuccessful'))
          : done(null, { data: REFUSED_TOKEN });
      }
      if (username === SMTP_USER && typed === password) done(null, { user: username });
      else done(failing(535, '5.7.8 Authentication failed'));
      return undefined;
    },
    onMailFrom: (_address, _session, done) => {
      if (behaviour === 'refusesSender') done(failing(553, '5.7.1 Sender address rejected: not owned by user'));
      else done();
    },
    onRcptTo: ({ address }, _session, done) => {
      if (behaviour === 'dropsAtRecipient') return dropAll();
      const isUnwanted = unwanted.includes(address) || (behaviour === 'refusesOne' && address === REFUSED);
      if (behaviour === 'refusesAll' || isUnwanted) return done(failing(550, `5.1.1 <${address}> User unknown`));
      return done();
    },
    onData: (stream, { envelope }, done) => {
      if (behaviour === 'dropsInText') {
        // Only once some of it came: the client has seen that it was asked for.
        stream.once('data', dropAll);
        return;
      }
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (behaviour === 'putsOff') return done(failing(451, '4.3.0 Try later'));
        if (behaviour === 'refuses') return done(failing(554, '5.7.1 Rejected as spam'));
        taken.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString('utf8'),
        });
        if (behaviour === 'dropsAfterText') return dropAll();
        return behaviour === 'hangsAfterText' ? undefined : done(null, 'queued');
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { readonly port: number };
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopping ??= new Promise((resolve) => server.close(() => resolve()));
    return stopping;
  };
  onTestFinished(stop);
  return {
    account: { server: '127.0.0.1', port, security, user: SMTP_USER, address: SMTP_USER, method: 'password' },
    taken,
    certificateFile: file,
    behave: (how) => {
      behaviour = how;
    },
    doesNotWant: (...addresses) => {
      unwanted = addresses;
    },
    wants: (another) => {
      password = another;
    },
    connections: () => connections,
    stop,
  };
}
