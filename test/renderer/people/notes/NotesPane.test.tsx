import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NotesPane } from '#renderer/people/notes/NotesPane.tsx';
import { useNoteDrafts } from '#renderer/people/notes/noteDrafts.ts';
import { townBridge } from '../../../helpers/bridge.ts';
import { showScreen } from '../../../helpers/showScreen.tsx';

const ABOUT = 'notice/olio-1';

beforeEach(() => useNoteDrafts.setState({ drafts: {} }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Pane() {
  return <NotesPane about={ABOUT} field={useRef(null)} />;
}
const field = () => screen.findByLabelText<HTMLTextAreaElement>('Nuova nota interna');

test('two keys keep a note; @ offers the people, and Invio takes the one that is active', async () => {
  const { bridge, user } = showScreen(Pane, townBridge());
  const area = await field();
  await user.type(area, 'Guarda @vi');
  const people = within(screen.getByRole('listbox', { name: 'Persone' }));
  expect(people.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Ornella Vidal capo settore']);
  expect(area.getAttribute('aria-activedescendant')).toBe(people.getByRole('option').id);
  await user.keyboard('{Enter}');
  expect(area.value).toBe('Guarda @Vidal ');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(screen.getByText('Per Ornella Vidal')).toBeTruthy();
  await user.keyboard('l’orario{Control>}{Enter}{/Control}');
  expect(bridge.inputsOf('people.writeNote')).toEqual([{ about: ABOUT, text: 'Guarda @Vidal l’orario' }]);
  expect(await screen.findByText('Nota scritta: sta in Oggi di Ornella Vidal.')).toBeTruthy();
  await waitFor(() => expect(area.value).toBe(''));
  const item = within(await screen.findByRole('region', { name: 'Note' })).getByRole('listitem');
  expect(item.textContent).toContain('interna');
  expect(item.textContent).toContain('nessuno l’ha ancora letta');
});

test('Esc puts the list away and keeps what was typed; arrows go round the people', async () => {
  const { user } = showScreen(Pane, townBridge());
  const area = await field();
  await user.type(area, '@');
  const options = screen.getAllByRole('option').map(({ id }) => id);
  expect(options).toHaveLength(2);
  await user.keyboard('{ArrowUp}');
  expect(area.getAttribute('aria-activedescendant')).toBe(options[1]);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(area.value).toBe('@');
});

test('who is named reads it by one key in the list; that it is shown is not reading', async () => {
  const bridge = townBridge({ person: 'bellin' });
  await bridge.ask('people.writeNote', { about: ABOUT, text: '@Vidal guarda l’orario' });
  await bridge.ask('people.actAs', { id: 'vidal' });
  const { user } = showScreen(Pane, bridge);
  expect(await screen.findByText('non l’hai ancora letta')).toBeTruthy();
  expect(bridge.inputsOf('people.readNote')).toEqual([]);
  screen.getByRole('region', { name: 'Note' }).focus();
  await user.keyboard('l');
  expect(bridge.inputsOf('people.readNote')).toHaveLength(1);
  expect(await screen.findByText(/^letta da Ornella Vidal, oggi alle/)).toBeTruthy();
});
