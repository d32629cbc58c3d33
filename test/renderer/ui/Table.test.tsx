import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Button } from '#renderer/ui/Button.tsx';
import { Table } from '#renderer/ui/Table.tsx';
import type { TableColumn, TableSort } from '#renderer/ui/TableHead.tsx';

afterEach(cleanup);

interface Job {
  readonly id: string;
  readonly title: string;
}
const JOBS: readonly Job[] = [
  { id: '1', title: 'Mercato' },
  { id: '2', title: 'Vaccino' },
  { id: '3', title: 'Allerta' },
];
const COLUMNS: readonly TableColumn<Job>[] = [
  { id: 'id', header: 'Numero', numeric: true, sortable: true, cell: (job) => job.id },
  { id: 'title', header: 'Avviso', rowHeader: true, sortable: true, cell: (job) => job.title },
  {
    id: 'commands',
    header: 'Comandi',
    hideHeader: true,
    commands: true,
    cell: () => <Button size="small">Sposta…</Button>,
  },
];
const COMMON = { caption: 'Invii di oggi', columns: COLUMNS, rows: JOBS, rowId: (job: Job) => job.id } as const;

test('a plain table has its caption, column and row headers, and no tab stops of its own', () => {
  render(<Table {...COMMON} />);
  const table = screen.getByRole('table', { name: 'Invii di oggi' });
  expect(within(table).getAllByRole('columnheader').length).toBe(3);
  expect(within(table).getByRole('rowheader', { name: 'Vaccino' }).getAttribute('scope')).toBe('row');
  expect([...table.querySelectorAll('tr')].some((row) => row.hasAttribute('tabindex'))).toBe(false);
});

test('sorting says its order, starts ascending in a new column and turns round in the same', async () => {
  const asked: TableSort[] = [];
  function Sorted() {
    const [sort, setSort] = useState<TableSort>({ column: 'id', direction: 'ascending' });
    const change = (next: TableSort) => {
      asked.push(next);
      setSort(next);
    };
    return <Table {...COMMON} sort={sort} onSort={change} />;
  }
  render(<Sorted />);
  const order = () => screen.getAllByRole('columnheader').map((head) => head.getAttribute('aria-sort'));
  expect(order()).toEqual(['ascending', 'none', null]);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Avviso' }));
  await user.click(screen.getByRole('button', { name: 'Avviso' }));
  expect(asked).toEqual([
    { column: 'title', direction: 'ascending' },
    { column: 'title', direction: 'descending' },
  ]);
  expect(order()).toEqual(['none', 'descending', null]);
});

describe('a table with a selection', () => {
  const onOpen = vi.fn();
  function Queue({ first }: { readonly first: string | null }) {
    const [selected, setSelected] = useState(first);
    return <Table {...COMMON} selected={selected} onSelect={setSelected} onOpen={onOpen} />;
  }
  const chosen = () => screen.queryByRole('row', { selected: true })?.textContent;

  test('is a grid with one row as tab stop; arrows, Home and End move selection and focus', async () => {
    render(<Queue first="2" />);
    const user = userEvent.setup();
    screen.getByRole('row', { selected: true }).focus();
    for (const [keys, expected] of [
      ['{ArrowDown}', '3Allerta'],
      ['{ArrowDown}', '3Allerta'],
      ['{Home}', '1Mercato'],
      ['{ArrowUp}', '1Mercato'],
      ['{End}', '3Allerta'],
    ] as const) {
      await user.keyboard(keys);
      expect(chosen()).toContain(expected);
      expect(document.activeElement).toBe(screen.getByRole('row', { selected: true }));
    }
    const rows = screen.getByRole('grid').querySelectorAll<HTMLElement>('tbody tr');
    expect([...rows].map(({ tabIndex }) => tabIndex)).toEqual([-1, -1, 0]);
  });

  test('nothing chosen: the first row is the tab stop and the first arrow chooses it', async () => {
    render(<Queue first={null} />);
    const user = userEvent.setup();
    (screen.getByRole('grid').querySelector('tbody tr') as HTMLElement).focus();
    await user.keyboard('{ArrowDown}');
    expect(chosen()).toContain('1Mercato');
  });

  test('Invio and a double click open the row, a key in its button does not', async () => {
    onOpen.mockClear();
    render(<Queue first="2" />);
    const user = userEvent.setup();
    screen.getByRole('row', { selected: true }).focus();
    await user.keyboard('{Enter}');
    await user.dblClick(screen.getByText('Allerta'));
    expect(onOpen.mock.calls).toEqual([['2'], ['3']]);
    screen.getAllByRole('button', { name: 'Sposta…' })[0]?.focus();
    await user.keyboard('{Enter}{ArrowDown}');
    await user.dblClick(screen.getAllByRole('button', { name: 'Sposta…' })[0] as HTMLElement);
    expect(onOpen).toHaveBeenCalledTimes(2);
    expect(chosen()).toContain('1Mercato');
  });

  test('a click on a button in a row chooses the row and leaves the focus on the button', async () => {
    render(<Queue first="2" />);
    const button = screen.getAllByRole('button', { name: 'Sposta…' })[2] as HTMLElement;
    screen.getByRole('row', { selected: true }).focus();
    await userEvent.setup().click(button);
    expect(chosen()).toContain('3Allerta');
    expect(document.activeElement).toBe(button);
  });
});
