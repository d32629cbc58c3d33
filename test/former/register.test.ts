/** A register written by two desks of the former version is read whole by a desk of today. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { act } from '#electron/demo/procedure.ts';
import type { MethodName } from '#shared/ipc/contract.ts';
import { testClock } from '../helpers/desk.ts';
import { answersOf } from '../helpers/formerAnswers.ts';
import { daysUpTo, formerAnswers, formerRegister } from '../helpers/formerDesk.ts';
import { confirmRegister, exchangeAll, openTownDeskOn } from '../helpers/sharedTown.ts';

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(folder, path)).isFile());

test('nothing is set aside, and every question is answered as the former version did', {
  timeout: 120_000,
}, async () => {
  const shared = formerRegister();
  const before = filesBelow(shared);
  const { now, period, answers } = formerAnswers('register');
  const reader = openTownDeskOn({ name: 'lettura', shared, clock: testClock(now) });
  await act(reader.app, 'service.chooseShare', {});
  await confirmRegister(reader);
  await exchangeAll(reader);

  const { desks, ...share } = await reader.share();
  expect(share).toMatchObject({ state: 'connected', quarantine: [], gaps: [], collisions: [], waiting: 0 });
  expect(desks.map(({ name }) => name)).toEqual(expect.arrayContaining(['Sportello grande', 'sportello-2']));
  const requests = answers.requests.map(({ id }) => String(id));
  expect(requests).toHaveLength(16);
  const ask = (method: string, input: object) => act(reader.app, method as MethodName, input as never);
  // A newer answer may say more, never less.
  expect(await answersOf(ask, { requests, period, days: daysUpTo(now) })).toMatchObject(answers);
  expect(filesBelow(shared)).toEqual(expect.arrayContaining([...before]));
});
