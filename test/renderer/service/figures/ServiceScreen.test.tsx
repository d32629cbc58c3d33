import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ServiceScreen } from '#renderer/service/figures/ServiceScreen.tsx';
import { type BridgeOptions, townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (options: BridgeOptions = {}) => showScreen(ServiceScreen, townBridge(options));

test('it says what is known of today: hours, mailbox, turns, what is open', async () => {
  show();
  expect(
    await screen.findByText('Oggi il servizio è aperto dalle 08:30 alle 12:30 e dalle 15:00 alle 17:30.'),
  ).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Cartella letta oggi alle 08:31' })).toBeTruthy();
  expect(screen.getAllByText('Ornella Vidal')).toHaveLength(2);
  expect(screen.getByText('2 testi da approvare')).toBeTruthy();
  expect(screen.getByText('1 invio da chiarire')).toBeTruthy();
});

test('a look that is old in service hours is amber, with its hour (L14)', async () => {
  const mailbox = { checkedAt: '2026-11-20T16:30:00.000Z', problem: null };
  show({ mailbox });
  const look = () => screen.findByRole('button', { name: /^Cartella letta .* alle 17:30$/ });
  expect((await look()).className).toContain('text-warn');
  cleanup();
  show({ mailbox, now: '2026-11-22T09:00:00.000Z' });
  expect(await screen.findByText('Oggi il servizio è chiuso. Riprende lunedì 23 novembre.')).toBeTruthy();
  expect((await look()).className).toContain('text-ok');
});

test('why the mailbox cannot be read is said with what to do', async () => {
  const problem = { code: 'folder', what: 'La cartella non c’è più.', remedy: 'Sceglila nelle Impostazioni.' };
  show({ mailbox: { checkedAt: null, problem } });
  expect((await screen.findByRole('alert')).textContent).toContain('Sceglila nelle Impostazioni');
  expect(screen.getByRole('button', { name: 'La cartella della posta non risponde' })).toBeTruthy();
});
