import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { folderLog } from '#electron/share/folder/folderLog.ts';
import { locate } from '#electron/share/folder/locate.ts';
import { nodeFolder } from '#electron/share/folder/nodeFolder.ts';
import { ok } from '#shared/kernel/result.ts';
import type { BeginningId } from '#shared/service/beginnings.ts';
import { temporaryFolder } from '../../helpers/folders.ts';
import { openTown, type Town } from '../../helpers/openTown.ts';

const rowOf = async ({ app }: Town, id: BeginningId) =>
  (await act(app, 'service.beginnings', {})).find((one) => one.id === id);

it('a desk lacks what nobody gave it; each thing given is done with who gave it, and emptied it comes back', async () => {
  const chosen = temporaryFolder();
  const town = await openTown({ training: false, connects: false, ask: async () => ok(chosen) });
  const { app } = town;
  expect(await rowOf(town, 'mailbox')).toMatchObject({ state: 'todo', lack: 'mai collegata' });
  await act(app, 'service.chooseFolder', { which: 'mails' });
  expect(await rowOf(town, 'mailbox')).toMatchObject({ state: 'todo', lack: 'mai letta' });
  await act(app, 'requests.checkMailbox', {});
  expect(await rowOf(town, 'mailbox')).toMatchObject({ state: 'done', proof: { at: town.clock.now() } });
  expect(await rowOf(town, 'head')).toMatchObject({ state: 'done' });
  await act(app, 'people.retire', { id: 'ornella' });
  expect(await rowOf(town, 'head')).toMatchObject({ state: 'broken', lack: 'Ornella Vidal è fuori dal gruppo' });
  await act(app, 'people.setTown', { changes: [{ field: 'mayor', value: null }] });
  expect(await rowOf(town, 'addresses')).toMatchObject({ state: 'broken' });
  await act(app, 'service.skipBeginning', { id: 'addresses', skip: true });
  expect(await rowOf(town, 'addresses')).toMatchObject({ state: 'skipped' });
  await act(app, 'service.skipBeginning', { id: 'addresses', skip: false });
  expect(await rowOf(town, 'addresses')).toMatchObject({ state: 'broken' });
});

it('the invented town lacks nothing', async () => {
  const { app } = await openTown();
  expect(await act(app, 'service.beginnings', {})).toEqual([]);
});

it('the register path of the municipality is tried with and without the space; where nothing is, nothing is kept (P4)', async () => {
  const root = temporaryFolder();
  const path = join(root, ' PuntoSi', 'REGISTRO');
  const town = await openTown({
    training: false,
    openShare: (configured) =>
      folderLog({
        connect: async () => {
          const location = await locate(configured);
          return { location, folder: nodeFolder(location.path) };
        },
        random: () => 'abcd',
        close: () => undefined,
      }),
  });
  const { app } = town;
  const asked = async () => (await act(app, 'service.sharing', {})).configured;
  await act(app, 'people.actAs', { id: 'ornella' });
  await act(app, 'people.setTown', { changes: [{ field: 'registerPath', value: path }] });
  expect(await app.call('service.useRegisterPath', {})).toMatchObject({ ok: false, error: { code: 'folder-missing' } });
  expect(await asked()).toBeNull();
  mkdirSync(join(root, 'PuntoSi', 'REGISTRO'), { recursive: true });
  await act(app, 'service.useRegisterPath', {});
  expect(await asked()).toBe(path);
  expect(await act(app, 'service.sharing', {})).toMatchObject({ state: 'unfounded', location: { withoutSpace: true } });
  await act(app, 'service.chooseShare', {}).catch(() => undefined);
  expect(town.asked.at(-1)).toMatchObject({ what: 'choose-folder', start: path });
});
