import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { emlOf, INCOMPLETE } from '../../../helpers/mails.ts';
import { openTown } from '../../../helpers/openTown.ts';

it('says that nothing is connected, logs no look and wants none, until a person chooses the folder (P20, P66)', async () => {
  const { app, folder, clock } = await openTown({ connects: false, ask: async () => ({ ok: true, value: null }) });
  const mailbox = async () => (await act(app, 'service.status', {})).mailbox;
  expect(await app.call('requests.checkMailbox', {})).toMatchObject({ error: { code: 'mailbox-not-connected' } });
  const unread = { source: 'none', checkedAt: null, problem: null, checks: [], reminder: null };
  expect(await mailbox()).toMatchObject(unread);
  // What somebody put into the app's own folder is read all the same, and proves no mailbox.
  writeFileSync(join(folder, 'posta', 'una.eml'), emlOf(INCOMPLETE));
  expect(await act(app, 'requests.checkMailbox', {})).toMatchObject({ read: 1 });
  expect(await mailbox()).toMatchObject({ ...unread, today: { read: 0 } });
  clock.advance(60_000);
});

it('counts a look at the folder a person chose, empty though it may be', async () => {
  const { app, clock } = await openTown();
  expect(await act(app, 'requests.checkMailbox', {})).toMatchObject({ read: 0 });
  expect((await act(app, 'service.status', {})).mailbox).toMatchObject({
    source: 'folder',
    checkedAt: clock.now(),
    checks: [{ start: { state: 'done' } }],
  });
});
