/** A real mail server on loopback: Dovecot with IMAP, IMAPS, STARTTLS and LMTP, in a folder of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const PROGRAM = '/usr/sbin/dovecot';

/** Why the tests on a real mail server cannot run here; `undefined` where they can. */
export const withoutDovecot: string | undefined = existsSync(PROGRAM)
  ? undefined
  : 'dovecot-imapd e dovecot-lmtpd non ci sono: npm test -- --install';

export const MAILBOX_USER = 'avvisi@comune.valdombra.example';
export const MAILBOX_PASSWORD = 'parola-della-casella';

export interface DovecotOptions {
  /** More lines for its configuration. */
  readonly configuration?: string;
  /** Kilobytes the mailbox holds at most; without it no limit. */
  readonly quota?: number;
  /** Where it asks whether a token holds (RFC 7662): it then takes tokens beside passwords. */
  readonly introspection?: string;
  /** The certificate ended yesterday. */
  readonly expired?: boolean;
}

export interface Dovecot {
  /** Ports: without encryption and STARTTLS, TLS, LMTP. */
  readonly ports: { readonly imap: number; readonly imaps: number; readonly lmtp: number };
  /** Its certificate, as PEM. */
  readonly certificate: string;
  /** The file of its certificate. */
  readonly certificateFile: string;
  /** Delivers a message as a mail server does. */
  readonly deliver: (message: string) => Promise<void>;
  /** Puts a message as a file into the mailbox, without LMTP: for many at once. */
  readonly put: (name: string, message: string, arrived?: Date, folder?: string) => void;
  readonly setPassword: (password: string) => void;
  /** Kills the server and every child that still serves somebody. */
  readonly kill: () => void;
  readonly start: () => Promise<void>;
  /** As a migration does: the same messages under new numbers. Stops the server; `start` goes on. */
  readonly wipeUidValidity: () => void;
  /** The flags in the name of each message file, as `S` for seen; empty where there are none. */
  readonly mailFolder: string;
  /** What the server wrote into its log. */
  readonly log: () => string;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Whether something says good day on a port. */
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

function makeCertificate(folder: string, expired: boolean): void {
  const days = expired ? ['-not_before', '20200101000000Z', '-not_after', '20210101000000Z'] : ['-days', '9000'];
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=localhost'],
    ...['-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'],
    ...['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem'), ...(expired ? ['-days', '1'] : days)],
  ]);
  if (made.status !== 0) throw new Error(String(made.stderr));
}

interface Parts {
  readonly folder: string;
  readonly ports: Dovecot['ports'];
  readonly isRoot: boolean;
  readonly options: DovecotOptions;
}

function configurationOf({ folder, ports, isRoot, options }: Parts): string {
  const me = userInfo().username;
  const own = isRoot
    ? ''
    : `default_internal_user = ${me}\ndefault_internal_group = ${me}\ndefault_login_user = ${me}\n`;
  const free = isRoot ? '' : 'chroot =\n';
  const quota =
    options.quota === undefined
      ? ''
      : `mail_plugins = quota\nprotocol imap {\nmail_plugins = quota imap_quota\n}\nplugin {\nquota = maildir:User quota\nquota_rule = *:storage=${options.quota}K\n}\n`;
  return `base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap lmtp
listen = 127.0.0.1
${own}first_valid_uid = 1
first_valid_gid = 1
disable_plaintext_auth = no
auth_mechanisms = plain login${options.introspection === undefined ? '' : ' xoauth2 oauthbearer'}
auth_failure_delay = 0
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
mail_location = maildir:${folder}/mail/%u
mail_max_userip_connections = 100
${options.introspection === undefined ? '' : `passdb {\ndriver = oauth2\nmechanisms = xoauth2 oauthbearer\nargs = ${folder}/oauth.ext\n}\n`}passdb {
driver = passwd-file
args = ${folder}/users
}
userdb {
driver = passwd-file
args = ${folder}/users
}
namespace inbox {
inbox = yes
separator = /
mailbox Sent {
auto = create
special_use = \\Sent
}
mailbox Lavorate {
auto = create
}
}
service anvil {
${free}unix_listener anvil-auth-penalty {
mode = 0
}
}
service imap-login {
${free}inet_listener imap {
port = ${ports.imap}
}
inet_listener imaps {
port = ${ports.imaps}
ssl = yes
}
}
service lmtp {
inet_listener lmtp {
address = 127.0.0.1
port = ${ports.lmtp}
}
}
${isRoot ? '' : 'service stats {\nchroot =\n}\n'}${quota}${options.configuration ?? ''}
`;
}

