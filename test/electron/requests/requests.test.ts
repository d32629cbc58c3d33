import { expect, test } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { INCOMPLETE } from '../../helpers/mails.ts';
import { openTown } from '../../helpers/townApp.ts';

test('only a closed request is reopened (P16)', async () => {
  const town = await openTown();
  await town.receive(INCOMPLETE);
  const [row] = await act(town.app, 'requests.list', {});
  const id = row?.id ?? expect.fail('no request');
  const reopen = () => town.app.call('requests.reopen', { id, why: 'Serve ancora.' });
  expect(await reopen()).toMatchObject({ ok: false, error: { code: 'request-not-closed' } });
});
