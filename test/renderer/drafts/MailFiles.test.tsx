import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { MailFiles } from '#renderer/drafts/MailFiles.tsx';
import { saySize } from '#renderer/drafts/mailPictures.ts';
import type { AttachmentView } from '#shared/requests/attachment.ts';
import { fakeBridge } from '../../helpers/fakeBridge.ts';
import { PLAN_PNG } from '../../helpers/fakePictures.ts';
import { PLAN } from '../../helpers/fakeRequests.ts';
import { showScreen } from '../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const SHEET = { id: 'b'.repeat(64), name: 'elenco.xlsx', size: 48_200, what: 'foglio di calcolo', mayBeSaved: true };
const PROGRAM = { id: 'c'.repeat(64), name: 'elenco.xlsm', size: 900, what: 'altro file', mayBeSaved: false };
const PICTURE = { id: PLAN, name: 'pianta-via-dei-tigli.png', size: 24_310, what: 'immagine', mayBeSaved: true };

const shown = (files: readonly AttachmentView[], bridge = fakeBridge()) =>
  showScreen(() => <MailFiles mail="tigli" files={files} />, bridge);

test('a picture that came inside is small in the list and large in a dialog; the focus comes back', async () => {
  const { user } = shown([PICTURE]);
  const small = await screen.findByRole('button', { name: 'pianta-via-dei-tigli.png' });
  expect(within(small).getByRole('img').getAttribute('src')).toBe(`data:image/png;base64,${PLAN_PNG}`);
  small.focus();
  await user.keyboard('{Enter}');
  const dialog = within(screen.getByRole('dialog', { name: 'pianta-via-dei-tigli.png' }));
  expect(dialog.getByText('160 × 120 punti')).toBeTruthy();
  expect(dialog.getByRole('img', { name: 'pianta-via-dei-tigli.png' })).toBeTruthy();
  await user.click(dialog.getAllByRole('button', { name: /^Chiudi/ }).at(-1) as HTMLElement);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(document.activeElement).toBe(small);
});

test('other files are named with kind and size, and saved by their id', async () => {
  const { bridge, user } = shown([SHEET, PROGRAM]);
  expect(await screen.findByText('foglio di calcolo, 48 kB')).toBeTruthy();
  expect(screen.getByText('altro file, 1 kB, da aprire nel programma di posta')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Salva… elenco.xlsm' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Salva… elenco.xlsx' }));
  expect(bridge.inputsOf('requests.saveAttachment')).toEqual([{ mail: 'tigli', attachment: SHEET.id }]);
  expect(await screen.findByText(/^Salvato: /)).toBeTruthy();
});

test('without files nothing is asked and nothing is shown', async () => {
  const { bridge } = shown([]);
  await vi.waitFor(() => expect(bridge.inputsOf('service.status')).toHaveLength(1));
  expect(screen.queryByRole('region', { name: 'Allegati' })).toBeNull();
  expect(bridge.inputsOf('requests.pictures')).toEqual([]);
});

test('a file that cannot be saved is told where it stands', async () => {
  const bridge = fakeBridge();
  bridge.fail('requests.saveAttachment', { code: 'disk-full', message: 'Il disco è pieno.', remedy: 'Libera spazio.' });
  const { user } = shown([SHEET], bridge);
  await user.click(await screen.findByRole('button', { name: 'Salva… elenco.xlsx' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Il disco è pieno');
});

test.each([
  [0, '1 kB'],
  [48_200, '48 kB'],
  [1_240_000, '1,2 MB'],
])('%i bytes are %s', (bytes, said) => {
  expect(saySize(bytes)).toBe(said);
});
