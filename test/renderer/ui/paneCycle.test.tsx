import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cyclePane, followFocus } from '#renderer/ui/paneCycle.ts';

let stop: () => void;

beforeEach(() => {
  stop = followFocus();
  // In the order of the page, which is not that of F6.
  render(
    <>
      <nav data-pane="rail">
        <a href="#oggi">Oggi</a>
        <a href="#coda" aria-current="page">
          Coda
        </a>
      </nav>
      <section data-pane="pane" aria-label="Elenco">
        <div role="listbox" tabIndex={0} aria-label="Richieste" />
      </section>
      <section data-pane="pane" aria-label="Chiusa" hidden>
        <button type="button">Nascosto</button>
      </section>
      <section data-pane="pane" aria-label="Anteprima" tabIndex={-1} />
      <section data-pane="actions" aria-label="Azioni">
        <button type="button">Chiedi</button>
        <button type="button">Inoltra</button>
      </section>
      <footer data-pane="status">
        <button type="button">Casella</button>
      </footer>
    </>,
  );
});
afterEach(() => {
  stop();
  cleanup();
});

const visible = (element: Element) => element.closest('[hidden]') === null;
const walk = (step: 1 | -1, times: number) =>
  Array.from({ length: times }, () => {
    cyclePane(step, visible);
    return document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim();
  });

test('F6 goes panes, actions, status, rail and round again, past hidden panes', () => {
  expect(walk(1, 6)).toEqual(['Richieste', 'Anteprima', 'Chiedi', 'Casella', 'Oggi', 'Richieste']);
});

test('Shift+F6 goes the other way', () => {
  expect(walk(-1, 3)).toEqual(['Oggi', 'Casella', 'Chiedi']);
});

test('the focus returns where it was in the pane', () => {
  screen.getByText('Inoltra').focus();
  walk(1, 1);
  expect(walk(-1, 1)).toEqual(['Inoltra']);
  screen.getByText('Inoltra').remove();
  screen.getByText('Casella').focus();
  expect(walk(-1, 1)).toEqual(['Chiedi']);
});
