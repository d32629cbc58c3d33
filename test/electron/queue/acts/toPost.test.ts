import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { ok } from '#shared/kernel/result.ts';
import { inWork } from '../../../helpers/inWork.ts';
import { INCOMPLETE } from '../../../helpers/mails.ts';
import { openTown, type Town, type TownAppOptions } from '../../../helpers/openTown.ts';

const TEXT = 'Via Roma chiusa al traffico\n\nGiovedì 5 marzo via Roma è chiusa al traffico dalle 8 alle 18.';
const REASONS = {
  data: 'Concordata.',
  link: 'Non c’è una pagina.',
  mittente: 'Per telefono.',
  prontuario: 'Concordato.',
};

/** A town where the office was asked for what is missing, and the letter lies ready. */
async function asked(options: TownAppOptions = {}): Promise<Town & { readonly request: string; readonly id: string }> {
  const town = await openTown({ training: false, ask: async () => ok(null), ...options });
  await town.receive(INCOMPLETE);
  const [request] = await inWork(town.app);
  const id = request?.id ?? expect.fail('no request');
  await act(town.app, 'requests.takeCharge', { id });
  await act(town.app, 'requests.ask', { id, text: null });
  town.clock.advance(10_000);
  await town.app.tick();
  const [letter] = await act(town.app, 'queue.toPost', {});
  return { ...town, request: id, id: letter?.id ?? expect.fail('nothing to send') };
}
const count = async ({ app }: Town) => (await act(app, 'service.status', {})).counts.toPost;
const letterOf = async ({ app }: Town, id: string) => (await act(app, 'requests.get', { id })).mails.at(-1)?.letter;
const say = ({ app }: Town, id: string, word: 'posted' | 'postUndone' | 'dropped' | 'kept') =>
  act(app, 'queue.sayOfLetter', { id, word });

describe('a letter the app wrote (P66)', () => {
  it('is to be sent, counted, and named on its request, until a person says that she sent it', async () => {
    const town = await asked();
    expect(await act(town.app, 'queue.toPost', {})).toMatchObject([
      { purpose: 'missing', to: ['biblioteca@comune.valdombra.example'], request: town.request, desk: null },
    ]);
    expect([await count(town), (await inWork(town.app))[0]?.hasToPost]).toEqual([1, true]);
    await say(town, town.id, 'posted');
    expect([await count(town), (await inWork(town.app))[0]?.hasToPost]).toEqual([0, false]);
    expect(await letterOf(town, town.request)).toMatchObject({ state: 'posted', by: 'Marta Bellin' });
    expect(await town.app.call('queue.sayOfLetter', { id: town.id, word: 'dropped' })).toMatchObject({
      error: { code: 'letter-settled' },
    });
    await say(town, town.id, 'postUndone');
    await say(town, town.id, 'dropped');
    expect([await count(town), (await letterOf(town, town.request))?.state]).toEqual([0, 'dropped']);
    await say(town, town.id, 'kept');
    expect(await count(town)).toBe(1);
  });

  it('opens as a draft to be sent, written again where its file is gone', async () => {
    const town = await asked();
    const folder = join(town.folder, 'uscita');
    const [name = ''] = readdirSync(folder);
    const before = readFileSync(join(folder, name), 'utf8');
    expect(before).toMatch(/^X-Unsent: 1\r$/m);
    expect(before).toMatch(/^X-Puntosi-Lettera:\s+[0-9a-f]{32}@comune\.valdombra\.example\r$/m);
    rmSync(join(folder, name));
    expect(await act(town.app, 'queue.openLetter', { id: town.id })).toEqual({ opened: true });
    expect(readFileSync(join(folder, name), 'utf8')).toBe(before);
    expect(town.asked.at(-1)).toEqual({ what: 'open-document', path: join(folder, name) });
  });

  it('opens nothing in the invented town (P64)', async () => {
    const town = await asked({ training: true });
    const before = town.asked.length;
    expect(await act(town.app, 'queue.openLetter', { id: town.id })).toEqual({ opened: false });
    expect(town.asked).toHaveLength(before);
  });
});

describe('the letter that asks the head (P26)', () => {
  it('is named on its request and counted only until he decided', async () => {
    const town = await openTown({ training: false, ask: async () => ok(null) });
    const { app, clock } = town;
    const data = { sendDate: '2026-03-05', sendTime: null, link: null, office: null, category: null, reason: null };
    const { id } = await act(app, 'requests.write', { title: 'Via Roma chiusa', text: TEXT, data, corrects: null });
    await act(app, 'drafts.forward', { id, text: TEXT, reasons: REASONS });
    clock.advance(11_000);
    await app.tick();
    const isNamed = async () => (await act(app, 'requests.get', { id })).hasToPost;
    expect([await count(town), await isNamed()]).toEqual([1, true]);
    await act(app, 'people.actAs', { id: 'ornella' });
    const [draft] = await act(app, 'drafts.waiting', {});
    const seen = draft?.rewritten.hash ?? '';
    await act(app, 'queue.approve', { id, seen, text: TEXT, route: 'gruppo operativo' });
    expect([await count(town), await isNamed()]).toEqual([0, false]);
  });
});

describe('the e-mail to the contractor (P32)', () => {
  it('is no asking until it was sent; what is not needed takes its sending out of the queue', async () => {
    const town = await openTown({ training: false, ask: async () => ok(null) });
    const { app, clock } = town;
    const emergency = { title: 'Allerta', text: 'Resta in casa.', link: null, authoriser: 'Sindaca', why: 'Piena' };
    const { id: request } = await act(app, 'queue.emergency', { ...emergency, route: 'e-mail alla ditta' });
    clock.advance(11_000);
    await app.tick();
    const job = async () => (await act(app, 'queue.list', {}))[0];
    const id = `job/${request}`;
    expect(await act(app, 'queue.toPost', {})).toMatchObject([
      { id, purpose: 'contractor', copy: [expect.stringContaining('vidal'), expect.stringContaining('sindaca')] },
    ]);
    expect([(await job())?.state, await count(town)]).toEqual(['toPost', 1]);
    await say(town, id, 'posted');
    expect(await job()).toMatchObject({ state: 'handedOver', posted: { by: 'marta' } });
    await say(town, id, 'postUndone');
    expect(await job()).toMatchObject({ state: 'toPost', posted: null });
    expect(await act(app, 'queue.openLetter', { id })).toEqual({ opened: true });
    await say(town, id, 'dropped');
    expect([(await job())?.state, await count(town)]).toEqual(['cancelled', 0]);
  });
});
