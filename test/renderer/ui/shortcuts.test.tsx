import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { listShortcuts, type Shortcut, screenActions, setSingleCharacterShortcuts } from '#renderer/ui/shortcuts.ts';
import { ShortcutGroup, useShortcuts } from '#renderer/ui/useShortcuts.tsx';

afterEach(() => {
  cleanup();
  setSingleCharacterShortcuts(true);
});

function Keys({ shortcuts }: { readonly shortcuts: readonly Shortcut[] }) {
  useShortcuts(shortcuts);
  return null;
}

/** A screen with a list that has the letter J, a field, a button and the given shortcuts everywhere in it. */
function Screen({ shortcuts, onJ }: { readonly shortcuts: readonly Shortcut[]; readonly onJ: () => void }) {
  const list = useRef<HTMLUListElement>(null);
  useShortcuts([...shortcuts, { keys: 'J', label: 'Candidato seguente', within: list, run: onJ }]);
  return (
    <>
      <ul ref={list}>
        <li>
          <button type="button">Nell’elenco</button>
        </li>
      </ul>
      <input aria-label="Testo" />
      <button type="button">Fuori</button>
    </>
  );
}

function setup(keys: string) {
  const run = vi.fn();
  const onJ = vi.fn();
  render(<Screen shortcuts={[{ keys, label: 'Fai', run }]} onJ={onJ} />);
  return { user: userEvent.setup(), run, onJ, field: screen.getByLabelText('Testo') };
}

test('keys with Control and function keys work from anywhere, also while typing', async () => {
  const { user, run, field } = setup('Control+Enter');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await user.type(field, 'ciao{Control>}{Enter}{/Control}');
  expect(run).toHaveBeenCalledTimes(2);
});

test('the keys of editing belong to the text field that has the focus', async () => {
  const { user, run, field } = setup('Control+Z');
  await user.type(field, 'ciao{Control>}z{/Control}');
  expect(run).not.toHaveBeenCalled();
  await user.click(screen.getByText('Fuori'));
  await user.keyboard('{Control>}z{/Control}');
  expect(run).toHaveBeenCalledOnce();
});

test('a letter works only while the focus is in its list', async () => {
  const { user, onJ, field } = setup('F9');
  await user.type(field, 'jj');
  await user.click(screen.getByText('Fuori'));
  await user.keyboard('j');
  expect(onJ).not.toHaveBeenCalled();
  await user.click(screen.getByText('Nell’elenco'));
  await user.keyboard('j');
  expect(onJ).toHaveBeenCalledOnce();
});

test('a letter without a list is a mistake of the screen', () => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(() => render(<Keys shortcuts={[{ keys: 'R', label: 'Restituisci', run: () => undefined }]} />)).toThrow(
    /needs "within"/,
  );
  quiet.mockRestore();
});

test('a symbol works outside text fields, and the setting turns single characters off', async () => {
  const { user, run, onJ, field } = setup('/');
  await user.type(field, '/');
  expect(run).not.toHaveBeenCalled();
  await user.click(screen.getByText('Nell’elenco'));
  await user.keyboard('/');
  expect(run).toHaveBeenCalledOnce();
  setSingleCharacterShortcuts(false);
  await user.keyboard('/j');
  expect(run).toHaveBeenCalledOnce();
  expect(onJ).not.toHaveBeenCalled();
});

test('Invio on a button presses the button, not the shortcut of the screen', async () => {
  const { user, run } = setup('Enter');
  screen.getByText('Fuori').focus();
  await user.keyboard('{Enter}');
  expect(run).not.toHaveBeenCalled();
  screen.getByText('Fuori').blur();
  await user.keyboard('{Enter}');
  expect(run).toHaveBeenCalledOnce();
});

test('holding a key down fires once', async () => {
  const { user, run } = setup('Control+Enter');
  await user.keyboard('{Control>}{Enter>5/}{/Control}');
  expect(run).toHaveBeenCalledOnce();
});

test('what the focused element has answered is not answered again', async () => {
  const run = vi.fn();
  render(
    <>
      <Keys shortcuts={[{ keys: 'Escape', label: 'Torna', run }]} />
      <input aria-label="Testo" onKeyDown={(event) => event.key === 'Escape' && event.preventDefault()} />
    </>,
  );
  await userEvent.setup().type(screen.getByLabelText('Testo'), '{Escape}');
  expect(run).not.toHaveBeenCalled();
});

test('a screen takes over a key of the frame, whichever was there first', async () => {
  const screenKey = vi.fn();
  const frameKey = vi.fn();
  const inScreen = <Keys shortcuts={[{ keys: 'F9', label: 'Della schermata', run: screenKey }]} />;
  const frame = (
    <ShortcutGroup name="Ovunque" everywhere>
      <Keys shortcuts={[{ keys: 'F9', label: 'Della cornice', run: frameKey }]} />
    </ShortcutGroup>
  );
  const view = render(inScreen);
  view.rerender(
    <>
      {inScreen}
      {frame}
    </>,
  );
  const user = userEvent.setup();
  await user.keyboard('{F9}');
  expect([screenKey.mock.calls.length, frameKey.mock.calls.length]).toEqual([1, 0]);
  expect([...listShortcuts().values()].flat().map(({ label }) => label)).toEqual(['Della schermata']);
  view.rerender(frame);
  await user.keyboard('{F9}');
  expect([screenKey.mock.calls.length, frameKey.mock.calls.length]).toEqual([1, 1]);
});

test('a key that two parts of a screen want stands once in the command box, with the one that wins', () => {
  const [below, above] = [vi.fn(), vi.fn()];
  render(<Keys shortcuts={[{ keys: 'Control+G', label: 'L’ho già chiesto', run: below }]} />);
  render(<Keys shortcuts={[{ keys: 'Control+G', label: 'L’ho già chiesto', run: above }]} />);
  const actions = screenActions().filter(({ keys }) => keys === 'Control+G');
  expect(actions).toHaveLength(1);
  actions[0]?.run();
  expect([below, above].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
});

test('an open dialog silences the keys below it and has its own', async () => {
  const below = vi.fn();
  const inside = vi.fn();
  const keys = <Keys shortcuts={[{ keys: 'Control+Enter', label: 'Inoltra', run: below }]} />;
  const view = render(
    <>
      {keys}
      <Dialog title="Invia un’emergenza" onClose={() => undefined}>
        <Button keys="Control+Enter" onClick={inside}>
          Copia
        </Button>
      </Dialog>
    </>,
  );
  const user = userEvent.setup();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect([below.mock.calls.length, inside.mock.calls.length]).toEqual([0, 1]);
  expect([...listShortcuts().keys()]).toEqual(['Invia un’emergenza']);
  view.rerender(keys);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect([below.mock.calls.length, inside.mock.calls.length]).toEqual([1, 1]);
});

test('nothing fires after the screen has gone', async () => {
  const { user, run } = setup('F9');
  cleanup();
  await user.keyboard('{F9}');
  expect(run).not.toHaveBeenCalled();
  expect(listShortcuts().size).toBe(0);
});
