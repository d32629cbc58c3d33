import { createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { openSession } from '#electron/requests/mailbox/imapSession.ts';
import { tryMailbox } from '#electron/requests/mailbox/imapTrial.ts';
import type { Receiving } from '#shared/people/profile/mailAccount.ts';
import { MAILBOX_PASSWORD, startDovecot, withoutDovecot } from '../../../helpers/dovecot.ts';
import { type Said, type ScriptedServer, startScript } from '../../../helpers/imapScript.ts';
import { accountOn, connectMailbox, openOnlineTown, trust, wantedOn } from '../../../helpers/mailboxDesk.ts';
import { emlOf, INCOMPLETE } from '../../../helpers/mails.ts';
import { openTown, type Town } from '../../../helpers/openTown.ts';

const direct = async () => ({});
const AT = '2026-03-02T08:00:00.000Z';

const optionsFor = (account: Receiving, password = MAILBOX_PASSWORD, patience = 2_000) => ({
  account,
  access: { password },
  proxyFor: direct,
  patience,
});
/** The code of what stands in the way, with the step at which the trial ended. */
async function troubleWith(account: Receiving, password?: string): Promise<string | undefined> {
  const steps = await tryMailbox(optionsFor(account, password), () => AT);
  const failed = steps.find(({ state }) => state === 'failed');
  return failed && `${failed.step}: ${failed.problem?.code}`;
}
const scripted = async (script: (said: Said) => boolean, greeting?: string): Promise<ScriptedServer> => {
  const server = await startScript(script, greeting);
  trust(server);
  return server;
};
const look = ({ app }: Town) => act(app, 'requests.checkMailbox', {});
/** The numbers a command asks for. */
const numbersIn = (command: string): readonly number[] =>
  (command.split(' ')[2] ?? '').split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split(':').map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
/** A server whose mailbox holds these messages, by number. */
const holding =
  (messages: Readonly<Record<number, string>>, folder: () => { readonly validity: number; readonly next: number }) =>
  ({ command, ok }: Said): boolean => {
    const uids = Object.keys(messages).map(Number);
    if (/^EXAMINE/i.test(command)) {
      const { validity, next } = folder();
      ok(`* ${uids.length} EXISTS`, `* OK [UIDVALIDITY ${validity}] .`, `* OK [UIDNEXT ${next}] .`);
      return true;
    }
    const search = /^UID SEARCH (?:UID (\d+):\*)?/i.exec(command);
    if (search) {
      const from = Number(search[1] ?? 0);
      const found = uids.filter((uid) => uid >= from);
      // As servers do: the last message also where it lies below.
      ok(`* SEARCH ${(found.length > 0 ? found : uids.slice(-1)).join(' ')}`);
      return true;
    }
    if (!/^UID FETCH/i.test(command)) return false;
    const asked = numbersIn(command);
    const wanted = uids.filter((uid) => asked.includes(uid));
    const isWhole = /BODY/.test(command);
    ok(
      ...wanted.map((uid, at) => {
        const text = messages[uid] ?? '';
        const whole = isWhole ? ` BODY[] {${Buffer.byteLength(text)}}\r\n${text}` : ` RFC822.SIZE ${text.length}`;
        return `* ${at + 1} FETCH (UID ${uid}${whole})`;
      }),
    );
    return true;
  };

describe('a mailbox that does not open, said as what it is', () => {
  it.each([
    ['[AUTHENTICATIONFAILED] no', 'access: mailbox-password-refused'],
    ['[EXPIRED] la password è scaduta', 'access: mailbox-access-ended'],
    ['LOGIN failed. BasicAuthBlocked', 'access: mailbox-basic-blocked'],
    ['[ALERT] Application-specific password required', 'access: mailbox-basic-blocked'],
    ['[UNAVAILABLE] più tardi', 'server: mailbox-busy'],
  ])('entering answered with %s', async (answer, expected) => {
    const server = await scripted(({ command, no }) => {
      if (!/^(AUTHENTICATE|LOGIN)/i.test(command)) return false;
      no(answer);
      return true;
    });
    expect(await troubleWith(accountOn(server))).toBe(expected);
  });

  it('a server that takes no password any more', async () => {
    const greeting = '* OK [CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=XOAUTH2] pronto';
    const server = await scripted(() => false, greeting);
    expect(await troubleWith(accountOn(server))).toBe('access: mailbox-basic-blocked');
    expect(server.heard.join(' ')).not.toContain('LOGIN');
  });

  it('a server that never greets, one that is not there, a name that does not exist', async () => {
    const mute = await scripted(() => false, '');
    expect(await troubleWith(accountOn(mute))).toBe('server: mailbox-timeout');
    expect(await troubleWith(accountOn(mute, { port: 1 }))).toBe('server: mailbox-unreachable');
    expect(await troubleWith(accountOn(mute, { server: 'posta.invalid' }))).toMatch(
      /server: mailbox-(server-unknown|no-network)/,
    );
  });

  it('a certificate nobody knows, or of another server: no password is sent', async () => {
    const server = await startScript(() => false, undefined, 'DNS:localhost');
    expect(await troubleWith(accountOn(server))).toBe('encryption: mailbox-certificate');
    trust(server);
    expect(await troubleWith(accountOn(server))).toBe('encryption: mailbox-certificate-name');
    expect(server.heard).toEqual([]);
  });

  it('a line that speaks no TLS, and no STARTTLS where it is wanted', async () => {
    const plain = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.write('* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] pronto\r\n');
      socket.on('data', (chunk) => {
        const tag = String(chunk).split(' ')[0];
        socket.write(`* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n${tag} OK fatto\r\n`);
      });
    });
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      plain.close();
    });
    const address = plain.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const account = accountOn({ ports: { imap: port, imaps: port } });
    expect(await troubleWith(account)).toBe('encryption: mailbox-not-encrypted');
    expect(await troubleWith({ ...account, security: 'starttls' })).toBe('encryption: mailbox-not-encrypted');
  });

  it('a proxy that lets nothing through', async () => {
    const server = await scripted(() => false);
    const proxyFor = async () => ({ HTTPS_PROXY: 'http://127.0.0.1:1' });
    const opened = await openSession({ ...optionsFor(accountOn(server)), proxyFor });
    expect(opened).toMatchObject({ ok: false, error: { code: 'mailbox-proxy' } });
  });

  it.skipIf(withoutDovecot !== undefined)(
    'a folder that is not there, and a wrong password, on a real server',
    async () => {
      const server = await startDovecot();
      expect(await troubleWith(accountOn(server))).toBe('encryption: mailbox-certificate');
      trust(server);
      expect(await troubleWith(accountOn(server, { folder: 'Avvisi' }))).toBe('folder: mailbox-folder-missing');
      expect(await troubleWith(accountOn(server), 'sbagliata')).toBe('access: mailbox-password-refused');
      expect(await troubleWith(accountOn(server))).toBeUndefined();
    },
  );
});