/** One message over LMTP (RFC 2033). Rejects with what the server answered when it does not take it. */
async function deliver(port: number, message: string): Promise<void> {
  const socket: Socket = connect(port, '127.0.0.1');
  let heard = '';
  let told: () => void = () => undefined;
  socket.on('data', (chunk) => {
    heard += String(chunk);
    told();
  });
  const failed = new Promise<never>((_resolve, reject) => socket.once('error', reject));
  failed.catch(() => undefined);
  const answer = async (): Promise<string> => {
    for (;;) {
      const line = /^(\d{3}) .*\r\n/m.exec(heard);
      if (line) {
        heard = '';
        return line[0];
      }
      await Promise.race([
        new Promise<void>((resolve) => {
          told = resolve;
        }),
        failed,
      ]);
    }
  };
  const say = async (line: string): Promise<void> => {
    socket.write(`${line}\r\n`);
    const said = await answer();
    if (!/^[23]/.test(said)) throw new Error(said);
  };
  try {
    await answer();
    await say('LHLO prova.example');
    await say('MAIL FROM:<biblioteca@comune.valdombra.example>');
    await say(`RCPT TO:<${MAILBOX_USER}>`);
    await say('DATA');
    await say(`${message.replace(/^\./gm, '..')}\r\n.`);
  } finally {
    socket.destroy();
  }
}

/** Starts a server of its own for a test, which stops it when it ends. */
export async function startDovecot(options: DovecotOptions = {}): Promise<Dovecot> {
  const server = await openDovecot(options);
  onTestFinished(server.stop);
  return server;
}

/** Starts a server; who starts it stops it. */
async function openDovecot(options: DovecotOptions = {}): Promise<Dovecot & { readonly stop: () => void }> {
  // Short: the name of a Unix socket has 108 characters at most.
  const folder = mkdtempSync(join(tmpdir(), 'dv-'));
  const ports = { imap: await freePort(), imaps: await freePort(), lmtp: await freePort() };
  const isRoot = process.getuid?.() === 0;
  const me = userInfo();
  const [uid, gid] = isRoot ? [65_534, 65_534] : [me.uid, me.gid];
  for (const name of ['run', 'state', 'mail', 'home']) mkdirSync(join(folder, name));
  for (const name of ['mail', 'home']) chownSync(join(folder, name), uid, gid);
  spawnSync('chmod', ['755', folder]);
  makeCertificate(folder, options.expired ?? false);
  const setPassword = (password: string): void =>
    writeFileSync(join(folder, 'users'), `${MAILBOX_USER}:{PLAIN}${password}:${uid}:${gid}::${folder}/home/avvisi::\n`);
  setPassword(MAILBOX_PASSWORD);
  writeFileSync(
    join(folder, 'oauth.ext'),
    `introspection_mode = post\nintrospection_url = ${options.introspection}\nusername_attribute = email\nactive_attribute = active\nactive_value = true\nforce_introspection = yes\n`,
  );
  writeFileSync(join(folder, 'dovecot.conf'), configurationOf({ folder, ports, isRoot, options }));
  const mailFolder = join(folder, 'mail', MAILBOX_USER);
  const log = (): string => (existsSync(join(folder, 'log')) ? readFileSync(join(folder, 'log'), 'utf8') : '');
  let program: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    rmSync(join(folder, 'run'), { recursive: true, force: true });
    program = spawn(PROGRAM, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore', detached: true });
    for (let tries = 0; tries < 600; tries++) {
      if (await greets(ports.imap)) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`Dovecot did not start.\n${log()}`);
  };
  const kill = (): void => {
    if (program?.pid !== undefined) {
      try {
        // The group: its children go on serving when the master alone is gone.
        process.kill(-program.pid, 'SIGKILL');
      } catch {
        // It ended before.
      }
    }
    program = undefined;
  };
  await start();
  let count = 0;
  return {
    ports,
    certificate: readFileSync(join(folder, 'cert.pem'), 'utf8'),
    certificateFile: join(folder, 'cert.pem'),
    mailFolder,
    deliver: (message) => deliver(ports.lmtp, message),
    put: (name, message, arrived, folder = '') => {
      const box = join(mailFolder, folder);
      const inbox = join(box, 'new');
      if (!existsSync(inbox)) {
        for (const path of [mailFolder, box, inbox, join(box, 'cur'), join(box, 'tmp')]) {
          mkdirSync(path, { recursive: true });
          chownSync(path, uid, gid);
        }
      }
      const file = join(inbox, `${1_772_435_520 + ++count}.${name}.prova`);
      writeFileSync(file, message);
      chownSync(file, uid, gid);
      if (arrived) utimesSync(file, arrived, arrived);
    },
    setPassword,
    kill,
    start,
    wipeUidValidity: () => {
      kill();
      for (const name of [
        'dovecot-uidlist',
        'dovecot-uidvalidity',
        'dovecot.index',
        'dovecot.index.log',
        'dovecot.index.cache',
        'dovecot.list.index.log',
      ])
        rmSync(join(mailFolder, name), { force: true });
    },
    log,
    stop: () => {
      kill();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
