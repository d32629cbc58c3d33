import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ShowToast, ToastProvider, useToast } from '#renderer/ui/Toasts.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

let show: ShowToast;

function Screen() {
  show = useToast();
  return <button type="button">Inoltra</button>;
}

function setup() {
  render(
    <ToastProvider>
      <Screen />
    </ToastProvider>,
  );
  const undo = vi.fn();
  const open = (text = 'Inoltrata a Ornella Vidal.') =>
    act(() => show({ text, action: { label: 'Annulla', keys: 'Control+Z', run: undo } }));
  open();
  return { undo, open };
}

const toast = () => screen.queryByText('Inoltrata a Ornella Vidal.');
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));

test('a toast is announced politely and stays 10 seconds', () => {
  setup();
  expect(screen.getByRole('status').contains(toast())).toBe(true);
  wait(9_999);
  expect(toast()).not.toBeNull();
  wait(1);
  expect(toast()).toBeNull();
  expect(screen.getByRole('status')).toBeTruthy();
});

test('it stays while the pointer is over it, then 10 seconds more', () => {
  setup();
  const box = toast()?.parentElement as HTMLElement;
  fireEvent.pointerEnter(box);
  wait(60_000);
  expect(toast()).not.toBeNull();
  fireEvent.pointerLeave(box);
  wait(9_999);
  expect(toast()).not.toBeNull();
  wait(1);
  expect(toast()).toBeNull();
});

test('it stays while the focus is in it, and gives the focus back when the undo is taken', () => {
  const { undo } = setup();
  const before = screen.getByRole('button', { name: 'Inoltra' });
  act(() => before.focus());
  act(() => screen.getByRole('button', { name: 'Annulla' }).focus());
  wait(60_000);
  fireEvent.click(screen.getByRole('button', { name: 'Annulla' }));
  expect(undo).toHaveBeenCalledOnce();
  expect(toast()).toBeNull();
  expect(document.activeElement).toBe(before);
});

test('Ctrl+Z takes the undo once, and only while the toast is there', () => {
  const { undo } = setup();
  const press = () => fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  press();
  press();
  expect(undo).toHaveBeenCalledOnce();
  expect(toast()).toBeNull();
});

test('a new toast takes the place of the old one and starts its own 10 seconds', () => {
  const { open } = setup();
  wait(9_000);
  open('Approvato.');
  expect(toast()).toBeNull();
  wait(9_000);
  expect(screen.queryByText('Approvato.')).not.toBeNull();
  wait(1_000);
  expect(screen.queryByText('Approvato.')).toBeNull();
});

test('without the provider a screen cannot show toasts', () => {
  render(<Screen />);
  expect(() => show({ text: 'Approvato.' })).toThrow(/ToastProvider/);
});
