import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { MailFiles } from '#renderer/requests/mail/MailFiles.tsx';
import { saySize } from '#renderer/requests/mail/mailPictures.ts';
import type { AttachmentView } from '#shared/requests/reading/attachment.ts';
import { type TestBridge, townBridge } from '../../../helpers/bridge.ts';
import { PLAN_PNG } from '../../../helpers/morning/files.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const PROGRAM = {
  id: 'c'.repeat(64),
  name: 'elenco.xlsm',
  size: 900,
  what: 'altro file',
  mayBeSaved: false,
  mayHoldPrograms: true,
  isRead: false,
};
/** The plan and the order that came with the e-mail of via dei Tigli. */
async function filesOf(bridge: TestBridge): Promise<readonly [AttachmentView, AttachmentView]> {
  const [plan, order] = (await bridge.ask('requests.get', { id: 'tigli-1' })).mails[0]?.attachments ?? [];
  if (!plan || !order) throw new Error('The e-mail has no files.');
  return [plan, order];
}

const shown = (files: readonly AttachmentView[], bridge = townBridge()) =>
  showScreen(() => <MailFiles mail="tigli" files={files} />, bridge);

test('a picture that came inside is small in the list and large in a dialog; the focus comes back', async () => {
  const bridge = townBridge();
  const [plan] = await filesOf(bridge);
  const { user } = shown([plan], bridge);
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
  const bridge = townBridge();
  const [, order] = await filesOf(bridge);
  const { user } = shown([order, PROGRAM], bridge);
  expect(await screen.findByText('documento PDF, 48 kB')).toBeTruthy();
  expect(screen.getByText('altro file, 1 kB, può contenere programmi, da aprire nel programma di posta')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Salva… elenco.xlsm' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Salva… ordinanza-118.pdf' }));
  expect(bridge.inputsOf('requests.saveAttachment')).toEqual([{ mail: 'tigli', attachment: order.id }]);
  expect(await screen.findByText(/^Salvato: ordinanza-118\.pdf/)).toBeTruthy();
  expect(readFileSync(join(bridge.folder, 'scelta', 'ordinanza-118.pdf'), 'latin1')).toMatch(/^%PDF-/);
});

test('a file that may carry programs is saved only after the words that say so', async () => {
  const bridge = townBridge();
  const old = { ...PROGRAM, name: 'domanda.doc', what: 'documento Word', mayBeSaved: true };
  const { user } = shown([old], bridge);
  await user.click(await screen.findByRole('button', { name: 'Salva… domanda.doc' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Questo file può contenere programmi' }));
  expect(dialog.getByText(/aprilo solo se aspettavi proprio questo file/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Non salvarlo' }));
  expect(bridge.inputsOf('requests.saveAttachment')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Salva… domanda.doc' }));
  await user.click(screen.getByRole('button', { name: 'Salva lo stesso…' }));
  expect(bridge.inputsOf('requests.saveAttachment')).toEqual([{ mail: 'tigli', attachment: old.id }]);
});

test('the name of a file cannot turn the words beside it around', async () => {
  shown([{ ...PROGRAM, name: 'elenco\u202exslm.pdf' }]);
  const name = await screen.findByText(/^elenco/);
  expect(name.tagName).toBe('BDI');
});

test('without files nothing is asked and nothing is shown', async () => {
  const { bridge } = shown([]);
  await vi.waitFor(() => expect(bridge.inputsOf('service.status')).toHaveLength(1));
  expect(screen.queryByRole('region', { name: 'Allegati' })).toBeNull();
  expect(bridge.inputsOf('requests.pictures')).toEqual([]);
});

test('a file that cannot be saved is told where it stands', async () => {
  const bridge = townBridge();
  bridge.fail('requests.saveAttachment', { code: 'disk-full', what: 'Il disco è pieno.', remedy: 'Libera spazio.' });
  const [, order] = await filesOf(bridge);
  const { user } = shown([order], bridge);
  await user.click(await screen.findByRole('button', { name: 'Salva… ordinanza-118.pdf' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Il disco è pieno');
});

test.each([
  [0, '1 kB'],
  [48_200, '48 kB'],
  [1_240_000, '1,2 MB'],
])('%i bytes are %s', (bytes, said) => {
  expect(saySize(bytes)).toBe(said);
});
