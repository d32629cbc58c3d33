import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { RegisterScreen } from '#renderer/register/RegisterScreen.tsx';
import { screenActions } from '#renderer/ui/shortcuts.ts';
import { awaitCalls } from '../../helpers/awaitCalls.ts';
import { townBridge } from '../../helpers/bridge.ts';
import { showScreen } from '../../helpers/showScreen.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function open(bridge = townBridge()) {
  const shown = showScreen(RegisterScreen, bridge);
  await screen.findByRole('grid', { name: 'Avvisi inviati' });
  return shown;
}
const heads = () =>
  screen.getAllByRole('columnheader').map((head) => head.getAttribute('aria-label') ?? head.textContent);
const saved = () => within(screen.getByRole('region', { name: 'Filtri salvati' }));

test('a filter gets a name, is picked again, renamed, taken away and brought back', async () => {
  const { user } = await open();
  await user.click(within(screen.getByRole('group', { name: 'Ufficio' })).getByLabelText(/^Scuola/));
  await user.click(await screen.findByRole('button', { name: 'Salva il filtro…' }));
  await user.keyboard('Nidi e scuole{Enter}');
  const mine = await saved().findByRole('button', { name: 'Nidi e scuole' });
  expect(mine.getAttribute('aria-pressed')).toBe('true');
  expect(screen.queryByRole('button', { name: 'Salva il filtro…' })).toBeNull();

  await user.click(screen.getByRole('button', { name: 'Togli i filtri' }));
  expect(await screen.findByText('10 di 10')).toBeTruthy();
  await user.click(mine);
  expect(await screen.findByText('2 di 10')).toBeTruthy();

  await user.click(saved().getByRole('button', { name: 'Cambia il filtro «Nidi e scuole»' }));
  const name = screen.getByLabelText<HTMLInputElement>('Nome');
  await user.clear(name);
  await user.keyboard('Ultimo mese{Enter}');
  await user.clear(name);
  await user.keyboard('Scuola{Control>}{Enter}{/Control}');
  expect(await saved().findByRole('button', { name: 'Scuola' })).toBeTruthy();

  await user.click(saved().getByRole('button', { name: 'Cambia il filtro «Scuola»' }));
  await user.click(screen.getByRole('button', { name: 'Togli il filtro' }));
  await waitFor(() => expect(saved().queryByRole('button', { name: 'Scuola' })).toBeNull());
  await user.keyboard('{Control>}z{/Control}');
  expect(await saved().findByRole('button', { name: 'Scuola' })).toBeTruthy();
});

test('a filter without a name is refused with what to do', async () => {
  const { user } = await open();
  await user.keyboard('scuola');
  await user.click(await screen.findByRole('button', { name: 'Salva il filtro…' }));
  await user.keyboard('{Enter}');
  expect((await screen.findByRole('alert')).textContent).toContain('Scrivi un nome');
});

test('the filters every desk has narrow by deviation and by days', async () => {
  const { bridge, user } = await open();
  await user.click(saved().getByRole('button', { name: 'Ultimo mese' }));
  expect(await screen.findByText('9 di 10')).toBeTruthy();
  await user.click(saved().getByRole('button', { name: 'Testi cambiati dalla ditta' }));
  expect(await screen.findByText('0 di 10')).toBeTruthy();
  expect(bridge.inputsOf('register.search').at(-1)).toMatchObject({ note: ['testo cambiato'], from: null });
});

test('columns are chosen and moved, and are still so when one comes back', async () => {
  const { bridge, user } = await open();
  expect(heads()).toEqual(['Numero', 'Data', 'Avviso', 'Ufficio', 'Via', 'Note']);
  expect(screenActions().map(({ label }) => label)).toContain('Colonne');
  await user.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
  const dialog = within(screen.getByRole('dialog', { name: 'Colonne' }));
  await user.click(dialog.getByLabelText('Categoria'));
  await user.click(dialog.getByLabelText('Note'));
  await user.click(dialog.getByRole('button', { name: 'Sposta prima Ufficio' }));
  await user.keyboard('{Escape}');
  expect(heads()).toEqual(['Numero', 'Data', 'Ufficio', 'Avviso', 'Categoria', 'Via']);
  cleanup();
  await open(bridge);
  expect(heads()).toEqual(['Numero', 'Data', 'Ufficio', 'Avviso', 'Categoria', 'Via']);
  await user.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
  await user.click(screen.getByRole('button', { name: 'Come all’inizio' }));
  expect(heads()).toEqual(['Numero', 'Data', 'Avviso', 'Ufficio', 'Via', 'Note']);
});

test('the edge of a column moves by keyboard, 16 px at a time, and is remembered', async () => {
  const { bridge, user } = await open();
  const edge = screen.getByRole('separator', { name: 'Larghezza di Ufficio' });
  expect(edge.getAttribute('aria-valuenow')).toBe('124');
  edge.focus();
  await user.keyboard('{ArrowRight}');
  expect(edge.getAttribute('aria-valuenow')).toBe('140');
  const [layout] = await awaitCalls(bridge, 'register.setLayout');
  expect(layout?.widths).toEqual({ office: 140 });
  expect(screen.queryByRole('separator', { name: 'Larghezza di Avviso' })).toBeNull();
});

test('the keys of the list are in the map of keys, and a key that is held down moves on', async () => {
  const { user } = await open();
  await user.keyboard('{ArrowDown}{ArrowDown>3/}');
  expect(screen.getByRole('row', { selected: true }).getAttribute('aria-rowindex')).toBe('5');
});
