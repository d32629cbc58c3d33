import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from '#renderer/ui/Button.tsx';
import { listShortcuts } from '#renderer/ui/shortcuts.ts';

afterEach(cleanup);

test('a key with Control printed in a button presses it, and screen readers hear it apart from the name', async () => {
  const onClick = vi.fn();
  render(
    <Button kind="main" keys="Control+Enter" onClick={onClick}>
      Inoltra al capo settore
    </Button>,
  );
  const button = screen.getByRole('button', { name: 'Inoltra al capo settore' });
  expect(button.getAttribute('aria-keyshortcuts')).toBe('Control+Enter');
  expect(button.getAttribute('type')).toBe('button');
  expect(button.querySelector('kbd')?.textContent).toBe('Ctrl Invio');
  await userEvent.setup().keyboard('{Control>}{Enter}{/Control}');
  expect(onClick).toHaveBeenCalledOnce();
  expect([...listShortcuts().values()].flat().map(({ label }) => label)).toEqual(['Inoltra al capo settore']);
});

function Decision({ onClick }: { readonly onClick: () => void }) {
  const group = useRef<HTMLDivElement>(null);
  return (
    <div ref={group}>
      <Button keys="1" keysWithin={group} onClick={onClick}>
        È un duplicato
      </Button>
      <Button keys="2">È una serie</Button>
    </div>
  );
}

test('a digit presses its button only with the focus in the group, and not at all without a group', async () => {
  const onClick = vi.fn();
  render(<Decision onClick={onClick} />);
  const user = userEvent.setup();
  await user.keyboard('1');
  expect(onClick).not.toHaveBeenCalled();
  screen.getByRole('button', { name: 'È una serie' }).focus();
  await user.keyboard('12');
  expect(onClick).toHaveBeenCalledOnce();
});

test('a button with only an icon has its name and tooltip', () => {
  render(<Button icon="close" label="Chiudi" />);
  const button = screen.getByRole('button', { name: 'Chiudi' });
  expect(button.title).toBe('Chiudi');
  expect(button.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
});

test('a disabled button does not answer its key', async () => {
  const onClick = vi.fn();
  render(
    <Button keys="F9" disabled onClick={onClick}>
      Controlla la casella
    </Button>,
  );
  await userEvent.setup().keyboard('{F9}');
  expect(onClick).not.toHaveBeenCalled();
});
