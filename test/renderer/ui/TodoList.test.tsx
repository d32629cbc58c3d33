import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { setSingleCharacterShortcuts } from '#renderer/ui/shortcuts.ts';
import { TodoList, type TodoRow } from '#renderer/ui/TodoList.tsx';

afterEach(() => {
  cleanup();
  setSingleCharacterShortcuts(true);
});

const row = (id: string, thing: string): TodoRow => ({
  id,
  sign: 'todo',
  verb: 'Prendi in carico:',
  thing,
  due: 'oggi alle 17:30',
});
const GROUPS = [
  { id: 'you', title: 'Poi tocca a te', rows: [row('1', 'nido'), row('2', 'Imu')] },
  { id: 'others', title: 'In attesa di altri', rows: [row('3', 'verde')] },
];
const focused = () => document.activeElement?.textContent;

test('each row is one link with its state, verb and thing; a click opens it without leaving the page', async () => {
  const onOpen = vi.fn();
  render(<TodoList groups={GROUPS} onOpen={onOpen} />);
  const section = screen.getByRole('region', { name: 'Poi tocca a te' });
  expect(within(section).getAllByRole('listitem').length).toBe(2);
  const before = location.href;
  await userEvent.setup().click(screen.getByRole('link', { name: 'da fare Prendi in carico: Imu' }));
  expect(onOpen.mock.calls).toEqual([['2']]);
  expect(location.href).toBe(before);
});

test('arrows, J K, Home and End walk through all the groups, Invio opens', async () => {
  const onOpen = vi.fn();
  render(<TodoList groups={GROUPS} onOpen={onOpen} />);
  const user = userEvent.setup();
  await user.tab();
  for (const [keys, expected] of [
    ['{ArrowUp}', 'nido'],
    ['j', 'Imu'],
    ['{ArrowDown}', 'verde'],
    ['{ArrowDown}', 'verde'],
    ['k', 'Imu'],
    ['{Home}', 'nido'],
    ['{End}', 'verde'],
  ] as const) {
    await user.keyboard(keys);
    expect(focused()).toContain(expected);
  }
  await user.keyboard('{Enter}');
  expect(onOpen.mock.calls).toEqual([['3']]);
  setSingleCharacterShortcuts(false);
  await user.keyboard('k');
  expect(focused()).toContain('verde');
});
