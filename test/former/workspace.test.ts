/** The data of a desk of the former version open in the app of today, and lose nothing. */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupOf, versionOf } from '#electron/db/migrate.ts';
import { migrations } from '#electron/db/migrations/index.ts';
import { type Database, openDatabase } from '#electron/db/open.ts';
import { act } from '#electron/demo/procedure.ts';
import type { MethodName } from '#shared/ipc/contract.ts';
import { must, testClock } from '../helpers/desk.ts';
import { answersOf } from '../helpers/formerAnswers.ts';
import { daysUpTo, formerAnswers, formerRegister, formerWorkspace } from '../helpers/formerDesk.ts';
import { exchangeAll, openTownDeskOn, type TownDesk } from '../helpers/sharedTown.ts';

const FORMER_VERSION = 30;
const former = migrations.filter(({ version }) => version <= FORMER_VERSION);
const { now, period, answers } = formerAnswers('workspace');

/** The desk of the workspace, on the computer it was made on. */
const openFormer = (folder: string, shared = formerRegister()): TownDesk =>
  openTownDeskOn({ name: 'sportello-1', shared, folder, clock: testClock(now) });

async function expectSameAnswers({ app }: TownDesk): Promise<void> {
  const ask = (method: string, input: object) => act(app, method as MethodName, input as never);
  const requests = answers.requests.map(({ id }) => String(id));
  expect(await answersOf(ask, { requests, period, days: daysUpTo(now) })).toMatchObject(answers);
}

const factsIn = (database: Database): readonly unknown[] => database.prepare('SELECT h FROM fact ORDER BY h').all();

/** Opens a database, reads of it and closes it. */
function look<Value>(file: string, known: typeof migrations, read: (database: Database) => Value): Value {
  const database = must(openDatabase(file, known));
  try {
    return read(database);
  } finally {
    database.close();
  }
}

test('it answers as before, reads no e-mail twice, and goes on in its register as the desk it was', {
  timeout: 120_000,
}, async () => {
  const desk = openFormer(formerWorkspace());
  await expectSameAnswers(desk);
  expect(await desk.receive()).toMatchObject({ added: 0, problems: [] });
  expect((await act(desk.app, 'people.session', {})).person?.id).toBe('ornella');

  await act(desk.app, 'service.chooseShare', {});
  await exchangeAll(desk);
  expect(await desk.share()).toMatchObject({
    state: 'connected',
    waiting: 0,
    isEnrolled: true,
    quarantine: [],
    gaps: [],
    collisions: [],
  });
  await expectSameAnswers(desk);
});

test('a migration copies it first; the migrated one and the copy both hold everything', {
  timeout: 120_000,
}, async () => {
  const folder = formerWorkspace();
  const file = join(folder, 'avvisi.db');
  const before = look(file, former, factsIn);
  expect(before.length).toBeGreaterThan(200);
  const next = (migrations.at(-1)?.version ?? 0) + 10;
  const later = [
    ...migrations,
    { version: next, up: (database: Database) => database.exec('CREATE TABLE later (id)') },
  ];
  expect(look(file, later, (database) => [versionOf(database), factsIn(database)])).toEqual([next, before]);

  const first = later.find(({ version }) => version > FORMER_VERSION)?.version ?? 0;
  const copy = backupOf(file, first);
  expect(existsSync(copy)).toBe(true);
  renameSync(copy, file);
  expect(look(file, former, (database) => [versionOf(database), factsIn(database)])).toEqual([FORMER_VERSION, before]);
  await expectSameAnswers(openFormer(folder));
});
