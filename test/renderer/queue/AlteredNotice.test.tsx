import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { AlteredNotice } from '#renderer/queue/AlteredNotice.tsx';
import { awaitCalls } from '../../helpers/awaitCalls.ts';
import { type TestBridge, townBridge } from '../../helpers/bridge.ts';
import { showScreen } from '../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function shown(request: string, arrange: (bridge: TestBridge) => void = () => undefined) {
  const bridge = townBridge();
  arrange(bridge);
  const acts = { onQueue: vi.fn(), onApproval: vi.fn() };
  return { ...showScreen(() => <AlteredNotice request={request} {...acts} />, bridge), ...acts };
}

test('a request whose sending holds other words says so, and leads to the queue (P24)', async () => {
  const obstacle = { code: 'text-altered', what: 'Il testo non è quello approvato.', remedy: 'Annulla l’invio.' };
  const { user, onQueue } = shown('parcheggi-1', ({ alter }) =>
    alter('queue.list', (rows) =>
      rows.map((row) => (row.id === 'parcheggi-1' ? { ...row, isAltered: true, obstacle } : row)),
    ),
  );
  expect((await screen.findByRole('alert')).textContent).toContain('Il testo non è quello approvato');
  await user.click(screen.getByRole('button', { name: 'Apri la coda' }));
  expect(onQueue).toHaveBeenCalledExactlyOnceWith('parcheggi-1');
});

test('so does one whose text waits for the head, and leads there', async () => {
  const { user, onApproval } = shown('olio-1', ({ alter }) =>
    alter('drafts.waiting', (texts) => texts.map((text) => ({ ...text, isAltered: text.id === 'olio-1' }))),
  );
  expect((await screen.findByRole('alert')).textContent).toContain('non è quello che è stato controllato');
  await user.click(screen.getByRole('button', { name: 'Apri i testi' }));
  expect(onApproval).toHaveBeenCalledOnce();
});

test('a request whose text is whole says nothing', async () => {
  const { bridge } = shown('parcheggi-1');
  await awaitCalls(bridge, 'drafts.waiting');
  expect(screen.queryByRole('alert')).toBeNull();
});
