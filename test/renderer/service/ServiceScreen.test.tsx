import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ServiceScreen } from '#renderer/service/ServiceScreen.tsx';
import { type FakeBridgeOptions, fakeBridge } from '../../helpers/fakeBridge.ts';
import { showScreen } from '../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (options: FakeBridgeOptions = {}) => showScreen(ServiceScreen, fakeBridge(options));

test('it says what is known of today: hours, mailbox, turns, what is open', async () => {
  show();
  expect(
    await screen.findByText('Oggi il servizio è aperto dalle 08:30 alle 12:30 e dalle 15:00 alle 17:30.'),
  ).toBeTruthy();
  expect(screen.getByText('Letta oggi alle 08:31.')).toBeTruthy();
  expect(screen.getAllByText('Ornella Vidal')).toHaveLength(2);
  expect(screen.getByText('2 testi da approvare')).toBeTruthy();
  expect(screen.getByText('1 invio da chiarire')).toBeTruthy();
});

test('a mailbox not yet read today is told, on working days only', async () => {
  const mailbox = { checkedAt: '2026-11-20T16:30:00.000Z', problem: null };
  show({ mailbox });
  expect(await screen.findByText(/Oggi non è ancora stata letta/)).toBeTruthy();
  cleanup();
  show({ mailbox, now: '2026-11-22T09:00:00.000Z' });
  expect(await screen.findByText('Oggi il servizio è chiuso. Riprende lunedì 23 novembre.')).toBeTruthy();
  expect(screen.queryByText(/Oggi non è ancora stata letta/)).toBeNull();
});

test('why the mailbox cannot be read is said with what to do', async () => {
  const problem = { code: 'folder', message: 'La cartella non c’è più.', remedy: 'Sceglila nelle Impostazioni.' };
  show({ mailbox: { checkedAt: null, problem } });
  expect((await screen.findByRole('alert')).textContent).toContain('Sceglila nelle Impostazioni');
  expect(screen.getByText('La casella non è ancora stata letta.')).toBeTruthy();
});
