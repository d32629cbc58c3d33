/** E-mails that the former version gave up are read by a desk of today on the same data. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import { rawCase } from '../electron/requests/reading/emailCases.ts';
import { testClock } from '../helpers/desk.ts';
import { startFormerDesk } from '../helpers/formerDesk.ts';
import { openTownApp } from '../helpers/openTown.ts';
import { MONDAY_MORNING } from '../helpers/town.ts';

test('a good e-mail whose thread failed comes back with the next look, a damaged one waits in the list', {
  timeout: 120_000,
}, async () => {
  const former = await startFormerDesk('prima', MONDAY_MORNING, 'niente');
  await former.seed();
  await former.call('people.actAs', { id: 'marta' });
  const mails = join(former.folder, 'posta');
  mkdirSync(mails, { recursive: true });
  writeFileSync(join(mails, 'busta.eml'), rawCase('pec-envelope'));
  writeFileSync(join(mails, 'rotta.eml'), '%PDF-1.7 non è una e-mail');
  // The threads of this copy of it do not start: it took that for damage, and never read the e-mails again.
  for (const problems of [2, 0]) {
    const look = (await former.call('requests.checkMailbox', {})) as { value: { read: number; problems: unknown[] } };
    expect([look.value.read, look.value.problems.length]).toEqual([0, problems]);
  }
  await former.close();

  const { app } = openTownApp({ folder: former.folder, name: 'prima', clock: testClock(MONDAY_MORNING) });
  expect(await act(app, 'requests.unread', {})).toMatchObject({
    waiting: ['busta.eml', 'rotta.eml'].map((name) => ({ name, problem: { code: 'mail-given-up' } })),
  });
  expect(await act(app, 'requests.checkMailbox', {})).toMatchObject({
    ...{ read: 1, added: 1 },
    problems: [{ name: 'rotta.eml', problem: { code: 'mail-unreadable' } }],
  });
  const { rows } = await act(app, 'requests.list', { text: '', limit: 10 });
  // Under the id the former version would have given it.
  expect(rows.map(({ id }) => id)).toEqual(['46ecbaf1c5c0c79f11d5a80c-1']);
  expect((await act(app, 'requests.get', { id: rows[0]?.id ?? '' })).mails[0]?.subject).toContain('sportello sociale');
  expect(await act(app, 'requests.unread', {})).toMatchObject({ waiting: [{ name: 'rotta.eml', forGood: true }] });
});
