import { expect, test } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { inWork } from '../../helpers/inWork.ts';
import { INCOMPLETE, TWO_NOTICES } from '../../helpers/mails.ts';
import { openTown } from '../../helpers/openTown.ts';

test('only a closed request is reopened (P16)', async () => {
  const town = await openTown();
  await town.receive(INCOMPLETE);
  const [row] = await inWork(town.app);
  const id = row?.id ?? expect.fail('no request');
  const reopen = () => town.app.call('requests.reopen', { id, why: 'Serve ancora.' });
  expect(await reopen()).toMatchObject({ ok: false, error: { code: 'request-not-closed' } });
});

test('a request leaves the list when it is decided, and is found among the decided, with the others of its e-mail', async () => {
  const town = await openTown();
  await town.receive(TWO_NOTICES);
  const [one, two] = await inWork(town.app);
  const id = one?.id ?? expect.fail('no request');
  await act(town.app, 'requests.close', { id, outcome: 'duplicato', why: 'È lo stesso avviso.', sameAs: null });
  expect((await inWork(town.app)).map((row) => row.id)).toEqual([two?.id]);
  const decided = await act(town.app, 'requests.decided', { text: one?.title ?? '', limit: 10 });
  expect(decided).toMatchObject({ found: 1, total: 1, rows: [{ id, closed: { outcome: 'duplicato' } }] });
  const { siblings } = await act(town.app, 'requests.get', { id: two?.id ?? '' });
  expect(siblings.map((sibling) => [sibling.id, sibling.state])).toEqual([
    [id, 'closed'],
    [two?.id, 'open'],
  ]);
});

test('looking at a request tells the other desks alone, reading it nobody, writing its text who shows it', async () => {
  const town = await openTown();
  await town.receive(INCOMPLETE);
  const [row] = await inWork(town.app);
  const id = row?.id ?? expect.fail('no request');
  const told = town.changed.length;
  await act(town.app, 'requests.viewing', { id });
  expect(town.changed.slice(told)).toEqual([['presence']]);
  await act(town.app, 'requests.get', { id });
  await act(town.app, 'requests.decided', { text: '', limit: 10 });
  expect(town.changed.slice(told + 1)).toEqual([]);
  await act(town.app, 'drafts.save', { id, text: 'Il corso comincia sabato.' });
  expect(town.changed.slice(told + 1)).toEqual([['writing']]);
  expect(await act(town.app, 'requests.get', { id })).toMatchObject({ text: 'Il corso comincia sabato.' });
});
