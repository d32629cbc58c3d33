import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { ReasonDialog } from '#renderer/ui/ReasonDialog.tsx';

afterEach(cleanup);

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
