/** A real server that sends on, on loopback: Exim with STARTTLS and AUTH, which writes real reports on what it cannot deliver. */
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Sending } from '#shared/outbox/sendingAccount.ts';
import { SMTP_PASSWORD, SMTP_USER } from './smtpServer.ts';

const PROGRAM = '/usr/sbin/exim4';
const OWN_USER = 'Debian-exim';

/** Why the tests on it cannot run here; `undefined` where they can. */
export const withoutExim: string | undefined = !existsSync(PROGRAM)
  ? 'exim4-daemon-light non c’è: npm test -- --install'
  : process.getuid?.() === 0
    ? undefined
    : 'Exim si avvia solo come amministratore';

/** Whom it refuses before it takes a letter, and the domain of those it takes and then cannot deliver to. */
export const UNKNOWN = 'assente@comune.valdombra.example';

export interface Exim {
  readonly account: Sending;
  /** Its certificate, as PEM. */
  readonly certificate: string;
  /** What the server wrote into its log. */
  readonly log: () => string;
}

export interface EximOptions {
  /** Port of a server that takes what is for the mailbox, over LMTP. */
  readonly lmtp: number;
  /** A domain whose addresses it takes, and whose letters it then sends back. */
  readonly bounces: string;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { readonly port: number };
      server.close(() => resolve(port));
    });
  });
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (greeted: boolean): void => {
      socket.destroy();
      resolve(greeted);
    };
    socket.once('data', () => end(true));
    socket.once('error', () => end(false));
    socket.setTimeout(500, () => end(false));
  });
}

const DOMAIN = SMTP_USER.split('@')[1];

const configurationOf = (folder: string, port: number, { lmtp, bounces }: EximOptions): string => `
spool_directory = ${folder}/spool
log_file_path = ${folder}/%slog
pid_file_path = ${folder}/exim.pid
primary_hostname = posta.valdombra.example
qualify_domain = ${DOMAIN}
domainlist local_domains = ${DOMAIN}
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
tls_certificate = ${folder}/cert.pem
tls_privatekey = ${folder}/key.pem
tls_advertise_hosts = *
auth_advertise_hosts = \${if eq{$tls_in_cipher}{}{}{*}}
acl_smtp_rcpt = acl_rcpt
deliver_drop_privilege
host_lookup =
rfc1413_query_timeout = 0s
keep_environment =

begin acl
acl_rcpt:
  deny message = 5.7.0 authentication required
       !authenticated = *
       hosts = *
  deny message = 5.1.1 User unknown
       local_parts = assente
  accept

begin routers
back:
  driver = redirect
  domains = ${bounces}
  allow_fail
  data = :fail: 550 5.1.1 User unknown
mailbox:
  driver = manualroute
  domains = +local_domains
  local_parts = avvisi
  transport = to_mailbox
  route_list = * 127.0.0.1
  self = send
nowhere:
  driver = redirect
  data = :blackhole:

begin transports
to_mailbox:
  driver = smtp
  protocol = lmtp
  port = ${lmtp}
  hosts_override
  allow_localhost

begin retry
* * F,1h,1s

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = \${if and{{eq{$auth2}{${SMTP_USER}}}{eq{$auth3}{${SMTP_PASSWORD}}}}}
  server_set_id = $auth2
`;

/** Starts a server of its own for a test, which ends with it. */
export async function startExim(options: EximOptions): Promise<Exim> {
  const folder = mkdtempSync(join(tmpdir(), 'ex-'));
  const port = await freePort();
  const [uid, gid] = ['-u', '-g'].map((which) => Number(spawnSync('id', [which, OWN_USER]).stdout)) as [number, number];
  mkdirSync(join(folder, 'spool'));
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '9000', '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')],
  ]);
  if (made.status !== 0) throw new Error(String(made.stderr));
  writeFileSync(join(folder, 'exim.conf'), configurationOf(folder, port, options));
  // It gives up its privileges for this user, and reads its configuration only where the administrator wrote it.
  for (const name of ['.', 'spool', 'key.pem', 'cert.pem']) chownSync(join(folder, name), uid, gid);
  const log = (): string => {
    const files = ['mainlog', 'paniclog', 'said'].map((name) => join(folder, name)).filter((file) => existsSync(file));
    return files.map((file) => readFileSync(file, 'utf8')).join('\n');
  };
  const program = spawn(PROGRAM, ['-C', join(folder, 'exim.conf'), '-bdf', '-q1s'], {
    stdio: 'ignore',
    detached: true,
  });
  onTestFinished(() => {
    try {
      // The group: its children go on when the first one is gone.
      if (program.pid !== undefined) process.kill(-program.pid, 'SIGKILL');
    } catch {
      // It ended before.
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  });
  for (let tries = 0; tries < 600; tries++) {
    if (await greets(port)) {
      return {
        account: {
          server: '127.0.0.1',
          port,
          security: 'starttls',
          user: SMTP_USER,
          address: SMTP_USER,
          method: 'password',
        },
        certificate: readFileSync(join(folder, 'cert.pem'), 'utf8'),
        log,
      };
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Exim did not start.\n${log()}`);
}
