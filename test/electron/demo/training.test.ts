import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openApp } from '#electron/app.ts';
import { EXAMPLE_MORNING } from '#electron/demo/example.ts';
import { act } from '#electron/demo/procedure.ts';
import { prepareTraining, seedTraining, type Training } from '#electron/demo/training.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { rubano } from '#shared/people/profile/rubano.ts';
import { valdombra } from '#shared/people/profile/valdombra.ts';
import type { Session } from '#shared/people/session.ts';
import { must } from '../../helpers/desk.ts';
import { temporaryFolder } from '../../helpers/folders.ts';

const TODAY = '2026-12-01';
const NOW = `${TODAY}T08:00:00.000Z`;
const own = {
  training: false,
  today: TODAY,
  profile: { ...rubano, mayor: 'sindaco@comune.example' },
  people: [{ id: 'ada', name: 'Ada Rigon', address: 'ada@comune.example', roles: ['operatore'], accounts: ['arigon'] }],
} as unknown as Session;

function openTraining({ folder, profile }: Training, now: Instant = NOW) {
  const app = must(
    openApp({
      ...{ dataFolder: folder, profile, training: true, online: false, checkOutputs: true },
      computer: { machine: 'prova', name: 'Sportello', appVersion: 'prova' },
      now: () => now,
      changed: () => undefined,
      ask: async () => ({ ok: true, value: null }),
      log: (_id, cause) => expect.fail(String(cause)),
    }),
  );
  return app;
}

const parts = (dataFolder: string, session: Session | undefined = own, close = () => undefined) => ({
  ...{ dataFolder, session, close },
  progress: () => undefined,
});

test('a copy of one’s own town is tried any day: its data, its people, e-mails of today (P64)', async () => {
  const training = must(await prepareTraining({ town: 'own' }, parts(temporaryFolder())));
  expect(training).toMatchObject({ begins: null, isInvented: false });
  const app = openTraining(training);
  onTestFinished(app.close);
  await seedTraining(app, training);
  const session = await act(app, 'people.session', {});
  expect(session.profile).toMatchObject({ municipality: rubano.municipality, mayor: 'sindaco@comune.example' });
  // Nobody sits down by her account in a training.
  expect(session.people).toEqual([{ ...own.people[0], accounts: [] }]);
  await act(app, 'people.actAs', { id: 'ada' });
  await act(app, 'requests.checkMailbox', {});
  const { rows } = await act(app, 'requests.list', { text: '', limit: 100 });
  expect(rows.length).toBeGreaterThan(2);
  expect(rows.map(({ receivedAt }) => receivedAt.slice(0, 10))).toEqual(rows.map(() => TODAY));
});

test('it is begun again from nothing, and goes on as it was otherwise', async () => {
  const dataFolder = temporaryFolder();
  const training = must(await prepareTraining({ town: 'own' }, parts(dataFolder)));
  writeFileSync(join(training.folder, 'posta', 'mia.eml'), 'x');
  must(await prepareTraining({ town: 'own' }, parts(dataFolder)));
  expect(existsSync(join(training.folder, 'posta', 'mia.eml'))).toBe(true);
  const close = vi.fn();
  must(await prepareTraining({ town: 'own', fresh: true }, parts(dataFolder, own, close)));
  expect(readdirSync(join(training.folder, 'posta'))).not.toContain('mia.eml');
  expect(readFileSync(join(training.folder, 'comune.json'), 'utf8')).toContain('Ada Rigon');
  expect(close).not.toHaveBeenCalled();
});

test('a copy of one’s own town cannot be begun from inside a training, and says so', async () => {
  const inside = { ...own, training: true } as Session;
  const close = vi.fn();
  expect(await prepareTraining({ town: 'own', fresh: true }, parts(temporaryFolder(), inside, close))).toMatchObject({
    error: { code: 'training-without-town' },
  });
  expect(close).not.toHaveBeenCalled();
});

test('in the invented town the clock goes on after the last act, never before it (A45)', async () => {
  const dataFolder = temporaryFolder();
  const folder = join(dataFolder, 'esempio');
  const app = openTraining({ folder, profile: valdombra, isInvented: true, begins: null }, '2027-01-12T10:00:00.000Z');
  await act(app, 'people.setEscalation', { name: 'Segreteria', reach: 'interno 100' });
  app.close();
  const close = vi.fn();
  const inside = { ...own, training: true } as Session;
  const { begins } = must(await prepareTraining({}, parts(dataFolder, inside, close)));
  expect(begins).toBe('2027-01-12T10:01:00.000Z');
  expect(close).toHaveBeenCalledTimes(1);
  expect(EXAMPLE_MORNING < (begins ?? '')).toBe(true);
});
