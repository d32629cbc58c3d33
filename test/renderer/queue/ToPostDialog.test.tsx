import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ToPostDialog } from '#renderer/queue/ToPostDialog.tsx';
import type { ToPost } from '#shared/queue/toPost.ts';
import { townBridge } from '../../helpers/bridge.ts';
import { showScreen } from '../../helpers/showScreen.tsx';

afterEach(cleanup);

const LETTER: ToPost = {
  id: 'job/tigli-1',
  ...{ state: 'toPost', why: null, missed: [] },
  purpose: 'contractor',
  title: 'Via dei Tigli chiusa',
  request: 'tigli-1',
  to: ['invii@ditta.example'],
  copy: ['o.vidal@comune.valdombra.example', 'sindaca@comune.valdombra.example'],
  subject: 'Invio WhatsApp: Via dei Tigli chiusa',
  preparedAt: '2026-11-24T08:00:00.000Z',
  desk: 'Sportello 2',
};

function shown(letters: readonly ToPost[]) {
  const bridge = townBridge();
  bridge.alter('queue.toPost', () => [...letters]);
  bridge.alter('queue.openLetter', () => ({ opened: true }));
  return showScreen(() => <ToPostDialog onClose={vi.fn()} />, bridge);
}

test('names each e-mail, with who gets a copy and where its file lies: nothing of it has left (P32, P66)', async () => {
  const { bridge, user } = shown([LETTER]);
  const dialog = within(await screen.findByRole('dialog', { name: 'Da spedire: 1 e-mail' }));
  const line = await dialog.findByRole('listitem');
  expect(line.textContent).toContain('da spedire');
  expect(line.textContent).toContain('su «Sportello 2»');
  expect(line.textContent).toContain('In copia: o.vidal@comune.valdombra.example, sindaca@comune.valdombra.example');
  expect(line.textContent).not.toMatch(/inviata|spedita a/);
  await user.click(dialog.getByRole('button', { name: 'Non serve più' }));
  expect(bridge.inputsOf('queue.sayOfLetter')).toEqual([{ id: 'job/tigli-1', word: 'dropped' }]);
  await user.click(dialog.getByRole('button', { name: 'L’ho spedita' }));
  expect(bridge.inputsOf('queue.sayOfLetter').at(-1)).toEqual({ id: 'job/tigli-1', word: 'posted' });
});

test('without any says that nothing waits', async () => {
  shown([]);
  expect(await screen.findByText('Nessuna e-mail da spedire')).toBeTruthy();
});

test('a letter of which nobody knows is settled by a person: it arrived, or it leaves again (P33)', async () => {
  const letter: ToPost = { ...LETTER, id: 'letter/l1', purpose: 'missing', state: 'uncertain', desk: null, copy: [] };
  const { bridge, user } = shown([letter]);
  bridge.alter('queue.sayOfLetter', () => ({}));
  bridge.alter('queue.resendLetter', () => ({}));
  const dialog = within(await screen.findByRole('dialog', { name: 'E-mail da guardare: 1' }));
  expect(await dialog.findByText(/non sappiamo se il server l’ha presa/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'È arrivata' }));
  expect(bridge.inputsOf('queue.sayOfLetter')).toEqual([{ id: 'letter/l1', word: 'arrived' }]);
  await user.click(dialog.getByRole('button', { name: 'Rispedisci' }));
  expect(bridge.inputsOf('queue.resendLetter')).toEqual([{ id: 'letter/l1' }]);
});

test('a letter that did not reach all names who did not get it, and why', async () => {
  const missed = [{ address: 'assente@comune.valdombra.example', why: 'l’indirizzo non esiste' }];
  shown([{ ...LETTER, id: 'letter/l1', purpose: 'missing', state: 'partial', missed, desk: null }]);
  const dialog = within(await screen.findByRole('dialog', { name: 'E-mail da guardare: 1' }));
  expect(await dialog.findByText(/assente@comune\.valdombra\.example: l’indirizzo non esiste/)).toBeTruthy();
  expect(dialog.getByRole('button', { name: 'Rispedisci a chi manca' })).toBeTruthy();
  expect(dialog.queryByRole('button', { name: 'È arrivata' })).toBeNull();
});