describe('a server that lies', () => {
  const first = emlOf({ ...INCOMPLETE, id: 'uno' });
  const second = emlOf({ ...INCOMPLETE, id: 'due' });

  it('about its numbers: the same number twice is read twice, and nothing is lost', async () => {
    const messages: Record<number, string> = { 5: first };
    let folder = { validity: 7, next: 6 };
    const server = await scripted(holding(messages, () => folder));
    const town = await openOnlineTown();
    await connectMailbox(town, wantedOn(server));
    expect(await look(town)).toMatchObject({ read: 1, added: 1 });
    // It begins to count anew and keeps its UIDVALIDITY, which RFC 3501 forbids.
    messages[5] = second;
    folder = { validity: 7, next: 5 };
    expect(await look(town)).toMatchObject({ read: 1, added: 1 });
    folder = { validity: 7, next: 6 };
    expect(await look(town)).toMatchObject({ read: 0, added: 0 });
  });

  it('about what it holds: an e-mail that is not delivered stops no other, and is tried again', async () => {
    const messages: Record<number, string> = { 3: '', 4: second };
    const server = await scripted(holding(messages, () => ({ validity: 7, next: 5 })));
    const town = await openOnlineTown();
    await connectMailbox(town, wantedOn(server));
    expect(await look(town)).toMatchObject({ read: 1, problems: [{ problem: { code: 'mail-not-delivered' } }] });
    messages[3] = first;
    expect(await look(town)).toMatchObject({ read: 1, added: 1, problems: [] });
  });

  it('about its UIDVALIDITY: without one nothing is taken for read', async () => {
    const server = await scripted(({ command, ok }) => {
      if (!/^EXAMINE/i.test(command)) return false;
      ok('* 0 EXISTS', '* OK [UIDVALIDITY 0] .');
      return true;
    });
    expect(await troubleWith(accountOn(server))).toBe('folder: mailbox-server-lies');
  });

  it('about a size: what would fill the memory ends one connection, and the others are read', async () => {
    const messages: Record<number, string> = { 3: first, 4: 'x', 5: second };
    const whole = holding(messages, () => ({ validity: 7, next: 6 }));
    const server = await scripted((said) => {
      const isBomb = /BODY/.test(said.command) && numbersIn(said.command).includes(4);
      if (isBomb) said.answer('* 2 FETCH (UID 4 BODY[] {900000000}');
      return isBomb || whole(said);
    });
    const town = await openOnlineTown();
    await connectMailbox(town, wantedOn(server));
    for (let looks = 0; looks < 4; looks++) await town.app.call('requests.checkMailbox', {});
    expect(await act(town.app, 'requests.unread', {})).toMatchObject({ total: 1 });
    expect((await act(town.app, 'requests.list', { text: '', limit: 10 })).toDo.total).toBe(2);
  });
});

describe('a line that goes dead', () => {
  it('in the middle of an answer is given up, and the same desk reads on by a new one', async () => {
    const messages = { 3: emlOf({ ...INCOMPLETE, id: 'uno' }) };
    const whole = holding(messages, () => ({ validity: 7, next: 4 }));
    let isDead = false;
    const server = await scripted((said) => {
      if (!isDead || !/^UID FETCH .*BODY/i.test(said.command)) return whole(said);
      // Byte by byte and never to the end.
      said.answer('* 1 FETCH (UID 3 BODY[] {400}');
      said.socket.write('From: ');
      return true;
    });
    const session = await openSession(optionsFor(accountOn(server), MAILBOX_PASSWORD, 400));
    if (!session.ok) throw new Error(session.error.what);
    await session.value.open();
    isDead = true;
    expect(await session.value.fetch([3])).toMatchObject({ ok: false, error: { code: 'mailbox-timeout' } });
    expect(session.value.isOpen()).toBe(false);
    isDead = false;
    const again = await openSession(optionsFor(accountOn(server)));
    if (!again.ok) throw new Error(again.error.what);
    await again.value.open();
    const fetched = await again.value.fetch([3]);
    expect(fetched.ok && fetched.value.size).toBe(1);
    again.value.close();
  });
});

it('the invented town connects no mailbox: nothing leaves it', async () => {
  const town = await openTown();
  expect(await act(town.app, 'requests.mailbox', {})).toMatchObject({ offline: true });
  const reply = await town.app.call('requests.connectMailbox', wantedOn({ ports: { imap: 1, imaps: 1 } }));
  expect(reply).toMatchObject({ ok: false, error: { code: 'mailbox-training' } });
});
