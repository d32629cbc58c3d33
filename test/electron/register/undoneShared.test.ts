/** A row that was taken back right after keeps its number, on all desks that share the register (P40, P67). */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { seedPeople } from '#electron/demo/people.ts';
import { act } from '#electron/demo/procedure.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { exchangeAll, joinAll, openTownDeskOn, type TownDesk } from '../../helpers/sharedTown.ts';

const rows = async ({ app }: TownDesk) =>
  (await act(app, 'register.list', { from: null, to: null })).map(({ title, number }) => [title, number]).toSorted();

it('is no row anywhere until it is confirmed again; the town’s first number counts on every desk', async () => {
  const shared = join(temporaryFolder(), 'registro');
  mkdirSync(shared);
  const one = openTownDeskOn({ name: 'Sportello 1', shared });
  await seedPeople(one.app);
  await act(one.app, 'people.actAs', { id: 'ornella' });
  const two = openTownDeskOn({ name: 'Sportello 2', shared });
  await joinAll(one, two);
  await act(two.app, 'people.actAs', { id: 'luca' });
  await act(one.app, 'people.setTown', { changes: [{ field: 'firstNumber', value: 118 }] });
  const sent = async (title: string): Promise<string> => {
    const { id } = await act(one.app, 'queue.emergency', {
      ...{ title, text: `${title}: resta in casa.`, link: null, authoriser: 'Sindaca', why: 'Piena' },
      ...{ route: 'cartella della ditta' as const, atOnce: true as const },
    });
    await exchangeAll(one, two);
    return id;
  };
  const confirmed = async ({ app }: TownDesk, id: string) =>
    (await act(app, 'queue.confirmSent', { id, text: null, recipients: 1, sentAt: null })).number;
  const [flood, wind] = [await sent('Piena'), await sent('Vento')];

  expect(await confirmed(two, flood)).toBe('2026/0118');
  await exchangeAll(two, one);
  // Only the desk that confirmed it takes it back.
  expect(await one.app.call('queue.undoSent', { id: flood })).toMatchObject({ error: { code: 'undo-too-late' } });
  await act(two.app, 'queue.undoSent', { id: flood });
  await exchangeAll(two, one);
  for (const desk of [one, two]) expect(await rows(desk)).toEqual([]);
  expect(await confirmed(one, wind)).toBe('2026/0119');
  expect(await confirmed(two, flood)).toBe('2026/0118');
  await exchangeAll(two, one);
  for (const desk of [one, two]) {
    expect(await rows(desk)).toEqual([
      ['Piena', 118],
      ['Vento', 119],
    ]);
  }
});
