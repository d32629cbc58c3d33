import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import type { MailAccess } from '#shared/people/profile/mailAccess.ts';
import { accessOf, giveAccess, openAccessTown } from '../../../helpers/access.ts';
import { MAILBOX_USER, startDovecot, withoutDovecot } from '../../../helpers/dovecot.ts';
import { accountOn, connectMailbox, trust, wantedOn } from '../../../helpers/mailboxDesk.ts';
import { emlOf, INCOMPLETE, TWO_NOTICES } from '../../../helpers/mails.ts';
import { type OauthBehaviour, startOauth } from '../../../helpers/oauthServer.ts';
import type { Town } from '../../../helpers/openTown.ts';

const look = ({ app }: Town) => act(app, 'requests.checkMailbox', {});
const mailbox = async ({ app }: Town) => (await act(app, 'service.status', {})).mailbox;

/** A desk with an access, a mail server that asks whose token it is, and how to connect both. */
async function given(how: OauthBehaviour = {}) {
  const provider = await startOauth(MAILBOX_USER);
  provider.behave(how);
  const server = await startDovecot({ introspection: provider.introspection });
  trust(provider);
  trust(server);
  const town = await openAccessTown(() => undefined);
  const access = await giveAccess(town, provider);
  const wanted = wantedOn(server, { receiving: accountOn(server, { method: 'oauth2' }), password: null, access });
  return { provider, server, town, access, wanted };
}
const cut = async (server: Awaited<ReturnType<typeof given>>['server']): Promise<void> => {
  server.kill();
  await server.start();
};

describe.skipIf(withoutDovecot !== undefined)(`a mailbox opened by an access (${withoutDovecot ?? 'Dovecot'})`, () => {
  it('is tried, connected and read, and what opens it is data of the town without any secret', async () => {
    const { server, town, access, wanted } = await given();
    await server.deliver(emlOf(INCOMPLETE));
    expect(await connectMailbox(town, wanted)).toMatchObject({ connected: true });
    expect(await look(town)).toMatchObject({ read: 1, added: 1 });
    expect(await accessOf(town)).toMatchObject({ access });
    expect(await act(town.app, 'requests.mailbox', {})).toMatchObject({ receiving: { method: 'oauth2' } });
  });

  it('is not tried before a person gave the access', async () => {
    const provider = await startOauth(MAILBOX_USER);
    const server = await startDovecot({ introspection: provider.introspection });
    trust(server);
    const town = await openAccessTown(() => undefined);
    const receiving = accountOn(server, { method: 'oauth2' });
    const wanted = wantedOn(server, { receiving, password: null, access: provider.access('code') });
    const reply = await town.app.call('requests.connectMailbox', wanted);
    expect(reply).toMatchObject({ ok: false, error: { code: 'access-missing' } });
  });

  it('is read on with a new token before the old one ends, without anybody', async () => {
    const { provider, server, town, wanted } = await given();
    await connectMailbox(town, wanted);
    await look(town);
    const before = provider.asked.length;
    town.clock.advance(59 * 60_000);
    await cut(server);
    await server.deliver(emlOf(INCOMPLETE));
    expect(await look(town)).toMatchObject({ read: 1 });
    expect(provider.asked.slice(before)).toEqual(['refresh_token']);
  });

  it('is read on where a token was withdrawn before its time', async () => {
    const { provider, server, town, wanted } = await given();
    await connectMailbox(town, wanted);
    await look(town);
    provider.revoke(false);
    await cut(server);
    await server.deliver(emlOf(TWO_NOTICES));
    expect(await look(town)).toMatchObject({ read: 1, added: 2 });
    expect(provider.asked.at(-1)).toBe('refresh_token');
  });

  it('says that the access ended, asks nothing more of the server, and reads on when it is given again', async () => {
    const { provider, server, town, wanted } = await given();
    await connectMailbox(town, wanted);
    await look(town);
    provider.revoke(true);
    await cut(server);
    await server.deliver(emlOf(INCOMPLETE));
    const ended = await town.app.call('requests.checkMailbox', {});
    expect(ended).toMatchObject({ ok: false, error: { code: 'access-ended' } });
    expect(await mailbox(town)).toMatchObject({
      problem: { what: 'L’accesso alla posta è scaduto: accedi di nuovo.' },
    });
    const asked = provider.asked.length;
    await town.app.call('requests.checkMailbox', {});
    expect(provider.asked).toHaveLength(asked);
    expect(await accessOf(town)).toMatchObject({ kept: { isOver: true } });
    await giveAccess(town, provider);
    expect(await look(town)).toMatchObject({ read: 1, added: 1 });
    expect(await mailbox(town)).toMatchObject({ problem: null });
  });

  it('waits for a server of accesses that fails: only the moment was bad', async () => {
    const { provider, server, town, wanted } = await given({ seconds: 60 });
    await connectMailbox(town, wanted);
    await look(town);
    provider.behave({ broken: true });
    await cut(server);
    await server.deliver(emlOf(INCOMPLETE));
    const failed = await town.app.call('requests.checkMailbox', {});
    expect(failed).toMatchObject({ ok: false, error: { code: 'access-unavailable' } });
    expect(await accessOf(town)).toMatchObject({ kept: { isOver: false } });
    provider.behave({});
    expect(await look(town)).toMatchObject({ read: 1, added: 1 });
  });

  it('says of who may not open the mailbox that it is no question of time', async () => {
    const { town, wanted } = await given({ foreign: true });
    const tried = await connectMailbox(town, wanted);
    expect(tried).toMatchObject({
      connected: false,
      steps: [
        { state: 'done' },
        { state: 'done' },
        { step: 'access', problem: { code: 'mailbox-token-refused' } },
        {},
        {},
      ],
    });
  });

  it('sends what it was given to no other server of accesses', async () => {
    const { server, town, wanted } = await given();
    const other = await startOauth(MAILBOX_USER);
    trust(other);
    const access: MailAccess = other.access('code');
    const reply = await town.app.call('requests.connectMailbox', { ...wanted, access });
    expect(reply).toMatchObject({ ok: false, error: { code: 'access-missing' } });
    expect(other.asked).toEqual([]);
    server.kill();
  });
});
