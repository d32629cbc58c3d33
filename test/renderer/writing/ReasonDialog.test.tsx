import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReasonDialog } from '#renderer/writing/ReasonDialog.tsx';
import { forgetWriting, saveAllNow, useWritings } from '#renderer/writing/writing.ts';
import { type TestBridge, townBridge } from '../../helpers/bridge.ts';

let bridge: TestBridge;

beforeEach(() => {
  bridge = townBridge();
  vi.stubGlobal('puntosi', bridge);
});
afterEach(() => {
  cleanup();
  for (const name of Object.keys(useWritings.getState().texts)) forgetWriting(name);
  vi.unstubAllGlobals();
});

const words = {
  title: 'Chiudi come duplicato',
  explanation: 'La richiesta si chiude senza avviso.',
  action: 'Chiudi la richiesta',
  missing: 'Scrivi di quale avviso è il doppio.',
};

test('a reason is asked before the decision, and Ctrl+Invio decides', async () => {
  const user = userEvent.setup();
  const onRun = vi.fn();
  render(<ReasonDialog {...words} onRun={onRun} onClose={() => undefined} />);
  const why = screen.getByLabelText('Perché');
  expect(document.activeElement).toBe(why);
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(onRun).not.toHaveBeenCalled();
  expect(screen.getByText(words.missing)).toBeTruthy();
  await user.type(why, ' uguale al n. 2026/0204 ');
  expect(screen.queryByText(words.missing)).toBeNull();
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(onRun).toHaveBeenCalledExactlyOnceWith('uguale al n. 2026/0204');
});

test('a problem leaves the reason written', async () => {
  const user = userEvent.setup();
  const view = render(<ReasonDialog {...words} onRun={() => undefined} onClose={() => undefined} />);
  await user.type(screen.getByLabelText('Perché'), 'è il doppio');
  const problem = {
    code: 'disk-full',
    what: 'Il disco è pieno.',
    why: 'Il testo è al sicuro.',
    remedy: 'Libera spazio.',
  };
  view.rerender(<ReasonDialog {...words} problem={problem} onRun={() => undefined} onClose={() => undefined} />);
  expect(screen.getByRole('alert').textContent).toContain('Il disco è pieno');
  expect(screen.getByLabelText<HTMLTextAreaElement>('Perché').value).toBe('è il doppio');
});

test('what was typed outlives closing, only in the dialog about the same thing, until it is decided (P67)', async () => {
  const user = userEvent.setup();
  const onClose = vi.fn();
  const onRun = vi.fn();
  const why = () => screen.getByLabelText<HTMLTextAreaElement>('Perché');
  const first = render(<ReasonDialog {...words} onRun={onRun} onClose={onClose} />);
  await user.type(why(), 'metà motivo');
  await user.click(screen.getByRole('button', { name: 'Lascia stare' }));
  expect(onClose).toHaveBeenCalledOnce();
  first.unmount();
  await saveAllNow();
  expect(bridge.inputsOf('drafts.save').at(-1)?.text).toBe('"metà motivo"');
  const other = render(<ReasonDialog {...words} explanation="Un altro avviso." onRun={onRun} onClose={onClose} />);
  expect(why().value).toBe('');
  other.unmount();
  const again = render(<ReasonDialog {...words} onRun={onRun} onClose={onClose} />);
  expect(why().value).toBe('metà motivo');
  await user.type(why(), ', poi intero{Control>}{Enter}{/Control}');
  expect(onRun).toHaveBeenCalledExactlyOnceWith('metà motivo, poi intero');
  again.unmount();
  render(<ReasonDialog {...words} onRun={onRun} onClose={onClose} />);
  expect(why().value).toBe('');
});

test('after a crash the reason is there again', async () => {
  const id = 'Chiudi come duplicato: La richiesta si chiude senza avviso.';
  await bridge.ask('drafts.save', { id, text: '"prima del guasto"' });
  render(<ReasonDialog {...words} onRun={() => undefined} onClose={() => undefined} />);
  expect(await screen.findByDisplayValue('prima del guasto')).toBeTruthy();
});
