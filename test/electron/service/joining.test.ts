/** A register that another desk founded is entered on a person's word alone, and nothing goes in or out before (P41, S6). */
import { mkdirSync, readdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrations } from '#electron/db/migrations/index.ts';
import { openDatabase } from '#electron/db/open.ts';
import { seedPeople } from '#electron/demo/people.ts';
import { act } from '#electron/demo/procedure.ts';
import { must } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { confirmRegister, exchangeAll, joinAll, openTownDeskOn, type TownDesk } from '../../helpers/sharedTown.ts';

const ADA = {
  ...{ name: 'Ada Rossi', address: 'ada@comune.valdombra.example', accounts: [] },
  roles: ['operatore' as const],
};
const folderOf = (): string => {
  const shared = join(temporaryFolder(), 'PuntoSi');
  mkdirSync(shared);
  return shared;
};
const filesIn = (shared: string): readonly string[] =>
  readdirSync(shared, { recursive: true, encoding: 'utf8' }).sort();

/** A desk that founded a register with the people of the town, and another that chose the same folder. */
async function twoDesks() {
  const shared = folderOf();
  const one = openTownDeskOn({ name: 'Sportello 1', shared });
  await seedPeople(one.app);
  await act(one.app, 'people.actAs', { id: 'marta' });
  await joinAll(one);
  const before = filesIn(shared);
  const two = openTownDeskOn({ name: 'Sportello 2', shared });
  await act(two.app, 'service.chooseShare', {});
  return { shared, one, two, before };
}
const foundAt = async ({ app }: TownDesk) => act(app, 'service.registerFound', {});

/** The answers on record at a desk, which is closed for it. */
function answersOf({ app, folder }: TownDesk): readonly unknown[] {
  app.close();
  const database = must(openDatabase(join(folder, 'avvisi.db'), migrations));
  const rows = database
    .prepare<[], { type: string; actor: string; at: string; body: string }>(
      `SELECT type, actor, at, body FROM fact WHERE type LIKE 'device.register%' ORDER BY seq`,
    )
    .all();
  database.close();
  return rows.map(({ body, ...row }) => ({ ...row, body: JSON.parse(body) as unknown }));
}

it('until somebody answers it writes nothing there and takes nothing in, and says what it found', async () => {
  const { shared, two, before } = await twoDesks();
  await exchangeAll(two, two);
  expect(filesIn(shared)).toEqual(before);
  expect(await two.share()).toMatchObject({
    state: 'unconfirmed',
    problem: { code: 'share-unconfirmed' },
    fingerprint: null,
    desks: [],
  });
  expect((await act(two.app, 'people.session', {})).people).toEqual([]);
  const found = await foundAt(two);
  expect(found).toMatchObject({ founder: 'Sportello 1', notices: 0, isPart: false });
  expect(found?.people).toContain('Ornella Vidal');
  expect(found?.since).toBe('2026-03-02T08:00:00.000Z');
  expect(filesIn(shared)).toEqual(before);
});

it('enters on the word of a person alone, who is on record with the register that was shown', async () => {
  const { one, two } = await twoDesks();
  const found = await foundAt(two);
  expect(await two.app.call('service.joinShare', { fingerprint: '0000 0000 0000' })).toMatchObject({
    error: { code: 'register-changed' },
  });
  expect((await two.share()).state).toBe('unconfirmed');
  await act(two.app, 'service.joinShare', { fingerprint: found?.fingerprint ?? '' });
  expect(await two.share()).toMatchObject({ state: 'connected', fingerprint: found?.fingerprint });
  expect((await one.share()).fingerprint).toBe(found?.fingerprint);
  expect(await foundAt(two)).toBeNull();
  expect((await act(two.app, 'people.session', {})).people.map(({ name }) => name)).toContain('Ornella Vidal');
  expect(answersOf(two)).toEqual([
    {
      type: 'device.registerConfirmed',
      actor: 'app',
      at: '2026-03-02T08:00:00.000Z',
      // Nobody had said who sits there: people come with the register.
      body: { fingerprint: found?.fingerprint, founder: 'Sportello 1', account: userInfo().username },
    },
  ]);
});

it('is given up where it is another one: nothing went in, and the next folder is asked about anew', async () => {
  const { shared, two, before } = await twoDesks();
  await act(two.app, 'people.setPerson', { ...ADA, id: null });
  const found = await foundAt(two);
  await act(two.app, 'service.refuseShare', { fingerprint: found?.fingerprint ?? '' });
  expect((await two.share()).state).toBe('alone');
  await exchangeAll(two);
  expect(filesIn(shared)).toEqual(before);
  expect(await foundAt(two)).toBeNull();
  const [person] = (await act(two.app, 'people.roster', {})).people;
  const body = { fingerprint: found?.fingerprint, founder: 'Sportello 1' };
  expect(answersOf(two)).toMatchObject([{ type: 'device.registerRefused', actor: person?.id, body }]);
});

it('is never asked about by the desk that founded it, nor by one that belongs to it already', async () => {
  const { one, two, shared } = await twoDesks();
  expect(await foundAt(one)).toBeNull();
  await confirmRegister(two);
  await act(two.app, 'service.leaveShare', {});
  two.app.close();
  const again = openTownDeskOn({ name: 'Sportello 2', shared, folder: two.folder });
  await act(again.app, 'service.chooseShare', {});
  expect(await again.share()).toMatchObject({ state: 'connected' });
});
