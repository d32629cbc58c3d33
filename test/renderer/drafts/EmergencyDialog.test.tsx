import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { EmergencyDialog } from '#renderer/drafts/EmergencyDialog.tsx';
import { placeholdersOf } from '#renderer/drafts/emergencyModels.ts';
import { awaitCalls } from '../../helpers/awaitCalls.ts';
import { showScreen } from '../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function shown() {
  const onSent = vi.fn();
  const onClose = vi.fn();
  const acts = { onSent, onClose };
  const screens = showScreen(({ status }) => <EmergencyDialog status={status} {...acts} />);
  await screen.findByRole('dialog', { name: 'Invia un’emergenza' });
  return { ...screens, ...acts };
}

const TEXT = '*Allerta rossa per vento*\n\nResta in casa fino alle 12 di mercoledì 25 novembre.';
const SEND = '{Control>}{Enter}{/Control}';

test('placeholders are found, and a list of words in brackets over two lines is none', () => {
  expect(placeholdersOf('a [zone] e [via]')).toEqual(['[zone]', '[via]']);
  expect(placeholdersOf('[una\nriga] ma non questa')).toEqual([]);
});

test('nothing leaves before the text is complete and somebody authorises it', async () => {
  const { bridge, user } = await shown();
  await user.keyboard(SEND);
  expect(screen.getByText('Completa [colore] prima di inviare.')).toBeTruthy();
  expect(screen.getByText('Scrivi chi autorizza l’emergenza.')).toBeTruthy();
  expect(screen.getByText('Scrivi in poche parole che cosa succede.')).toBeTruthy();
  expect(bridge.inputsOf('queue.emergency')).toEqual([]);
});

test('Ctrl+Invio keeps it, copies the text and opens WhatsApp, with who authorised it and how', async () => {
  const { bridge, user, onSent } = await shown();
  const text = screen.getByLabelText('Testo');
  await user.clear(text);
  await user.type(text, TEXT);
  await user.type(screen.getByLabelText('Chi autorizza'), 'Teresa Marangon, sindaca');
  await user.type(screen.getByLabelText('Come l’ha detto'), 'per telefono');
  await user.type(screen.getByLabelText('Motivo'), 'Bollettino delle 21');
  expect(screen.getByText('C’è chi autorizza e perché')).toBeTruthy();
  await user.keyboard(SEND);
  expect(await awaitCalls(bridge, 'queue.emergency')).toEqual([
    {
      title: '',
      text: TEXT,
      link: null,
      authoriser: 'Teresa Marangon, sindaca, per telefono',
      why: 'Bollettino delle 21',
      route: 'gruppo operativo',
    },
  ]);
  expect(await awaitCalls(bridge, 'shell.copyText')).toEqual([{ text: TEXT }]);
  expect((await awaitCalls(bridge, 'shell.openLink'))[0]?.url).toMatch(/^https:\/\/wa\.me\//);
  await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
});

test('a model does not overwrite what was typed', async () => {
  const { user } = await shown();
  await user.click(screen.getByLabelText('Strada chiusa'));
  const text = screen.getByLabelText<HTMLTextAreaElement>('Testo');
  expect(text.value).toContain('chiusa al traffico');
  await user.type(text, ' Attenzione.');
  await user.click(screen.getByLabelText('Scuole chiuse'));
  expect(text.value).toContain('Attenzione.');
});
