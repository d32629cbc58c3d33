import { act, cleanup, renderHook } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import type { TableColumn, TableSort } from '#renderer/ui/TableHead.tsx';
import { type ColumnLayout, useTableModel } from '#renderer/ui/useTableModel.ts';

afterEach(cleanup);

interface Row {
  readonly id: string;
}
const COLUMNS: readonly TableColumn<Row>[] = ['number', 'title', 'office', 'people'].map((id) => ({
  id,
  header: id,
  cell: (row: Row) => row.id,
  rowHeader: id === 'title',
  sortable: id !== 'people',
  ...(id === 'title' ? {} : { width: 100 }),
  ...(id === 'people' ? { from: 1600 } : {}),
}));
const FIRST: ColumnLayout = { order: [], shown: {}, widths: {} };
const ROWS = [{ id: 'a' }, { id: 'b' }];

function open(first: ColumnLayout = FIRST) {
  const kept: ColumnLayout[] = [];
  const asked: TableSort[] = [];
  const { result } = renderHook(() => {
    const [layout, setLayout] = useState(first);
    const [sort, setSort] = useState<TableSort>({ column: 'number', direction: 'descending' });
    return useTableModel({
      columns: COLUMNS,
      rows: ROWS,
      rowId: ({ id }) => id,
      selected: ['b', 'not here'],
      layout,
      onLayout: (next) => {
        kept.push(next);
        setLayout(next);
      },
      sort,
      onSort: (next) => {
        asked.push(next);
        setSort(next);
      },
    });
  });
  return { result, kept, asked, shown: () => result.current.shown.map(({ id }) => id) };
}
const orderOf = ({ result }: ReturnType<typeof open>) => result.current.all.map(({ column }) => column.id);

test('columns move one place, not beyond the ends; what the layout does not name stays as at the start', () => {
  const opened = open({ ...FIRST, order: ['office'] });
  expect(orderOf(opened)).toEqual(['office', 'number', 'title', 'people']);
  act(() => opened.result.current.move('title', -1));
  expect(orderOf(opened)).toEqual(['office', 'title', 'number', 'people']);
  act(() => opened.result.current.move('office', -1));
  act(() => opened.result.current.move('people', 1));
  expect(orderOf(opened)).toEqual(['office', 'title', 'number', 'people']);
  expect(opened.kept).toHaveLength(1);
});

test('a column shows where the window has room or the desk wants it; only what was changed is kept', () => {
  const { result, kept, shown } = open();
  expect(shown()).toEqual(['number', 'title', 'office']);
  act(() => result.current.show('people', true));
  act(() => result.current.show('number', false));
  expect(shown()).toEqual(['title', 'office', 'people']);
  expect(kept.at(-1)?.shown).toEqual({ people: true, number: false });
  act(() => result.current.show('title', false));
  expect(shown()).toContain('title');
});

test('a width follows the pointer, is kept when it is let go, and all is as at the start again', () => {
  const { result, kept } = open();
  const widths = () => result.current.shown.map(({ width }) => width);
  expect(widths()).toEqual([100, undefined, 100]);
  act(() => result.current.resize('office', 130));
  expect(widths()).toEqual([100, undefined, 130]);
  expect(kept).toEqual([]);
  act(() => result.current.resized('office', 140));
  expect(widths()).toEqual([100, undefined, 140]);
  expect(kept.at(-1)?.widths).toEqual({ office: 140 });
  act(() => result.current.reset());
  expect(widths()).toEqual([100, undefined, 100]);
  expect(kept.at(-1)).toEqual(FIRST);
});

test('rows are ordered by one column: ascending first, then the other way round', () => {
  const { result, asked } = open();
  const column = (id: string) => result.current.shown.find((one) => one.id === id);
  expect(column('number')?.direction).toBe('descending');
  act(() => column('title')?.onSort?.());
  act(() => column('title')?.onSort?.());
  act(() => column('title')?.onSort?.());
  expect(asked.map(({ column: id, direction }) => `${id} ${direction}`)).toEqual([
    'title ascending',
    'title descending',
    'title ascending',
  ]);
  expect(column('number')?.direction).toBeUndefined();
  act(() => result.current.show('people', true));
  expect(column('people')?.onSort).toBeUndefined();
});

test('selected rows need not be here; those that are here are found by id', () => {
  const { result } = open();
  expect(['a', 'b', 'not here'].map(result.current.isSelected)).toEqual([false, true, true]);
  expect(['a', 'not here'].map(result.current.rowOf)).toEqual([{ id: 'a' }, undefined]);
});
