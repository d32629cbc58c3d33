/** What an import prepares: its statements once for an open database, and none for a fact (P41). */
import { expect, it, vi } from 'vitest';
import { migrations } from '#electron/db/migrations/index.ts';
import { openMemory } from '#electron/db/open.ts';
import { packProjections } from '#electron/drafts/packStore.ts';
import { draftProjections } from '#electron/drafts/store.ts';
import { deviceProjections } from '#electron/journal/exchange/deviceTable.ts';
import { openJournal } from '#electron/journal/journal.ts';
import { formOf } from '#electron/journal/projection.ts';
import { peopleProjections } from '#electron/people/store.ts';
import { queueProjections } from '#electron/queue/store.ts';
import { registerProjections } from '#electron/register/store.ts';
import { reportProjections } from '#electron/report/caseStore.ts';
import { requestProjections } from '#electron/requests/store.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { peopleFact } from '#shared/people/facts.ts';
import { registerFact } from '#shared/register/facts.ts';
import { requestFact } from '#shared/requests/facts.ts';
import { testClock } from '../../helpers/desk.ts';
import { absenceOf, pen, ROAD_WORKS_DATA, requestReceived } from '../../helpers/facts.ts';
import { memoryDrive } from '../../helpers/memoryShare.ts';
import { openSharedDesk } from '../../helpers/sharedDesk.ts';
import { BODY } from '../../shared/register/sample.ts';

const PROJECTIONS = [
  ...deviceProjections,
  ...peopleProjections,
  ...registerProjections,
  ...requestProjections,
  ...draftProjections,
  ...packProjections,
  ...queueProjections,
  ...reportProjections,
];

/** Something of every kind whose projection does more than to put a row. */
const things = (index: number): readonly NewFact[] => [
  absenceOf(`a${index}`),
  absenceOf(`a${index}`, '2026-03-06'),
  peopleFact('absence.removed', `absence/a${index}`, {}),
  registerFact('entry.recorded', `entry/e${index}`, BODY),
  registerFact('entry.recorded', `entry/c${index}`, { ...BODY, corrects: `e${index}` }),
  registerFact('entry.numbered', `entry/e${index}`, { year: 2026, number: index + 1 }),
  requestReceived(`r${index}`),
  requestFact('mail.cut', `mail/m${index}`, {
    requests: [
      { id: `r${index}`, span: [0, 1], title: 'Cantiere', asked: { ...ROAD_WORKS_DATA, text: 'x' }, warnings: [] },
    ],
  }),
];

/** How often statements are prepared while `count` things of every kind arrive. */
function preparedFor(count: number): number {
  const database = openMemory(migrations);
  const { now } = testClock();
  const options = { database, device: 'desk0002', projections: PROJECTIONS, now, changed: () => undefined };
  const journal = openJournal(options);
  const facts = pen().write('marta', ...Array.from({ length: count }, (_, index) => things(index)).flat());
  const prepare = vi.spyOn(database, 'prepare');
  journal.receive(facts, () => undefined);
  expect(journal.count()).toBe(facts.length);
  return prepare.mock.calls.length;
}

it('prepares no statement while facts of every kind arrive', () => {
  expect([preparedFor(1), preparedFor(40)]).toEqual([0, 0]);
});

it('prepares as many statements for a big segment of another desk as for a small one', async () => {
  const drive = memoryDrive();
  const one = openSharedDesk({ drive, name: 'pc1' });
  await one.exchange.round();
  await one.exchange.found();
  const countsOf = async (name: string): Promise<number> => {
    const two = openSharedDesk({ drive, name });
    const prepare = vi.spyOn(two.database, 'prepare');
    await two.exchange.round();
    return prepare.mock.calls.length;
  };
  await one.exchange.round();
  const few = await countsOf('pc2');
  one.write(...Array.from({ length: 300 }, (_, index) => absenceOf(`a${index % 100}`)));
  await one.exchange.round();
  expect(await countsOf('pc3')).toBe(few);
});

it('prepares the same number of statements to make the tables again, whatever they hold', () => {
  const rebuilt = (count: number): number => {
    const database = openMemory(migrations);
    const { now } = testClock();
    const options = { database, device: 'desk0002', projections: PROJECTIONS, now, changed: () => undefined };
    const facts = pen().write('marta', ...Array.from({ length: count }, (_, index) => things(index)).flat());
    openJournal(options).receive(facts, () => undefined);
    database.prepare('UPDATE projection SET version = 0').run();
    const prepare = vi.spyOn(database, 'prepare');
    openJournal(options);
    return prepare.mock.calls.length;
  };
  expect(rebuilt(20)).toBe(rebuilt(1));
});

it('takes other statements for another form, as it does another version', () => {
  const first = { version: 3, create: 'CREATE TABLE thing (id TEXT)' };
  const forms = [first, { ...first, version: 4 }, { ...first, create: 'CREATE TABLE thing (id TEXT, name TEXT)' }];
  expect(new Set(forms.map(formOf)).size).toBe(3);
  expect(formOf({ ...first })).toBe(formOf(first));
  expect(Number.isSafeInteger(formOf({ ...first, version: 10_000 }))).toBe(true);
});
