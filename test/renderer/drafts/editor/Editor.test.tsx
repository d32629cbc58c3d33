import { EditorView } from '@codemirror/view';
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, type ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Editor, type EditorHandle } from '#renderer/drafts/editor/Editor.tsx';
import { FindingCard } from '#renderer/drafts/editor/FindingCard.tsx';
import type { Finding, Severity } from '#shared/drafts/style/engine/finding.ts';

// happy-dom tells a change of the selection at once, inside CodeMirror's own update; browsers tell it afterwards.
beforeEach(() => {
  const dispatch = document.dispatchEvent.bind(document);
  vi.spyOn(document, 'dispatchEvent').mockImplementation(
    (event) => event.type === 'selectionchange' || dispatch(event),
  );
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const finding = (text: string, words: string, severity: Severity = 'errore'): Finding => ({
  rule: 'T02',
  severity,
  from: text.indexOf(words),
  to: text.indexOf(words) + words.length,
  excerpt: words,
  message: 'Messaggio.',
  source: 'Calendario',
  fixes: [],
});

const plainCard = (one: Finding): ReactNode => <p>{one.excerpt}</p>;

function shown(text: string, findings: readonly Finding[] = [], readOnly = false, card = plainCard) {
  const onText = vi.fn();
  const ref = createRef<EditorHandle>();
  const editor = (value: string) => (
    <Editor
      ref={ref}
      text={value}
      onText={onText}
      findings={findings}
      readOnly={readOnly}
      describedBy="count"
      card={card}
    />
  );
  const { rerender } = render(editor(text));
  const view = EditorView.findFromDOM(screen.getByRole('textbox'));
  if (!view || !ref.current) throw new Error('There is no editor.');
  const handle = ref.current;
  return { view, handle, onText, rerender: (value: string) => rerender(editor(value)) };
}

const select = (view: EditorView, words: string) => {
  const anchor = view.state.doc.toString().indexOf(words);
  act(() => view.dispatch({ selection: { anchor, head: anchor + words.length } }));
};
const chosen = ({ state }: EditorView) => state.sliceDoc(state.selection.main.from, state.selection.main.to);
const written = (view: EditorView) => view.state.doc.toString();

describe('WhatsApp’s marks', () => {
  test('go around the selected words, and away again', () => {
    const { view, handle, onText } = shown('Il parco è chiuso lunedì.');
    select(view, 'chiuso lunedì');
    act(() => handle.bold());
    expect(written(view)).toBe('Il parco è *chiuso lunedì*.');
    expect(chosen(view)).toBe('chiuso lunedì');
    expect(onText).toHaveBeenLastCalledWith('Il parco è *chiuso lunedì*.');
    act(() => handle.bold());
    expect(written(view)).toBe('Il parco è chiuso lunedì.');
  });

  test('leave out the blanks at the edges, where WhatsApp would not obey them', () => {
    const { view, handle } = shown('Il parco è chiuso lunedì.');
    select(view, ' chiuso ');
    act(() => handle.italic());
    expect(written(view)).toBe('Il parco è _chiuso_ lunedì.');
  });

  test('take the word at the cursor when nothing is selected', () => {
    const { view, handle } = shown('Città chiusa');
    act(() => view.dispatch({ selection: { anchor: 2 } }));
    act(() => handle.bold());
    expect(written(view)).toBe('*Città* chiusa');
  });

  test('make a list of the selected lines, and plain lines of a list', () => {
    const { view, handle } = shown('Porta:\nacqua\n\npane');
    select(view, 'acqua\n\npane');
    act(() => handle.list());
    expect(written(view)).toBe('Porta:\n- acqua\n\n- pane');
    act(() => handle.list());
    expect(written(view)).toBe('Porta:\nacqua\n\npane');
  });

  test('are undone in one step', () => {
    const { view, handle } = shown('Il parco è chiuso.');
    select(view, 'chiuso');
    act(() => handle.bold());
    act(() => handle.undo());
    expect(written(view)).toBe('Il parco è chiuso.');
  });
});

describe('findings', () => {
  const text = 'Uno .\nDue ,\nTre ;';
  const [one, two, three] = [finding(text, ' .'), finding(text, ' ,', 'avviso'), finding(text, ' ;', 'suggerimento')];

  test('are drawn each in its own way', () => {
    const { view } = shown(text, [one, two, three]);
    const drawn = [...view.dom.querySelectorAll('.found-error, .found-warning, .found-hint')];
    expect(drawn.map(({ className, textContent }) => [className, textContent])).toEqual([
      ['found-error', ' .'],
      ['found-warning', ' ,'],
      ['found-hint', ' ;'],
    ]);
  });

  test('are walked through in the order of the text, all around', () => {
    const { view, handle } = shown(text, [three, one, two]);
    const step = (direction: 1 | -1) => {
      act(() => handle.step(direction));
      return chosen(view);
    };
    expect([step(1), step(1), step(1), step(1)]).toEqual([' .', ' ,', ' ;', ' .']);
    expect([step(-1), step(-1)]).toEqual([' ;', ' ,']);
    expect(handle.current()?.excerpt).toBe(' ,');
  });

  test('move with what is typed before them until the next check', () => {
    const { view, handle } = shown(text, [one]);
    act(() => view.dispatch({ changes: { from: 0, insert: 'Ecco. ' } }));
    act(() => handle.step(1));
    expect(chosen(view)).toBe(' .');
  });

  test('of the whole text open their card too, by list and by key, and are walked through (W17)', () => {
    const none = { ...one, from: 0, to: 0, excerpt: '' };
    const end = { ...none, rule: 'L01', from: text.length, to: text.length };
    const { view, handle } = shown(text, [none, end], false, ({ rule }) => <p>{`carta di ${rule}`}</p>);
    act(() => handle.show(end));
    expect(screen.getByText('carta di L01')).toBeTruthy();
    expect([chosen(view), handle.current()?.rule]).toEqual(['', 'L01']);
    act(() => handle.step(1));
    expect(screen.getByText('carta di T02')).toBeTruthy();
    act(() => handle.step(1));
    expect(screen.getByText('carta di L01')).toBeTruthy();
    act(() => handle.closeCard());
    expect(screen.queryByText(/carta di/)).toBeNull();
    act(() => handle.enterCard());
    expect(screen.getByText('carta di T02')).toBeTruthy();
  });
});

test('a correction is one step, told as typed', () => {
  const { view, handle, onText } = shown('I posti sono 20 . Vieni .');
  act(() =>
    handle.apply([
      { from: 15, to: 16, text: '' },
      { from: 23, to: 24, text: '' },
    ]),
  );
  expect(written(view)).toBe('I posti sono 20. Vieni.');
  expect(onText).toHaveBeenCalledExactlyOnceWith('I posti sono 20. Vieni.');
});

test('a text that comes from the core is shown, and not told as typed nor undone', () => {
  const { view, handle, onText, rerender } = shown('Prima');
  rerender('Dal core');
  expect(written(view)).toBe('Dal core');
  expect(onText).not.toHaveBeenCalled();
  act(() => handle.undo());
  expect(written(view)).toBe('Dal core');
});

test('a text that may only be read says so', () => {
  shown('Letto', [], true);
  expect(screen.getByRole('textbox').getAttribute('aria-readonly')).toBe('true');
});

describe('the card of a finding (W16)', () => {
  const text = 'Lunedì 10 gennaio.';
  const day: Finding = {
    ...finding(text, 'Lunedì 10'),
    fixes: ['Domenica 10', 'Lunedì 11'].map((label) => ({ label, edits: [{ from: 0, to: 9, text: label }] })),
  };

  test.each([
    ['from the list or with F8', (handle: EditorHandle) => handle.show(day)],
    ['with Ctrl+.', (handle: EditorHandle) => handle.enterCard()],
  ])('opened %s has the focus on its first fix: key 1 corrects and never writes', async (_how, open) => {
    const user = userEvent.setup();
    const onFix = vi.fn();
    const nothing = () => undefined;
    const card = (one: Finding) => (
      <FindingCard finding={one} kept={undefined} readOnly={false} onFix={onFix} onKeep={nothing} onClose={nothing} />
    );
    const { view, handle, onText } = shown(text, [day], false, card);
    act(() => view.focus());
    act(() => open(handle));
    expect(document.activeElement?.textContent).toContain('Domenica 10');
    await user.keyboard('1');
    expect(onFix).toHaveBeenCalledExactlyOnceWith(day.fixes[0]);
    expect([written(view), onText.mock.calls]).toEqual([text, []]);
  });
});
