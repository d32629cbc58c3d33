import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import type { Sending } from '#shared/outbox/sendingAccount.ts';
import { inWork } from '../../../helpers/inWork.ts';
import { openOnlineTown } from '../../../helpers/mailboxDesk.ts';
import { INCOMPLETE } from '../../../helpers/mails.ts';
import type { Town, TownAppOptions } from '../../../helpers/openTown.ts';
import { SMTP_PASSWORD, startSmtp } from '../../../helpers/smtpServer.ts';

const OFFICE = 'biblioteca@comune.valdombra.example';

const openTown = (options: TownAppOptions = {}) => openOnlineTown({ connects: true, ...options });
const connect = ({ app }: Town, sending: Sending, password: string | null = SMTP_PASSWORD) =>
  act(app, 'requests.connectSending', { sending, password, access: null });

/** A town whose desk sends by itself, and the letters that the server took since. */
async function connected(options: TownAppOptions = {}) {
  const server = await startSmtp();
  const town = await openTown(options);
  expect(await connect(town, server.account)).toMatchObject({ connected: true });
  const before = server.taken.length;
  return { town, server, taken: () => server.taken.slice(before) };
}

/** The office is asked for what is missing: a letter that leaves after the time of undo. */
async function ask(town: Town): Promise<string> {
  await town.receive(INCOMPLETE);
  const [request] = await inWork(town.app);
  const id = request?.id ?? expect.fail('no request');
  await act(town.app, 'requests.takeCharge', { id });
  await act(town.app, 'requests.ask', { id, text: null });
  return id;
}
const passes = async (town: Town, milliseconds = 10_000): Promise<void> => {
  town.clock.advance(milliseconds);
  await town.app.tick();
};
const letterOf = async ({ app }: Town, id: string) => (await act(app, 'requests.get', { id })).mails.at(-1)?.letter;
const waiting = ({ app }: Town) => act(app, 'queue.toPost', {});
const stuck = ({ app }: Town) => act(app, 'service.stuck', {});

