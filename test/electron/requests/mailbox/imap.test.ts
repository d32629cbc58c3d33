import { readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { MAILBOX_PASSWORD, startDovecot, withoutDovecot } from '../../../helpers/dovecot.ts';
import { accountOn, connectMailbox, openOnlineTown, trust, wantedOn } from '../../../helpers/mailboxDesk.ts';
import { emlOf, INCOMPLETE, TWO_NOTICES } from '../../../helpers/mails.ts';
import type { Town } from '../../../helpers/openTown.ts';

const look = ({ app }: Town) => act(app, 'requests.checkMailbox', {});
const mailbox = async ({ app }: Town) => (await act(app, 'service.status', {})).mailbox;
const requests = async ({ app }: Town) => (await act(app, 'requests.list', { text: '', limit: 2_000 })).toDo.total;
/** The letters a mail file has behind its name for what was done to it: `S` for seen. */
const flagsIn = (folder: string): readonly string[] =>
  ['cur', 'new'].flatMap((name) => readdirSync(join(folder, name))).map((file) => file.split(':2,')[1] ?? '');

describe.skipIf(withoutDovecot !== undefined)(`the mailbox on a mail server (${withoutDovecot ?? 'Dovecot'})`, () => {
  it.each(['tls', 'starttls'] as const)('is tried step by step, connected and read over %s', async (security) => {
    const server = await startDovecot();
    trust(server);
    await server.deliver(emlOf(TWO_NOTICES));
    const town = await openOnlineTown();
    expect(await mailbox(town)).toMatchObject({ source: 'none', checkedAt: null });
    const connecting = await connectMailbox(town, wantedOn(server, { receiving: accountOn(server, { security }) }));
    expect(connecting).toMatchObject({
      connected: true,
      steps: [
        { step: 'server', state: 'done', evidence: `127.0.0.1, porta ${accountOn(server, { security }).port}` },
        { step: 'encryption', state: 'done', evidence: expect.stringContaining('Certificato valido fino al') },
        { step: 'access', state: 'done' },
        { step: 'folder', state: 'done', evidence: 'Posta in arrivo, 1 e-mail' },
        { step: 'message', state: 'done', evidence: '«Due avvisi della biblioteca», Giulia Ferrante' },
      ],
    });
    expect(await mailbox(town)).toMatchObject({ source: 'server', checkedAt: null });
    expect(await look(town)).toMatchObject({ read: 1, added: 2, problems: [] });
    expect(await mailbox(town)).toMatchObject({ source: 'server', problem: null, checkedAt: town.clock.now() });
    expect(await look(town)).toMatchObject({ read: 0, added: 0 });
  });

  it('marks nothing as seen, and reads what a colleague has opened before', async () => {
    const server = await startDovecot();
    trust(server);
    server.put('letta', emlOf(INCOMPLETE));
    const town = await openOnlineTown();
    await connectMailbox(town, wantedOn(server));
    expect(await look(town)).toMatchObject({ read: 1, added: 1 });
    expect(flagsIn(server.mailFolder)).toEqual(['']);
  });

  it('reads the same e-mail once for all desks and all ways in', async () => {
    const server = await startDovecot();
    trust(server);
    await server.deliver(emlOf(INCOMPLETE));
    const town = await openOnlineTown({ connects: true });
    await town.receive(INCOMPLETE);
    expect(await requests(town)).toBe(1);
    await connectMailbox(town, wantedOn(server));
    expect(await look(town)).toMatchObject({ read: 1, added: 0, problems: [] });
    expect(await requests(town)).toBe(1);
  });

  it('keeps the password out of the data, the log and what the screens are told', async () => {
    const server = await startDovecot();
    trust(server);
    const town = await openOnlineTown();
    await connectMailbox(town, wantedOn(server));
    await look(town);
    const view = await act(town.app, 'requests.mailbox', {});
    expect(view).toMatchObject({ connected: true, hasPassword: true, receiving: { server: '127.0.0.1' } });
    expect(JSON.stringify([view, await act(town.app, 'people.session', {})])).not.toContain(MAILBOX_PASSWORD);
    for (const file of readdirSync(town.folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      expect(readFileSync(join(file.parentPath, file.name)).includes(MAILBOX_PASSWORD), file.name).toBe(false);
    }
  });

  it('goes on where it was after a new start, and reads only what is new', async () => {
    const server = await startDovecot();
    trust(server);
    await server.deliver(emlOf(INCOMPLETE));
    const town = await openOnlineTown();
    await connectMailbox(town, wantedOn(server));
    await look(town);
    town.app.close();
    await server.deliver(emlOf(TWO_NOTICES));
    const again = await openOnlineTown({ folder: town.folder, clock: town.clock });
    expect(await mailbox(again)).toMatchObject({ source: 'server' });
    expect(await look(again)).toMatchObject({ read: 1, added: 2 });
  });

  it('reads every e-mail again under new numbers and doubles none', async () => {
    const server = await startDovecot();
    trust(server);
    await server.deliver(emlOf(INCOMPLETE));
    await server.deliver(emlOf(TWO_NOTICES));
    const town = await openOnlineTown();
    await connectMailbox(town, wantedOn(server));
    expect(await look(town)).toMatchObject({ read: 2, added: 3 });
    server.wipeUidValidity();
    await server.start();
    await server.deliver(emlOf({ ...INCOMPLETE, id: 'nuova' }));
    expect(await look(town)).toMatchObject({ read: 3, added: 1, problems: [] });
    expect(await requests(town)).toBe(4);
  });

  it('says that a server is gone, and reads on when it is back', async () => {
    const server = await startDovecot();
    trust(server);
    const town = await openOnlineTown();
    await connectMailbox(town, wantedOn(server));
    await look(town);
    server.kill();
    const reply = await town.app.call('requests.checkMailbox', {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'mailbox-unreachable' } });
    expect(await mailbox(town)).toMatchObject({
      problem: { code: 'mailbox-unreachable' },
      failingSince: town.clock.now(),
    });
    await server.start();
    await server.deliver(emlOf(INCOMPLETE));
    expect(await look(town)).toMatchObject({ read: 1, added: 1 });
    expect(await mailbox(town)).toMatchObject({ problem: null, failingSince: null });
  });

  it('reads by itself what arrives, as none of the two looks of the day (P20)', async () => {
    const server = await startDovecot();
    trust(server);
    const town = await openOnlineTown();
    await connectMailbox(town, wantedOn(server));
    await town.app.tick();
    await expect.poll(async () => (await mailbox(town)).checkedAt).toBe(town.clock.now());
    await server.deliver(emlOf(INCOMPLETE));
    // The clock stands still: only the server itself can have told.
    await expect
      .poll(async () => {
        await town.app.tick();
        return requests(town);
      })
      .toBe(1);
    const { checks, today } = await mailbox(town);
    expect(checks.every(({ start }) => start.state !== 'done')).toBe(true);
    expect(today.read).toBe(0);
    // The look of a person tells what came since her last one.
    expect(await look(town)).toMatchObject({ read: 1, added: 1 });
    expect(await mailbox(town)).toMatchObject({ today: { read: 1, added: 1 } });
    expect((await mailbox(town)).checks.at(-1)?.start.state).toBe('done');
    expect(await look(town)).toMatchObject({ read: 0, added: 0 });
  });

  it('is killed in the middle of many e-mails: none is lost, and none is there twice', async () => {
    const server = await startDovecot();
    trust(server);
    const all = 180;
    for (let mail = 1; mail <= all; mail++) server.put(`m${mail}`, emlOf({ ...INCOMPLETE, id: `mail${mail}` }));
    const done: number[] = [];
    const town = await openOnlineTown({
      progress: (_job, read) => {
        done.push(read);
        if (read === 70) server.kill();
      },
    });
    await connectMailbox(town, wantedOn(server));
    const reply = await town.app.call('requests.checkMailbox', {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'mailbox-dropped' } });
    expect(await act(town.app, 'requests.unread', {})).toMatchObject({ total: 0 });
    const before = Math.max(...done);
    expect(before).toBeLessThan(all);
    await server.start();
    done.length = 0;
    expect(await look(town)).toMatchObject({ read: all - before, added: all - before, problems: [] });
    expect(await requests(town)).toBe(all);
  });

  it('is told of a password that was changed at noon, asks for it once, and reads on with the new one', async () => {
    const server = await startDovecot();
    trust(server);
    const town = await openOnlineTown();
    await connectMailbox(town, wantedOn(server));
    await look(town);
    server.kill();
    server.setPassword('parola-nuova');
    await server.start();
    await server.deliver(emlOf(INCOMPLETE));
    const reply = await town.app.call('requests.checkMailbox', {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'mailbox-password-refused' } });
    const before = server.log().match(/auth failed/g)?.length;
    // The account would be locked: nobody tries by himself for an hour.
    town.clock.advance(30 * 60_000);
    await town.app.tick();
    expect(server.log().match(/auth failed/g)?.length).toBe(before);
    const wrong = await connectMailbox(town, wantedOn(server, { password: null }));
    expect(wrong.steps.find(({ state }) => state === 'failed')).toMatchObject({ step: 'access' });
    await connectMailbox(town, wantedOn(server, { password: 'parola-nuova' }));
    expect(await look(town)).toMatchObject({ read: 1, added: 1 });
  });

  it('reads another folder than that of arrival, and begins anew in one that was renamed and made again', async () => {
    const server = await startDovecot();
    trust(server);
    const town = await openOnlineTown();
    await connectMailbox(town, wantedOn(server, { receiving: accountOn(server, { folder: 'Lavorate' }) }));
    expect(await look(town)).toMatchObject({ read: 0 });
    server.kill();
    renameSync(join(server.mailFolder, '.Lavorate'), join(server.mailFolder, '.Fatte'));
    await server.start();
    // `auto = create` makes it again: the numbers are new, and nothing of the former folder is taken for its.
    expect(await look(town)).toMatchObject({ read: 0, problems: [] });
  });

  it('reads no more of the past than a person wants, and everything that comes after', async () => {
    const server = await startDovecot();
    trust(server);
    server.put('vecchia', emlOf(INCOMPLETE), new Date('2026-01-10T08:00:00Z'));
    const town = await openOnlineTown();
    await connectMailbox(town, wantedOn(server));
    expect(await look(town)).toMatchObject({ read: 0 });
    await server.deliver(emlOf(TWO_NOTICES));
    expect(await look(town)).toMatchObject({ read: 1, added: 2 });
    await connectMailbox(town, wantedOn(server, { password: null, since: '2026-01-01' }));
    expect(await look(town)).toMatchObject({ read: 1, added: 1 });
  });

  it('forgets the password and reads no more when a person disconnects it', async () => {
    const server = await startDovecot();
    trust(server);
    const town = await openOnlineTown();
    await connectMailbox(town, wantedOn(server));
    await act(town.app, 'requests.disconnectMailbox', {});
    expect(await act(town.app, 'requests.mailbox', {})).toMatchObject({ connected: false, hasPassword: false });
    expect(await town.app.call('requests.checkMailbox', {})).toMatchObject({
      ok: false,
      error: { code: 'mailbox-not-connected' },
    });
  });

  it('tells that a mailbox is full, which was read all the same', async () => {
    const server = await startDovecot({ quota: 1 });
    trust(server);
    server.put('grande', emlOf({ ...INCOMPLETE, lines: [...INCOMPLETE.lines, 'x'.repeat(2_000)] }));
    const town = await openOnlineTown();
    await connectMailbox(town, wantedOn(server));
    expect(await look(town)).toMatchObject({ read: 1, added: 1 });
    expect(await mailbox(town)).toMatchObject({ problem: { code: 'mailbox-full' }, checkedAt: town.clock.now() });
  });

  it('says of an e-mail above the limit whose it is, and leaves it in the mailbox', async () => {
    const server = await startDovecot();
    trust(server);
    const line = `${'x'.repeat(76)}\r\n`;
    server.put('enorme', `${emlOf(INCOMPLETE)}\r\n${line.repeat(26_000_000 / line.length)}`);
    await server.deliver(emlOf(TWO_NOTICES));
    const town = await openOnlineTown();
    await connectMailbox(town, wantedOn(server));
    expect(await look(town)).toMatchObject({
      read: 1,
      added: 2,
      problems: [
        {
          problem: {
            code: 'mail-too-large',
            what: expect.stringContaining('Corso di primo soccorso, di Giulia Ferrante'),
          },
        },
      ],
    });
    expect(await act(town.app, 'requests.unread', {})).toMatchObject({ total: 1, waiting: [{ forGood: true }] });
    expect(await look(town)).toMatchObject({ read: 0, problems: [] });
    expect(flagsIn(server.mailFolder)).toHaveLength(2);
  });
});
