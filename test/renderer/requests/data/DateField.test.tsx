import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { type DateAndTime, DateField } from '#renderer/requests/data/DateField.tsx';

afterEach(cleanup);

const FRIDAY: DateAndTime = { date: '2026-12-04', time: null };

function shown(value: DateAndTime, readOnly = false) {
  const onCommit = vi.fn();
  render(<DateField label="Data" value={value} today="2026-11-24" readOnly={readOnly} onCommit={onCommit} />);
  return { onCommit, field: screen.getByLabelText<HTMLInputElement>('Data'), user: userEvent.setup() };
}

test('a date is shown in words, with its time', () => {
  expect(shown(FRIDAY).field.value).toBe('venerdì 4 dicembre');
  cleanup();
  expect(shown({ date: '2026-12-01', time: '10:00' }).field.value).toBe('martedì 1° dicembre alle 10:00');
});

test.each([
  ['4/12', { date: '2026-12-04', time: null }],
  ['domani alle 10', { date: '2026-11-25', time: '10:00' }],
  ['lunedì 30 novembre', { date: '2026-11-30', time: null }],
  ['', { date: null, time: null }],
])('«%s» is understood as %j', async (typed, wanted) => {
  const { user, field, onCommit } = shown({ date: '2026-12-11', time: null });
  await user.clear(field);
  if (typed !== '') await user.type(field, typed);
  await user.keyboard('{Enter}');
  expect(onCommit).toHaveBeenCalledExactlyOnceWith(wanted);
});

test('Invio on an unchanged date confirms it; leaving it unchanged does nothing', async () => {
  const { user, field, onCommit } = shown(FRIDAY);
  await user.click(field);
  await user.tab();
  expect(onCommit).not.toHaveBeenCalled();
  await user.click(field);
  await user.keyboard('{Enter}');
  expect(onCommit).toHaveBeenCalledExactlyOnceWith(FRIDAY);
});

test('what is no date stays written with what to do, and Esc takes it back', async () => {
  const { user, field, onCommit } = shown(FRIDAY);
  await user.clear(field);
  await user.type(field, 'prima di Natale');
  await user.tab();
  expect(onCommit).not.toHaveBeenCalled();
  expect(field.value).toBe('prima di Natale');
  expect(screen.getByText(/Non capisco questa data/)).toBeTruthy();
  await user.click(field);
  await user.keyboard('{Escape}');
  expect(field.value).toBe('venerdì 4 dicembre');
});

test('a date that may only be read is not changed by keys', async () => {
  const { user, field, onCommit } = shown(FRIDAY, true);
  await user.click(field);
  await user.keyboard('{Enter}');
  expect(onCommit).not.toHaveBeenCalled();
});
