import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { RegisterScreen } from '#renderer/register/RegisterScreen.tsx';
import { EVERY_ROW, NEWEST_FIRST } from '#shared/register/search/search.ts';
import { awaitCalls } from '../../helpers/awaitCalls.ts';
import { townBridge } from '../../helpers/bridge.ts';
import { showScreen } from '../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function exporting() {
  const screens = showScreen(RegisterScreen, townBridge());
  await screen.findByRole('grid', { name: 'Avvisi inviati' });
  return screens;
}
const dialog = () => within(screen.getByRole('dialog', { name: 'Esporta il registro' }));

test('Ctrl+S exports what is on screen, then opens the file or shows where it is', async () => {
  const { bridge, user } = await exporting();
  await user.click(within(screen.getByRole('group', { name: 'Ufficio' })).getByLabelText(/^Ambiente/));
  await user.click(screen.getByRole('button', { name: 'Avviso' }));
  expect(await screen.findByText('2 di 10')).toBeTruthy();
  await user.keyboard('{Control>}s{/Control}');
  expect(dialog().getByText(/stesso ordine: 2 righe\./)).toBeTruthy();
  await user.click(dialog().getByLabelText('Testo con separatori (csv)'));
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await awaitCalls(bridge, 'register.export')).toEqual([
    { ...EVERY_ROW, office: ['Ambiente'], order: { by: 'title', direction: 'ascending' }, format: 'csv' },
  ]);
  expect(await dialog().findByText(/registro-2026-11-24-0912\.csv: 2 righe\./)).toBeTruthy();
  expect(document.activeElement).toBe(dialog().getByRole('button', { name: /^Apri/ }));
  await user.click(dialog().getByRole('button', { name: 'Mostra nella cartella' }));
  await user.click(dialog().getByRole('button', { name: /^Apri/ }));
  expect(await awaitCalls(bridge, 'register.openExport', 2)).toEqual([{ what: 'folder' }, { what: 'document' }]);
});

test('what is exported is what the core found: the beginnings of words, in the order of the screen', async () => {
  const { bridge, user } = await exporting();
  await user.keyboard('raccol');
  expect(await screen.findByText('2 di 10')).toBeTruthy();
  await user.keyboard('{Control>}s{/Control}');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await dialog().findByText(/2 righe\.$/)).toBeTruthy();
  expect(bridge.inputsOf('register.export')).toEqual([
    { ...EVERY_ROW, text: 'raccol', order: NEWEST_FIRST, format: 'xlsx' },
  ]);
});

test('an export that does not succeed says why and can be tried again', async () => {
  const { bridge, user } = await exporting();
  bridge.fail('register.export', { code: 'disk-full', what: 'Il disco è pieno.', remedy: 'Libera spazio.' });
  await user.keyboard('{Control>}s{/Control}');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect((await dialog().findByRole('alert')).textContent).toContain('Il disco è pieno');
  bridge.fail('register.export');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(await dialog().findByRole('button', { name: /^Apri/ })).toBeTruthy();
});
