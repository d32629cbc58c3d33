import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { ok } from '#shared/kernel/result.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import { openOnlineTown } from '../../../../helpers/mailboxDesk.ts';
import { openTownApp, type Town, type TownAppOptions } from '../../../../helpers/openTown.ts';
import { SMTP_PASSWORD, startSmtp } from '../../../../helpers/smtpServer.ts';

const EMERGENCY = { title: 'Allerta', text: 'Resta in casa.', link: null, authoriser: 'Sindaca', why: 'Piena' };

/** A town whose desk sends by itself, and the letters that the server took since. */
async function connected(options: TownAppOptions = {}) {
  const server = await startSmtp();
  const town = await openOnlineTown({ connects: true, ask: async () => ok(null), ...options });
  expect(
    await act(town.app, 'requests.connectSending', { sending: server.account, password: SMTP_PASSWORD, access: null }),
  ).toMatchObject({ connected: true });
  const before = server.taken.length;
  return { town, server, taken: () => server.taken.slice(before) };
}

/** An emergency by e-mail to the contractor: it leaves after the time of undo. */
async function send({ app, clock }: Town): Promise<string> {
  const { id } = await act(app, 'queue.emergency', { ...EMERGENCY, route: 'e-mail alla ditta' });
  clock.advance(11_000);
  await app.tick();
  return id;
}
const jobOf = async ({ app }: Town) => (await act(app, 'queue.list', {}))[0] ?? expect.fail('no job');
const passes = async ({ app, clock }: Town, milliseconds: number): Promise<void> => {
  clock.advance(milliseconds);
  await app.tick();
};
const CONTRACTOR = valdombra.contractor.address ?? '';
const MAYOR = valdombra.mayor ?? '';
const HEAD = 'ornella.vidal@comune.valdombra.example';

describe('the e-mail to the contractor of a desk that sends by itself (P32)', () => {
  it('leaves once, with the head and the mayor in copy, and is asked: consegnata al server, no more than that', async () => {
    const { town, taken } = await connected();
    await send(town);
    expect(taken()).toMatchObject([{ to: [CONTRACTOR, HEAD, MAYOR] }]);
    expect(taken()[0]?.raw).not.toMatch(/^X-Unsent/im);
    expect(await jobOf(town)).toMatchObject({
      state: 'handedOver',
      posted: null,
      sent: null,
      mail: { taken: { server: '127.0.0.1', at: town.clock.now() }, delivered: [] },
    });
    expect(readdirSync(join(town.folder, 'uscita'))).toEqual([]);
    expect(await act(town.app, 'queue.toPost', {})).toEqual([]);
    for (let hour = 0; hour < 3; hour++) await passes(town, 3_600_000);
    expect(taken()).toHaveLength(1);
  });

  it('without an account lies as a file for a person, and connecting sends none of those', async () => {
    const server = await startSmtp();
    const town = await openOnlineTown({ connects: true, ask: async () => ok(null) });
    await send(town);
    expect([(await jobOf(town)).state, readdirSync(join(town.folder, 'uscita')).length]).toEqual(['toPost', 1]);
    await act(town.app, 'requests.connectSending', { sending: server.account, password: SMTP_PASSWORD, access: null });
    const before = server.taken.length;
    await passes(town, 3_600_000);
    expect([(await jobOf(town)).state, server.taken.length]).toEqual(['toPost', before]);
  });

  it('of whose recipients one is refused is no success: the copy is due, and Oggi says so', async () => {
    const { town, server } = await connected();
    server.doesNotWant(HEAD);
    const id = await send(town);
    expect(await jobOf(town)).toMatchObject({ state: 'handedOver', headCopy: 'due', mayorCopy: null });
    await act(town.app, 'queue.headCopied', { id });
    expect(await jobOf(town)).toMatchObject({ headCopy: 'given' });
  });

  it('that the server takes only for the copies is refused: nobody asked the contractor', async () => {
    const { town, server } = await connected();
    server.doesNotWant(CONTRACTOR);
    await send(town);
    expect(await jobOf(town)).toMatchObject({
      state: 'refused',
      why: 'il server non ha preso l’indirizzo della ditta: l’indirizzo non esiste',
    });
  });

  it('that the server refuses is refused, and leaves again only when a person says so, as another e-mail', async () => {
    const { town, server, taken } = await connected();
    server.behave('refuses');
    const id = await send(town);
    expect(await jobOf(town)).toMatchObject({ state: 'refused' });
    server.behave('takes');
    await passes(town, 3_600_000);
    expect(taken()).toEqual([]);
    await act(town.app, 'queue.requeue', { id, why: 'ora il server la prende' });
    await passes(town, 24 * 3_600_000);
    expect([(await jobOf(town)).state, taken().length]).toEqual(['handedOver', 1]);
  });

  it.each(['dropsAfterText', 'dropsInText'] as const)(
    'of which nobody knows (%s) is uncertain, and never leaves again by itself',
    async (how) => {
      const { town, server, taken } = await connected();
      server.behave(how);
      await send(town);
      expect(await jobOf(town)).toMatchObject({ state: 'uncertain', mail: { taken: null } });
      const before = taken().length;
      server.behave('takes');
      for (let hour = 0; hour < 3; hour++) await passes(town, 3_600_000);
      expect([(await jobOf(town)).state, taken().length]).toEqual(['uncertain', before]);
    },
  );

  it('is put off while the server does not answer, says why, and leaves once when it does', async () => {
    const { town, server, taken } = await connected();
    const { app } = town;
    await act(app, 'queue.emergency', { ...EMERGENCY, route: 'e-mail alla ditta' });
    server.wants('un’altra');
    await passes(town, 11_000);
    expect(await jobOf(town)).toMatchObject({ state: 'deferred', why: expect.stringContaining('password') });
    server.wants(SMTP_PASSWORD);
    for (let minute = 0; minute < 90; minute++) await passes(town, 60_000);
    expect([(await jobOf(town)).state, taken().length]).toEqual(['handedOver', 1]);
  });

  it('put off by the server for now is tried again by itself, with the same bytes', async () => {
    const { town, server, taken } = await connected();
    server.behave('putsOff');
    await send(town);
    expect(await jobOf(town)).toMatchObject({ state: 'delivering', obstacle: { code: 'sending-busy' } });
    server.behave('takes');
    for (let minute = 0; minute < 15; minute++) await passes(town, 60_000);
    expect([(await jobOf(town)).state, taken().length]).toEqual(['handedOver', 1]);
  });

  it('of a program that was killed while the server had it is uncertain at the next start, and never leaves again', async () => {
    const { town, server, taken } = await connected();
    server.behave('hangsAfterText');
    const { id } = await act(town.app, 'queue.emergency', { ...EMERGENCY, route: 'e-mail alla ditta' });
    town.clock.advance(11_000);
    void town.app.tick().catch(() => undefined);
    await expect.poll(() => taken().length).toBe(1);
    town.app.close();
    server.behave('takes');
    const again = openTownApp({
      ...{ folder: town.folder, clock: town.clock, training: false, connects: false, ask: async () => ok(null) },
      fetch: () => Promise.reject(new Error('Nessuna rete.')),
    });
    const job = async () => (await act(again.app, 'queue.list', {}))[0];
    expect(await job()).toMatchObject({ id, state: 'delivering' });
    await again.app.tick();
    expect(await job()).toMatchObject({ state: 'uncertain', mail: { taken: null } });
    for (let hour = 0; hour < 3; hour++) {
      again.clock.advance(3_600_000);
      await again.app.tick();
    }
    expect([(await job())?.state, taken().length]).toEqual(['uncertain', 1]);
  });
});
