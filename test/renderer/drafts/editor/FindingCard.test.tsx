import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { FindingCard } from '#renderer/drafts/editor/FindingCard.tsx';
import type { Finding } from '#shared/drafts/style/engine/finding.ts';

afterEach(cleanup);

const fix = (label: string) => ({ label, edits: [{ from: 0, to: 1, text: label }] });
const weekday: Finding = {
  rule: 'D01',
  severity: 'errore',
  from: 0,
  to: 8,
  excerpt: 'domenica',
  message: 'Il giorno è sabato.',
  why: 'Chi legge arriva nel giorno sbagliato.',
  source: 'Calendario',
  fixes: [fix('Scrivi «sabato»'), fix('Scrivi «domenica 13»')],
};

function shown(readOnly = false, kept?: string) {
  const acts = { onFix: vi.fn(), onKeep: vi.fn(), onClose: vi.fn() };
  render(<FindingCard finding={weekday} kept={kept} readOnly={readOnly} {...acts} />);
  return { ...acts, user: userEvent.setup() };
}

test('says what, why and from where, and keys 1 2 3 act while the focus is inside', async () => {
  const { user, onFix, onKeep } = shown();
  const card = screen.getByRole('dialog', { name: 'Errore: Giorno della settimana che non corrisponde alla data' });
  expect(card.textContent).toContain('Chi legge arriva nel giorno sbagliato.');
  expect(card.textContent).toContain('Calendario');
  await user.keyboard('1');
  expect(onFix).not.toHaveBeenCalled();
  screen.getByRole('button', { name: 'Scrivi «sabato»' }).focus();
  await user.keyboard('2');
  expect(onFix).toHaveBeenCalledExactlyOnceWith(weekday.fixes[1]);
  await user.keyboard('3');
  expect(onKeep).toHaveBeenCalledOnce();
});

test('a click on it is enough for its keys', async () => {
  const { user, onFix } = shown();
  await user.click(screen.getByText('Il giorno è sabato.'));
  await user.keyboard('1');
  expect(onFix).toHaveBeenCalledExactlyOnceWith(weekday.fixes[0]);
});

test('Esc closes it', async () => {
  const { user, onClose } = shown();
  screen.getByRole('button', { name: 'Scrivi «sabato»' }).focus();
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledOnce();
});

test('in a text that may only be read it offers nothing to do', () => {
  shown(true);
  expect(screen.queryAllByRole('button')).toEqual([]);
});

test('a finding that stays shows its reason', () => {
  shown(false, 'così sulla locandina');
  expect(screen.getByText('così sulla locandina')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Cambia il motivo…' })).toBeTruthy();
});
