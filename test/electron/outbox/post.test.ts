import { describe, expect, it } from 'vitest';
import { migrations } from '#electron/db/migrations/index.ts';
import { openMemory } from '#electron/db/open.ts';
import type { Letter } from '#electron/outbox/letter.ts';
import { outgoingTable } from '#electron/outbox/outgoingTable.ts';
import { openPost } from '#electron/outbox/post.ts';
import { ok } from '#shared/kernel/result.ts';
import { testClock } from '../../helpers/desk.ts';
import { REFUSED, SMTP_PASSWORD, SMTP_USER, startSmtp } from '../../helpers/smtpServer.ts';
import { MONDAY_MORNING } from '../../helpers/town.ts';

const letterTo = (id: string, ...to: readonly string[]): Letter => ({
  ...{ from: 'avvisi@comune.valdombra.example', to, copy: [], references: [], date: MONDAY_MORNING },
  messageId: `${id}@comune.valdombra.example`,
  subject: 'Manca la data\r\nBcc: tutti@altro.example',
  text: 'Buongiorno.',
});
const OFFICE = 'biblioteca@comune.valdombra.example';

async function opened() {
  const server = await startSmtp();
  const clock = testClock();
  const table = outgoingTable(openMemory(migrations));
  const post = openPost({
    ...{ table, now: clock.now, since: () => MONDAY_MORNING },
    account: async () => ok({ account: server.account, access: { password: SMTP_PASSWORD } }),
    keepsCopies: () => false,
    shown: () => undefined,
  });
  return { server, clock, table, post };
}

describe('the letters on their way', () => {
  it.each([
    'uno@due@comune.example',
    '"uno due"@comune.example',
    'Ufficio <uno@comune.example>',
    'a@b.example\r\nBcc: c@d.example',
  ])('go to no address such as %j, and nobody is connected to', async (address) => {
    const { server, post, table } = await opened();
    expect(await post.send('l1', letterTo('l1', address))).toMatchObject({ error: { code: 'letter-address' } });
    expect([server.connections(), table.get('l1')]).toEqual([0, undefined]);
  });

  it('hold no header that their words bring along, and go to nobody these name', async () => {
    const { server, post } = await opened();
    expect(await post.send('l1', letterTo('l1', OFFICE))).toEqual(ok({ outcome: 'sent', server: '127.0.0.1' }));
    expect(server.taken).toMatchObject([{ from: SMTP_USER, to: [OFFICE] }]);
    expect(server.taken[0]?.raw).not.toMatch(/^Bcc:/im);
  });

  it('have their bytes and their Message-ID before anybody is connected to, the same at every attempt', async () => {
    const { server, post, table } = await opened();
    server.behave('dropsAtRecipient');
    expect(await post.send('l1', letterTo('l1', OFFICE))).toMatchObject({ error: { code: 'sending-dropped' } });
    const first = table.get('l1');
    expect(first).toMatchObject({ state: 'ready' });
    server.behave('takes');
    await post.send('l1', { ...letterTo('l1', OFFICE), text: 'Altre parole.' });
    expect(server.taken.map(({ raw }) => raw)).toEqual([first?.raw?.toString()]);
    expect(server.taken[0]?.raw).toMatch(/^Message-ID: <l1@comune\.valdombra\.example>\r$/im);
    expect(table.get('l1')).toMatchObject({ state: 'settled', raw: null, envelope: { to: [] } });
  });

  it('do not all knock at a server that does not answer', async () => {
    const { server, clock, post } = await opened();
    server.behave('dropsAtRecipient');
    await post.send('l1', letterTo('l1', OFFICE));
    const asked = server.connections();
    expect(await post.send('l2', letterTo('l2', OFFICE))).toMatchObject(ok({ why: { code: 'sending-dropped' } }));
    expect(server.connections()).toBe(asked);
    clock.advance(30_000);
    server.behave('takes');
    expect(await post.send('l2', letterTo('l2', OFFICE))).toMatchObject(ok({ outcome: 'sent' }));
  });

  it('leave again only to those they did not reach', async () => {
    const { server, post } = await opened();
    server.behave('refusesOne');
    const why = 'l’indirizzo non esiste';
    expect(await post.send('l1', letterTo('l1', OFFICE, REFUSED))).toMatchObject(
      ok({ outcome: 'partial', missed: [{ address: REFUSED, why }] }),
    );
    server.behave('takes');
    expect(post.mayLeaveAgain('l1')).toBe(true);
    post.again('l1');
    await post.send('l1', letterTo('l1', OFFICE, REFUSED));
    expect(server.taken.map(({ to }) => to)).toEqual([[OFFICE], [REFUSED]]);
    expect(post.mayLeaveAgain('l1')).toBe(false);
  });
});
