/** A mailbox that is full of years, and a line on which every byte comes alone: order and bounds, not speed. */
import { connect, createServer, type Socket } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { localValues } from '#electron/db/localValues.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { openMemory } from '#electron/db/open.ts';
import { act } from '#electron/demo/procedure.ts';
import { imapMailbox } from '#electron/requests/mailbox/imapMailbox.ts';
import { beginPosition } from '#electron/requests/mailbox/imapPosition.ts';
import { openSession } from '#electron/requests/mailbox/imapSession.ts';
import { unreadMails } from '#electron/requests/unreadMails.ts';
import { ok } from '#shared/kernel/result.ts';
import { must } from '../../../helpers/desk.ts';
import { MAILBOX_PASSWORD, startDovecot, withoutDovecot } from '../../../helpers/dovecot.ts';
import { accountOn, connectMailbox, openOnlineTown, trust, wantedOn } from '../../../helpers/mailboxDesk.ts';
import { emlOf, INCOMPLETE } from '../../../helpers/mails.ts';

const MANY = 10_000;
const RECENT = 40;
const [LONG_AGO, LATELY] = [new Date('2025-06-02T08:00:00Z'), new Date('2026-02-20T08:00:00Z')];

/** A server whose mailbox holds very many messages, the last of them of lately. */
async function full() {
  const server = await startDovecot();
  trust(server);
  for (let mail = 1; mail <= MANY; mail++) {
    const isRecent = mail > MANY - RECENT;
    server.put(`m${mail}`, emlOf({ ...INCOMPLETE, id: `mail${mail}` }), isRecent ? LATELY : LONG_AGO);
  }
  return server;
}

/** A line on which every byte the server sends comes alone. */
async function trickle(port: number): Promise<number> {
  const open = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(port, '127.0.0.1');
    for (const socket of [client, server]) {
      open.add(socket.setNoDelay(true));
      socket.on('error', () => undefined);
    }
    client.on('data', (chunk) => server.write(chunk));
    let line = Promise.resolve();
    server.on('data', (chunk: Buffer) => {
      line = line.then(async () => {
        for (const byte of chunk) {
          client.write(Buffer.of(byte));
          await new Promise(setImmediate);
        }
      });
    });
    client.on('close', () => server.destroy());
    server.on('close', () => void line.then(() => client.destroy()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    proxy.close();
  });
  const address = proxy.address();
  return typeof address === 'object' && address ? address.port : 0;
}

describe.skipIf(withoutDovecot !== undefined)(`very many e-mails (${withoutDovecot ?? 'Dovecot'})`, () => {
  it('of which the first connection reads those since its day, and the next look only what came after', async () => {
    const server = await full();
    const town = await openOnlineTown();
    await connectMailbox(town, wantedOn(server, { since: '2026-02-01' }));
    expect(await act(town.app, 'requests.checkMailbox', {})).toMatchObject({ read: RECENT, problems: [] });
    await server.deliver(emlOf({ ...INCOMPLETE, id: 'nuova' }));
    expect(await act(town.app, 'requests.checkMailbox', {})).toMatchObject({ read: 1, added: 1 });
  });

  it('that are all wanted come in the order they arrived, a bounded number at a time, each once', async () => {
    const server = await full();
    const database = openMemory(migrations);
    const local = localValues(database);
    const account = accountOn(server);
    beginPosition(local, account, '2025-01-01');
    const options = { account, access: { password: MAILBOX_PASSWORD }, proxyFor: async () => ({}) };
    const session = must(await openSession(options));
    const fetched: (readonly number[])[] = [];
    const watched: typeof session = {
      ...session,
      fetch: (uids) => {
        fetched.push(uids);
        return session.fetch(uids);
      },
    };
    const read = new Set<string>();
    const mailbox = imapMailbox({
      session: async () => ok(watched),
      local,
      wasRead: (id) => read.has(id),
      unread: unreadMails(database),
    });
    for (const { id } of must(await mailbox.list())) {
      must(await mailbox.read(id));
      read.add(id);
    }
    mailbox.settle?.();
    session.close();
    const uids = fetched.flat();
    expect(read.size).toBe(MANY);
    expect(uids).toEqual(uids.toSorted((one, other) => one - other));
    expect(new Set(uids).size).toBe(MANY);
    // What lies in memory at once: a batch, never the mailbox.
    expect(Math.max(...fetched.map(({ length }) => length))).toBeLessThanOrEqual(50);
    expect(fetched.length).toBeLessThanOrEqual(MANY / 50 + 1);
  });
});

it.skipIf(withoutDovecot !== undefined)('a server whose every byte comes alone is read all the same', async () => {
  const server = await startDovecot();
  trust(server);
  await server.deliver(emlOf(INCOMPLETE));
  const slow = { ports: { ...server.ports, imaps: await trickle(server.ports.imaps) } };
  const town = await openOnlineTown();
  expect(await connectMailbox(town, wantedOn(slow))).toMatchObject({ connected: true });
  expect(await act(town.app, 'requests.checkMailbox', {})).toMatchObject({ read: 1, added: 1, problems: [] });
});
