/** WhatsApp's marks inside the editor: the marked words take their look, the marks themselves stay visible but faint. */
import type { Extension, Range } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { maskAddresses } from '#shared/text/mask.ts';
import { readMarkup } from '#shared/text/whatsapp.ts';

const LOOKS: Readonly<Record<string, string>> = {
  '*': 'wrote-bold',
  _: 'wrote-italic',
  '~': 'wrote-strike',
  '`': 'wrote-mono',
  '```': 'wrote-mono',
};
const FAINT = Decoration.mark({ class: 'wrote-mark' });

function looksOf(view: EditorView): DecorationSet {
  const ranges: Range<Decoration>[] = readMarkup(maskAddresses(view.state.doc.toString())).pairs.flatMap(
    ({ mark, from, to }) => [
      FAINT.range(from, from + mark.length),
      Decoration.mark({ class: LOOKS[mark] ?? '' }).range(from, to),
      FAINT.range(to - mark.length, to),
    ],
  );
  return Decoration.set(ranges, true);
}

/** Draws bold, italic, struck and monospaced words as they are typed. */
export const markupExtension: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = looksOf(view);
    }
    update({ docChanged, view }: ViewUpdate): void {
      if (docChanged) this.decorations = looksOf(view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

const WORD = /[\p{L}\p{N}]/u;

/** Puts `mark` around the selected words, or around the word at the cursor; takes it away where it already is. */
export function toggleMark(view: EditorView, mark: '*' | '_'): void {
  const { state } = view;
  const { main } = state.selection;
  const chosen = main.empty ? (state.wordAt(main.head) ?? main) : main;
  const text = state.sliceDoc(chosen.from, chosen.to);
  // WhatsApp obeys a mark only when it touches the word: blanks at the edges stay outside.
  const from = chosen.from + (text.length - text.trimStart().length);
  const to = Math.max(from, chosen.to - (text.length - text.trimEnd().length));
  const around = state.sliceDoc(from - 1, from) === mark && state.sliceDoc(to, to + 1) === mark;
  const changes = around
    ? [
        { from: from - 1, to: from },
        { from: to, to: to + 1 },
      ]
    : [
        { from, insert: mark },
        { from: to, insert: mark },
      ];
  const shift = around ? -1 : 1;
  view.dispatch({
    changes,
    selection: { anchor: from + shift, head: to + shift },
    userEvent: 'input.mark',
    scrollIntoView: true,
  });
  view.focus();
}

/** Makes a list of the selected lines (`- `), or plain lines of a list. */
export function toggleList(view: EditorView): void {
  const { state } = view;
  const { from, to } = state.selection.main;
  const lines = [];
  for (let at = state.doc.lineAt(from); ; at = state.doc.line(at.number + 1)) {
    lines.push(at);
    if (at.to >= to) break;
  }
  const written = lines.filter(({ text }) => WORD.test(text));
  const isList = written.length > 0 && written.every(({ text }) => text.startsWith('- '));
  const changes = (written.length > 0 ? written : lines).map(({ from: start }) =>
    isList ? { from: start, to: start + 2 } : { from: start, insert: '- ' },
  );
  view.dispatch({ changes, userEvent: 'input.list' });
  view.focus();
}
