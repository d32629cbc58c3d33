/** Who approves is no silent change (P1): every desk is told, and the head. */
import { expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { approvedTown } from '../../helpers/approvedTown.ts';
import { exchangeAll, type TownDesk } from '../../helpers/sharedTown.ts';

const told = async ({ app }: TownDesk) =>
  (await act(app, 'people.roleNews', {})).map(({ person, what, by }) => `${person} ${what} ${by}`);

it('a role of head given or taken, and a new binding, are told on every other desk until somebody looks', async () => {
  const { one, two, laptop, all } = await approvedTown();
  expect(await told(two)).toEqual([]);
  const luca = (await act(one.app, 'people.roster', {})).people.find(({ id }) => id === 'luca');
  if (!luca) throw new Error('Manca Luca.');
  await act(one.app, 'people.setPerson', { ...luca, roles: ['operatore', 'capo settore'] });
  for (const { clock } of all) clock.advance(60_000);
  await act(one.app, 'people.setPerson', { ...luca, address: 'luca@comune.valdombra.example' });
  for (const { clock } of all) clock.advance(60_000);
  await act(one.app, 'people.bind', { person: 'ornella', accounts: ['ovidal'], desks: [] });
  await exchangeAll(...all);
  const changes = ['luca given marta', 'luca taken marta', 'ornella bound marta'];
  for (const desk of [two, laptop]) expect(await told(desk)).toEqual(changes);
  expect(await told(one)).toEqual([]);
  const [first] = await act(laptop.app, 'people.roleNews', {});
  await act(laptop.app, 'people.seeRoleChange', { fact: first?.fact ?? '' });
  expect(await told(laptop)).toEqual(changes.slice(1));
  for (const { clock } of all) clock.advance(8 * 86_400_000);
  expect(await told(two)).toEqual([]);
});

it('the head is told also what was done under her own name, which need not have been her; others are not told their own', async () => {
  const { one, two, all } = await approvedTown();
  const luca = (await act(one.app, 'people.roster', {})).people.find(({ id }) => id === 'luca');
  if (!luca) throw new Error('Manca Luca.');
  await act(one.app, 'people.actAs', { id: 'ornella' });
  await act(one.app, 'people.setPerson', { ...luca, roles: ['operatore', 'capo settore'] });
  await exchangeAll(...all);
  expect(await told(one)).toEqual(['luca given ornella']);
  await act(two.app, 'people.actAs', { id: 'ornella' });
  expect(await told(two)).toEqual(['luca given ornella']);
});
