/** A mail server on loopback that says what a test wants: for the faults no real one shows on demand. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';

/** A command as the client sent it, without its tag. */
export interface Said {
  readonly command: string;
  /** Sends lines as they are; the last one begins with the tag. */
  readonly answer: (...lines: readonly string[]) => void;
  /** `tag OK`, after these lines. */
  readonly ok: (...lines: readonly string[]) => void;
  readonly no: (why: string) => void;
  readonly socket: TLSSocket;
}

export interface ScriptedServer {
  readonly ports: { readonly imap: number; readonly imaps: number };
  readonly certificate: string;
  /** Every command it got so far. */
  readonly heard: readonly string[];
}

function certificate(names: string): { readonly key: string; readonly cert: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '9000', '-subj', '/CN=localhost'],
    ...['-addext', `subjectAltName=${names}`, '-keyout', key, '-out', cert],
  ]);
  const made = { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  rmSync(folder, { recursive: true });
  return made;
}

const CAPABILITIES = 'IMAP4rev1 AUTH=PLAIN SASL-IR IDLE UIDPLUS';

/** What the server does where the script does not answer: everything works, and the mailbox is empty. */
function usual({ command, ok }: Said): void {
  if (/^CAPABILITY/i.test(command)) ok(`* CAPABILITY ${CAPABILITIES}`);
  else if (/^EXAMINE/i.test(command)) ok('* 0 EXISTS', '* OK [UIDVALIDITY 7] .', '* OK [UIDNEXT 1] .');
  else if (/^UID SEARCH/i.test(command)) ok('* SEARCH');
  else if (/^NAMESPACE/i.test(command)) ok('* NAMESPACE (("" "/")) NIL NIL');
  else ok();
}

/** Starts it, stopped when the test ends; `names` are those its certificate is for. `script` answers a command and says so, or leaves it to the usual answer. */
export async function startScript(
  script: (said: Said) => boolean,
  greeting = `* OK [CAPABILITY ${CAPABILITIES}] pronto`,
  names = 'DNS:localhost,IP:127.0.0.1',
): Promise<ScriptedServer> {
  const heard: string[] = [];
  const open = new Set<Socket>();
  const { key, cert } = certificate(names);
  const server = createServer({ key, cert }, (socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    let rest = '';
    if (greeting !== '') socket.write(`${greeting}\r\n`);
    socket.on('data', (chunk) => {
      rest += String(chunk);
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        const [tag = '', ...words] = line.split(' ');
        const command = words.join(' ');
        heard.push(command);
        const answer = (...lines: readonly string[]): void => {
          socket.write(lines.map((one) => `${one}\r\n`).join(''));
        };
        const said: Said = {
          ...{ command, answer, socket },
          ok: (...lines) => answer(...lines, `${tag} OK fatto`),
          no: (why) => answer(`${tag} NO ${why}`),
        };
        if (!script(said)) usual(said);
      }
    });
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return { ports: { imap: port, imaps: port }, certificate: cert, heard };
}
