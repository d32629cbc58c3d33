import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seedPeople } from '#electron/demo/people.ts';
import { act } from '#electron/demo/procedure.ts';
import { temporaryFolder } from '../../../helpers/folders.ts';
import { openTown } from '../../../helpers/openTown.ts';
import { exchangeAll, joinAll, openTownDeskOn } from '../../../helpers/sharedTown.ts';

const ABOUT = 'person/luca';

test('a note stands in Oggi of who is named until she says that she read it; opening is not reading', async () => {
  const { app, changed } = await openTown();
  const { to } = await act(app, 'people.writeNote', { about: ABOUT, text: '@Vidal guarda qui' });
  expect(to).toEqual(['Ornella Vidal']);
  expect(changed.flat()).toContain('notes');
  expect(await act(app, 'service.notes', {})).toEqual([]);
  await act(app, 'people.actAs', { id: 'ornella' });
  const [note] = await act(app, 'service.notes', {});
  expect(note).toMatchObject({
    title: 'Luca Zennaro',
    byName: 'Marta Bellin',
    words: '@Vidal guarda qui',
    isForMe: true,
  });
  expect(await act(app, 'people.notes', { about: ABOUT })).toMatchObject([{ isForMe: true, readBy: [] }]);
  expect(await act(app, 'service.notes', {})).toHaveLength(1);
  await act(app, 'people.readNote', { id: note?.id ?? '' });
  await act(app, 'people.readNote', { id: note?.id ?? '' });
  expect(await act(app, 'service.notes', {})).toEqual([]);
  expect(await act(app, 'people.notes', { about: ABOUT })).toMatchObject([
    { isForMe: false, readBy: [{ by: 'ornella' }] },
  ]);
});

test('while she is away it stands in Oggi of who is in turn', async () => {
  const { app } = await openTown();
  await act(app, 'people.setChain', { phase: 'intake', people: ['luca', 'marta'] });
  await act(app, 'people.setAbsence', { id: null, person: 'ornella', from: '2026-03-02', to: '2026-03-03' });
  await act(app, 'people.writeNote', { about: ABOUT, text: '@Vidal guarda qui' });
  await act(app, 'people.actAs', { id: 'luca' });
  expect(await act(app, 'service.notes', {})).toMatchObject([{ isForMe: false, to: ['ornella'] }]);
});

test('an empty note is none', async () => {
  const { app } = await openTown();
  const reply = await app.call('people.writeNote', { about: ABOUT, text: '  \n' });
  expect(reply).toMatchObject({ ok: false, error: { code: 'note-empty' } });
  expect(await act(app, 'people.notes', { about: ABOUT })).toEqual([]);
});

test('two desks write apart: both notes remain, with their words; a note whose words are forgotten stays', async () => {
  const shared = join(temporaryFolder(), 'PuntoSi');
  mkdirSync(shared);
  const one = openTownDeskOn({ name: 'Sportello 1', shared });
  await seedPeople(one.app);
  await act(one.app, 'people.actAs', { id: 'marta' });
  const two = openTownDeskOn({ name: 'Sportello 2', shared });
  await joinAll(one, two);
  await act(two.app, 'people.actAs', { id: 'luca' });
  await act(one.app, 'people.writeNote', { about: ABOUT, text: 'Prima' });
  await act(two.app, 'people.writeNote', { about: ABOUT, text: 'Seconda, per @Bellin' });
  await exchangeAll(one, two);
  await exchangeAll(one, two);
  for (const { app } of [one, two]) {
    const notes = await act(app, 'people.notes', { about: ABOUT });
    expect(notes.map(({ words }) => words).sort()).toEqual(['Prima', 'Seconda, per @Bellin']);
  }
  expect(await act(one.app, 'service.notes', {})).toMatchObject([{ words: 'Seconda, per @Bellin' }]);
  rmSync(join(one.folder, 'allegati'), { recursive: true });
  const forgotten = await act(one.app, 'people.notes', { about: ABOUT });
  expect(forgotten.map(({ words, by }) => [words, by]).sort()).toEqual([
    [null, 'luca'],
    [null, 'marta'],
  ]);
});
