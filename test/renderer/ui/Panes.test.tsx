import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type PaneSpec, Panes } from '#renderer/ui/Panes.tsx';

afterEach(cleanup);

const PANES: readonly PaneSpec[] = [
  { id: 'email', label: 'E-mail', width: 286, folds: true, content: 'testo' },
  { id: 'text', label: 'Testo', content: 'bozza' },
  { id: 'preview', label: 'Anteprima', width: 290, min: 250, max: 310, content: 'anteprima' },
];

const separator = (name: string) => screen.getByRole('separator', { name: `Larghezza di ${name}` });
const width = (name: string) => screen.getByRole('region', { name }).style.flexBasis;

describe('a separator', () => {
  test('moves by 16 px with arrows, away from its pane widens it, and the width is remembered', () => {
    const onWidths = vi.fn();
    render(<Panes panes={PANES} onWidths={onWidths} />);
    fireEvent.keyDown(separator('E-mail'), { key: 'ArrowRight' });
    expect(width('E-mail')).toBe('302px');
    fireEvent.keyDown(separator('Anteprima'), { key: 'ArrowRight' });
    expect(width('Anteprima')).toBe('274px');
    expect(onWidths.mock.calls).toEqual([[{ email: 302 }], [{ email: 302, preview: 274 }]]);
  });

  test('stops at its limits, which it tells', () => {
    render(<Panes panes={PANES} />);
    const line = separator('Anteprima');
    fireEvent.keyDown(line, { key: 'End' });
    fireEvent.keyDown(line, { key: 'ArrowLeft' });
    expect(width('Anteprima')).toBe('310px');
    fireEvent.keyDown(line, { key: 'Home' });
    expect(width('Anteprima')).toBe('250px');
    expect(['aria-valuenow', 'aria-valuemin', 'aria-valuemax'].map((name) => line.getAttribute(name))).toEqual([
      '250',
      '250',
      '310',
    ]);
    expect(line.getAttribute('aria-controls')).toBe(screen.getByRole('region', { name: 'Anteprima' }).id);
  });

  test('follows the pointer and remembers the width when it is let go', () => {
    const onWidths = vi.fn();
    render(<Panes panes={PANES} onWidths={onWidths} />);
    const line = separator('E-mail');
    fireEvent.pointerMove(line, { clientX: 500 });
    expect(width('E-mail')).toBe('286px');
    fireEvent.pointerDown(line, { clientX: 374, pointerId: 1 });
    fireEvent.pointerMove(line, { clientX: 400 });
    expect(width('E-mail')).toBe('312px');
    expect(onWidths).not.toHaveBeenCalled();
    fireEvent.pointerUp(line, { clientX: 400 });
    expect(onWidths.mock.calls).toEqual([[{ email: 312 }]]);
  });

  test('other keys are not its business', () => {
    const onWidths = vi.fn();
    render(<Panes panes={PANES} onWidths={onWidths} />);
    fireEvent.keyDown(separator('E-mail'), { key: 'ArrowDown' });
    fireEvent.keyDown(separator('E-mail'), { key: 'ArrowRight', altKey: true });
    expect(onWidths).not.toHaveBeenCalled();
  });
});

test('where no caller keeps them, the widths are as they were left when one comes back', () => {
  const notes: readonly PaneSpec[] = [
    { id: 'notes', label: 'Note', width: 200, content: 'note' },
    { id: 'rest', label: 'Resto', content: 'resto' },
  ];
  const view = render(<Panes panes={notes} />);
  fireEvent.keyDown(separator('Note'), { key: 'ArrowRight' });
  view.unmount();
  render(<Panes panes={notes} />);
  expect(width('Note')).toBe('216px');
});

test('remembered widths come before those of the screen', () => {
  render(<Panes panes={PANES} widths={{ email: 400 }} />);
  expect([width('E-mail'), width('Testo'), width('Anteprima')]).toEqual(['400px', '', '290px']);
});

test('a folding pane that opens takes the focus, Esc asks to close it, and the focus goes back', () => {
  const onClosePane = vi.fn();
  const page = (openPane?: string) => (
    <>
      <button type="button">Mostra la e-mail</button>
      <Panes panes={PANES} openPane={openPane} onClosePane={onClosePane} />
    </>
  );
  const view = render(page());
  const button = screen.getByText('Mostra la e-mail');
  button.focus();
  view.rerender(page('email'));
  const pane = screen.getByRole('region', { name: 'E-mail' });
  expect(document.activeElement).toBe(pane);
  expect(pane.className).toContain('pane-open');
  fireEvent.keyDown(pane, { key: 'Escape' });
  expect(onClosePane).toHaveBeenCalledOnce();
  view.rerender(page());
  expect(document.activeElement).toBe(button);
});

test('jump links lead into the panes', () => {
  render(<Panes panes={PANES} />);
  fireEvent.click(screen.getByRole('button', { name: 'Anteprima' }));
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Anteprima' }));
});
