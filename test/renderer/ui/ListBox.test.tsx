import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ListBox, type ListGroup } from '#renderer/ui/ListBox.tsx';
import { FreshItems, ListRow } from '#renderer/ui/ListRow.tsx';
import { setSingleCharacterShortcuts } from '#renderer/ui/shortcuts.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  setSingleCharacterShortcuts(true);
  vi.useRealTimers();
});

const groupOf = (id: string, title: string, ids: readonly string[]): ListGroup => ({
  id,
  title,
  options: ids.map((option) => ({ id: option, content: <ListRow sign="todo" title={option} /> })),
});
const GROUPS = [groupOf('g1', 'Urgenti', ['a', 'b']), groupOf('g2', 'Scadono oggi', ['c', 'd'])];

interface ListProps {
  readonly groups?: readonly ListGroup[];
  readonly onActive?: (id: string) => void;
  readonly onOpen?: (id: string) => void;
}

function List({ groups = GROUPS, onActive, onOpen }: ListProps) {
  const [selected, setSelected] = useState<string | null>('b');
  return (
    <ListBox
      label="Richieste"
      groups={groups}
      selected={selected}
      onSelect={setSelected}
      onActive={onActive}
      onOpen={onOpen}
    />
  );
}

const list = () => screen.getByRole('listbox', { name: 'Richieste' });
const selected = () => screen.getByRole('option', { selected: true }).textContent;
const press = (...keys: readonly string[]) => {
  for (const key of keys) fireEvent.keyDown(list(), { key });
};

test.each([
  [['ArrowDown'], 'c'],
  [['j'], 'c'],
  [['k'], 'a'],
  [['ArrowUp', 'ArrowUp'], 'a'],
  [['End'], 'd'],
  [['End', 'ArrowDown'], 'd'],
  [['Home'], 'a'],
  [['PageDown'], 'd'],
])('%j moves the selection across groups to %s', (keys, expected) => {
  render(<List />);
  press(...keys);
  expect(selected()).toContain(expected);
  expect(list().getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
});

test('J and K are letters: the setting turns them off, arrows stay', () => {
  setSingleCharacterShortcuts(false);
  render(<List />);
  press('j');
  expect(selected()).toContain('b');
  press('ArrowDown');
  expect(selected()).toContain('c');
});

test('keys with Control or Alt are left to the screen', () => {
  render(<List />);
  fireEvent.keyDown(list(), { key: 'ArrowDown', altKey: true });
  fireEvent.keyDown(list(), { key: 'k', ctrlKey: true });
  expect(selected()).toContain('b');
});

test('Invio and a double click open, a click only selects', () => {
  const onOpen = vi.fn();
  render(<List onOpen={onOpen} />);
  press('Enter');
  const third = screen.getAllByRole('option')[2] as HTMLElement;
  fireEvent.click(third);
  expect(selected()).toContain('c');
  expect(onOpen.mock.calls).toEqual([['b']]);
  fireEvent.doubleClick(third.querySelector('.list-title') as HTMLElement);
  expect(onOpen.mock.calls).toEqual([['b'], ['c']]);
});

test('the preview follows once the selection has rested for 120 ms', () => {
  const onActive = vi.fn();
  render(<List onActive={onActive} />);
  act(() => vi.advanceTimersByTime(119));
  press('ArrowDown');
  act(() => vi.advanceTimersByTime(119));
  press('ArrowDown');
  expect(onActive).not.toHaveBeenCalled();
  act(() => vi.advanceTimersByTime(120));
  expect(onActive.mock.calls).toEqual([['d']]);
});

test('when the selected option goes away its successor is selected, at the end its predecessor', () => {
  const view = render(<List />);
  view.rerender(<List groups={[groupOf('g1', 'Urgenti', ['a']), groupOf('g2', 'Scadono oggi', ['c', 'd'])]} />);
  expect(selected()).toContain('c');
  press('End');
  view.rerender(<List groups={[groupOf('g1', 'Urgenti', ['a']), groupOf('g2', 'Scadono oggi', ['c'])]} />);
  expect(selected()).toContain('c');
  view.rerender(<List groups={[]} />);
  expect(screen.queryAllByRole('option')).toEqual([]);
  expect(list().hasAttribute('aria-activedescendant')).toBe(false);
});

test('groups are named, and the sign of an option has its word', () => {
  render(<List />);
  expect(screen.getByRole('group', { name: 'Scadono oggi' }).querySelectorAll('[role="option"]').length).toBe(2);
  expect(screen.getAllByRole('img', { name: 'da fare' }).length).toBe(4);
});

test.each([
  [1, '1 nuova, mostra'],
  [2, '2 nuove, mostra'],
])('%i new items wait behind a button', (count, words) => {
  const onShow = vi.fn();
  render(<FreshItems count={count} onShow={onShow} />);
  fireEvent.click(screen.getByRole('button', { name: words }));
  expect(onShow).toHaveBeenCalledOnce();
});

test('nothing waits, nothing is shown', () => {
  render(<FreshItems count={0} onShow={() => undefined} />);
  expect(screen.queryByRole('button')).toBeNull();
});
