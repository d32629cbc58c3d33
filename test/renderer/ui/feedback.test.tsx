import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Loading } from '#renderer/ui/Loading.tsx';
import { Meter } from '#renderer/ui/Meter.tsx';
import { ProblemBanner, ReadOnlyNotice } from '#renderer/ui/ProblemBanner.tsx';
import { problemOf, sayProblem } from '#renderer/ui/problemWords.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('problemOf', () => {
  const remedy = 'Inserisci la password nuova.';
  test.each([
    [
      { what: 'Non riesco a leggere la casella.', why: 'Il server ha rifiutato la password. Forse è cambiata.' },
      {
        heading: 'Non riesco a leggere la casella',
        lines: ['Il server ha rifiutato la password. Forse è cambiata.', remedy],
      },
    ],
    // A sentence within is not cut: nobody guesses where what happened ends.
    [
      { what: 'La cartella «Ufficio. Nuova» non si apre.', why: 'Il resto è al sicuro.' },
      { heading: 'La cartella «Ufficio. Nuova» non si apre', lines: ['Il resto è al sicuro.', remedy] },
    ],
    [
      { what: 'È già stato inviato?', why: 'Stesso link, n. 2026/0204 del 12 novembre.' },
      { heading: 'È già stato inviato?', lines: ['Stesso link, n. 2026/0204 del 12 novembre.', remedy] },
    ],
    [{ what: 'Il disco è pieno.' }, { heading: 'Il disco è pieno', lines: [remedy] }],
  ])('%j', (told, expected) => {
    expect(problemOf({ code: 'a', ...told, remedy })).toEqual({ code: 'a', ...expected });
  });

  test('as one line it keeps all three', () => {
    const problem = { code: 'a', what: 'Il disco è pieno.', why: 'Il testo è al sicuro.', remedy };
    expect(sayProblem(problem)).toBe(`Il disco è pieno. Il testo è al sicuro. ${remedy}`);
    expect(sayProblem({ code: 'a', what: 'Il disco è pieno.', remedy })).toBe(`Il disco è pieno. ${remedy}`);
  });
});

test.each([
  ['bad', 'alert'],
  ['warn', 'status'],
  ['info', 'status'],
  ['idle', 'status'],
] as const)('a problem that is %s is announced as %s, its buttons are not', (tone, role) => {
  render(
    <ProblemBanner
      tone={tone}
      heading="Rete assente"
      lines={['Puoi continuare.']}
      actions={<button type="button">Riprova</button>}
    />,
  );
  expect(screen.getByRole(role).textContent).toBe('Rete assentePuoi continuare.');
  expect(screen.getByRole('region', { name: 'Rete assente' }).contains(screen.getByText('Riprova'))).toBe(true);
});

test('a banner that was there from the start is not announced', () => {
  render(<ProblemBanner live="off" heading="Da regolarizzare" lines={[]} />);
  expect(screen.queryByRole('alert') ?? screen.queryByRole('status')).toBeNull();
});

test('the read-only notice informs, it does not interrupt', () => {
  render(<ReadOnlyNotice heading="Questa richiesta è aperta allo sportello 2" lines={['Puoi leggerla.']} />);
  expect(screen.getByRole('status').textContent).toContain('sportello 2');
});

test('an empty pane has a heading and says what was checked', () => {
  render(<EmptyState title="Nessuna richiesta aperta" lines={['Casella letta alle 09:30.']} />);
  expect(screen.getByRole('heading', { name: 'Nessuna richiesta aperta' })).toBeTruthy();
  expect(screen.getByText('Casella letta alle 09:30.')).toBeTruthy();
});

describe('loading', () => {
  test('shows nothing for 500 ms, then the numbers and the bar', () => {
    vi.useFakeTimers();
    const view = render(<Loading label="Leggo il registro" done={1240} total={1604} rows={2} />);
    act(() => vi.advanceTimersByTime(499));
    expect(view.container.textContent).toBe('');
    expect(screen.queryByRole('progressbar')).toBeNull();
    act(() => vi.advanceTimersByTime(1));
    expect(screen.getByText('1.240 di 1.604')).toBeTruthy();
    const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Leggo il registro' });
    expect([bar.value, bar.max]).toEqual([1240, 1604]);
    expect(view.container.querySelectorAll('.loading-row').length).toBe(2);
  });

  test('of unknown length has no numbers', () => {
    vi.useFakeTimers();
    render(<Loading label="Leggo il registro" />);
    act(() => vi.advanceTimersByTime(500));
    expect(screen.getByRole('progressbar').hasAttribute('value')).toBe(false);
    expect(screen.getByRole('status').textContent).toBe('Leggo il registro');
  });
});

test('a meter says its value in words and never leaves its bar', () => {
  render(<Meter label="Lunghezza" value={742} max={700} text="742 di 700" />);
  const meter = screen.getByRole<HTMLMeterElement>('meter', { name: 'Lunghezza' });
  expect([meter.getAttribute('value'), meter.getAttribute('max')]).toEqual(['700', '700']);
  expect(document.getElementById(meter.getAttribute('aria-describedby') ?? '')?.textContent).toBe('742 di 700');
});
