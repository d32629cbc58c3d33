import { expect, test } from 'vitest';
import { heldLists, orderOf } from '#renderer/service/today/holdRows.ts';
import type { TodayLists } from '#renderer/service/today/todayLists.ts';
import type { TodayRow } from '#renderer/service/today/todayRows.ts';

const row = (id: string, verb = 'Prendi in carico'): TodayRow => ({
  ...{ id, target: { place: 'requests' }, sign: 'todo', verb, thing: id, office: undefined, flag: undefined },
  ...{ due: '', at: '', action: '', story: '' },
});
const listsOf = (mine: readonly TodayRow[], turn: readonly TodayRow[] = []): TodayLists => ({
  ...{ mine, groups: [{ id: 'turn', title: 'Tocca a Luca', rows: turn }], others: [], news: [], leaving: [] },
});

test('what comes in meanwhile waits, and no row that was there changes its place (W35)', () => {
  const shown = orderOf(listsOf([row('a'), row('b')], [row('c')]));
  const now = listsOf([row('new'), row('b', 'Finisci'), row('a')], [row('also new'), row('c')]);
  const { lists, fresh } = heldLists(now, shown);
  expect(lists.mine.map(({ id, verb }) => [id, verb])).toEqual([
    ['a', 'Prendi in carico'],
    ['b', 'Finisci'],
  ]);
  expect(lists.groups.map(({ rows }) => rows.map(({ id }) => id))).toEqual([['c']]);
  expect(fresh.map(({ id }) => id)).toEqual(['new', 'also new']);
});

test('what is done goes, and the others stay', () => {
  const { lists, fresh } = heldLists(listsOf([row('b')]), ['a', 'b']);
  expect(lists.mine.map(({ id }) => id)).toEqual(['b']);
  expect(fresh).toEqual([]);
});