describe('the way letters leave', () => {
  it('is tried up to a letter to oneself, each step with its evidence, and then kept', async () => {
    const server = await startSmtp();
    const town = await openTown();
    expect(await act(town.app, 'requests.sending', {})).toMatchObject({
      sending: null,
      since: null,
      hasPassword: false,
    });
    const { steps } = await connect(town, server.account);
    expect(steps).toMatchObject([
      { step: 'server', state: 'done', evidence: `127.0.0.1, porta ${server.account.port}` },
      { step: 'encryption', state: 'done', evidence: expect.stringContaining('Certificato valido fino al') },
      { step: 'access', state: 'done' },
      { step: 'letter', state: 'done', evidence: `Consegnata al server per ${server.account.address}` },
    ]);
    expect(server.taken).toMatchObject([{ to: [server.account.address] }]);
    const view = await act(town.app, 'requests.sending', {});
    expect(view).toMatchObject({ sending: server.account, since: town.clock.now(), hasPassword: true });
    expect(JSON.stringify([view, await act(town.app, 'people.session', {})])).not.toContain(SMTP_PASSWORD);
    for (const file of readdirSync(town.folder, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      expect(readFileSync(join(file.parentPath, file.name)).includes(SMTP_PASSWORD), file.name).toBe(false);
    }
  });

  it('is kept by nobody where a step fails, and those after it are not tried', async () => {
    const server = await startSmtp();
    const town = await openTown();
    expect(await connect(town, server.account, 'sbagliata')).toMatchObject({
      connected: false,
      steps: [
        { state: 'done' },
        { state: 'done' },
        { step: 'access', state: 'failed', problem: { code: 'sending-password-refused' } },
        { step: 'letter', state: 'untried' },
      ],
    });
    server.behave('refusesSender');
    expect((await connect(town, server.account)).steps.at(-1)).toMatchObject({
      state: 'failed',
      problem: { code: 'sending-sender-refused' },
    });
    expect(await act(town.app, 'requests.sending', {})).toMatchObject({
      sending: null,
      since: null,
      hasPassword: false,
    });
  });
});

describe('a letter of a desk that sends by itself (P66)', () => {
  it('leaves once after the time of undo, and is with the server: no more than that', async () => {
    const { town, taken } = await connected();
    const id = await ask(town);
    await passes(town, 9_000);
    expect(taken()).toEqual([]);
    await passes(town, 1_000);
    expect(taken()).toMatchObject([{ to: [OFFICE] }]);
    expect(taken()[0]?.raw).not.toMatch(/^X-Unsent/im);
    expect(await letterOf(town, id)).toMatchObject({ state: 'accepted', server: '127.0.0.1' });
    expect([await waiting(town), readdirSync(join(town.folder, 'uscita'))]).toEqual([[], []]);
    await passes(town, 600_000);
    expect(taken()).toHaveLength(1);
  });

  it('taken back in time never leaves', async () => {
    const { town, taken } = await connected();
    const id = await ask(town);
    const effect = (await letterOf(town, id))?.effect ?? expect.fail('no letter');
    await act(town.app, 'drafts.undo', { id: effect });
    await passes(town, 60_000);
    expect(taken()).toEqual([]);
  });

  it('written before the desk was connected waits for a person: connecting sends none', async () => {
    const server = await startSmtp();
    const town = await openTown();
    const id = await ask(town);
    town.clock.advance(5_000);
    await connect(town, server.account);
    const before = server.taken.length;
    await passes(town, 60_000);
    expect(server.taken).toHaveLength(before);
    expect(await letterOf(town, id)).toMatchObject({ state: 'toPost' });
    expect(await waiting(town)).toMatchObject([{ state: 'toPost', to: [OFFICE] }]);
  });

  it('is tried again by itself while nothing of it has left, and is a task after a while', async () => {
    const { town, server, taken } = await connected();
    const id = await ask(town);
    server.behave('putsOff');
    await passes(town);
    expect(await letterOf(town, id)).toMatchObject({ state: 'leaving', obstacle: { code: 'sending-busy' } });
    for (let minute = 0; minute < 20; minute++) await passes(town, 60_000);
    expect(await stuck(town)).toMatchObject([{ what: 'letter', problem: { code: 'sending-busy' } }]);
    server.behave('takes');
    await passes(town, 600_000);
    expect(taken()).toHaveLength(1);
    expect([await letterOf(town, id), await stuck(town)]).toMatchObject([{ state: 'accepted' }, []]);
  });

  it('waits for the new password where the old one is refused, and asks the server once', async () => {
    const { town, server, taken } = await connected();
    const id = await ask(town);
    server.wants('nuova');
    await passes(town);
    const asked = server.connections();
    expect((await letterOf(town, id))?.obstacle).toMatchObject({ code: 'sending-password-refused' });
    for (let minute = 0; minute < 30; minute++) await passes(town, 60_000);
    expect(server.connections()).toBe(asked);
    expect(await stuck(town)).toMatchObject([{ problem: { code: 'sending-password-refused' } }]);
    await connect(town, server.account, 'nuova');
    await passes(town, 0);
    expect(taken().filter(({ to }) => to.includes(OFFICE))).toHaveLength(1);
  });

  it.each([
    ['refuses', { state: 'refused', why: 'le regole del server non lo permettono' }],
    ['refusesAll', { state: 'refused', why: 'l’indirizzo non esiste' }],
    ['dropsAfterText', { state: 'uncertain' }],
    ['dropsInText', { state: 'uncertain' }],
  ] as const)('where the server %s waits for a person, who lets it leave again', async (how, expected) => {
    const { town, server, taken } = await connected();
    const id = await ask(town);
    server.behave(how);
    await passes(town);
    expect(await letterOf(town, id)).toMatchObject(expected);
    const before = taken().length;
    await passes(town, 3_600_000);
    expect(taken()).toHaveLength(before);
    const [letter] = await waiting(town);
    expect(letter).toMatchObject(expected);
    server.behave('takes');
    await act(town.app, 'queue.resendLetter', { id: letter?.id ?? '' });
    await passes(town, 0);
    expect(taken()).toHaveLength(before + 1);
    expect([(await letterOf(town, id))?.state, await waiting(town)]).toEqual(['accepted', []]);
    expect(await town.app.call('queue.resendLetter', { id: letter?.id })).toMatchObject({
      error: { code: 'letter-settled' },
    });
  });

  it('of which nobody knows is settled by a person who saw it arrive, and she may take that back', async () => {
    const { town, server } = await connected();
    const id = await ask(town);
    server.behave('dropsAfterText');
    await passes(town);
    const [letter] = await waiting(town);
    const say = (word: 'arrived' | 'arrivedUndone') =>
      act(town.app, 'queue.sayOfLetter', { id: letter?.id ?? '', word });
    await say('arrived');
    expect([await waiting(town), await letterOf(town, id)]).toMatchObject([
      [],
      { state: 'arrived', by: 'Marta Bellin' },
    ]);
    await say('arrivedUndone');
    expect(await waiting(town)).toMatchObject([{ state: 'uncertain' }]);
  });

  it('that was leaving when the program ended is uncertain: it never leaves again by itself', async () => {
    const { town, server, taken } = await connected();
    const id = await ask(town);
    server.behave('hangsAfterText');
    town.clock.advance(10_000);
    const leaving = town.app.tick().catch(() => undefined);
    await expect.poll(() => taken().length).toBe(1);
    town.app.close();
    const again = await openOnlineTown({ folder: town.folder, clock: town.clock });
    server.behave('takes');
    await passes(again, 0);
    expect(await letterOf(again, id)).toMatchObject({ state: 'uncertain' });
    await passes(again, 3_600_000);
    expect(taken()).toHaveLength(1);
    await server.stop();
    await leaving;
  });

  it('has its answer join the request it asked about', async () => {
    const { town, taken } = await connected();
    const id = await ask(town);
    await passes(town);
    const messageId = /^Message-ID: (<[^>]+>)/im.exec(taken()[0]?.raw ?? '')?.[1] ?? expect.fail('no Message-ID');
    await town.receive({ ...INCOMPLETE, id: 'risposta', subject: 'R: altro', answers: [messageId] });
    expect((await act(town.app, 'requests.get', { id })).mails.map(({ kind }) => kind)).toContain('answers');
  });
});
