import './editor.css';
import { history, historyKeymap, standardKeymap, undo } from '@codemirror/commands';
import { Annotation, Compartment, EditorState, type Extension, Transaction } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { type ReactNode, type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Edit, Finding } from '#shared/drafts/style/engine/finding.ts';
import { closeCards, findingAt, findingExtensions, findingsInOrder, setCard, setFindings } from './editorFindings.ts';
import { markupExtension, toggleList, toggleMark } from './editorMarkup.ts';

/** What the screen around may do with the editor. */
export interface EditorHandle {
  readonly focus: () => void;
  /** Selects a finding, opens its card and goes into it, so that its keys never reach the text; the card of the whole text stands at its place. */
  readonly show: (finding: Finding) => void;
  /** The same with the next (1) or previous (-1) finding after the cursor, all around the text. */
  readonly step: (direction: 1 | -1) => void;
  /** The finding at the cursor, or the next one. */
  readonly current: () => Finding | undefined;
  /** Moves the focus into the card of the current finding, opening it when needed. */
  readonly enterCard: () => void;
  readonly closeCard: () => void;
  /** Makes the edits as one step that Ctrl+Z takes back. */
  readonly apply: (edits: readonly Edit[]) => void;
  readonly bold: () => void;
  readonly italic: () => void;
  readonly list: () => void;
  readonly undo: () => void;
}

export interface EditorProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly findings: readonly Finding[];
  readonly readOnly: boolean;
  /** The inside of a finding's card. */
  readonly card: (finding: Finding) => ReactNode;
  readonly ref: RefObject<EditorHandle | null>;
  /** Id of an element that counts the findings in words. */
  readonly describedBy: string;
}

/** Below 900 px the page scrolls under the bar and over the action bar: the line goes to the top, its card below it. */
const NARROW_SCROLL = { y: 'start', yMargin: 56 } as const;

/** Marks a text that came from the core: nobody typed it, so it is not kept again. */
const fromOutside = Annotation.define<true>();

interface OpenCard {
  readonly dom: HTMLElement;
  readonly finding: Finding;
}

const nonce = (): string => document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

const editable = (readOnly: boolean): Extension => [
  EditorState.readOnly.of(readOnly),
  EditorView.contentAttributes.of(readOnly ? { 'aria-readonly': 'true' } : {}),
];

/** What never changes while an editor lives. `standardKeymap` leaves Ctrl+Invio and Alt+↑ ↓ to the screen (L5). */
const baseExtensions = (describedBy: string): Extension => [
  history(),
  keymap.of([...historyKeymap, ...standardKeymap]),
  markupExtension,
  EditorView.lineWrapping,
  EditorView.cspNonce.of(nonce()),
  EditorView.contentAttributes.of({
    'aria-label': 'Testo del messaggio',
    'aria-describedby': describedBy,
    lang: 'it',
    spellcheck: 'true',
  }),
];

const isSame = (one: Finding, other: Finding): boolean =>
  one.rule === other.rule && one.from === other.from && one.to === other.to;
/** Whether words of the text are meant, not the whole of it. */
const isPlaced = ({ from, to }: Finding): boolean => from < to;

/** The finding after or before the one whose card is open, else after or before the cursor; those of the whole text too. */
function stepFrom(view: EditorView, direction: 1 | -1, open: Finding | undefined): Finding | undefined {
  const all = findingsInOrder(view.state);
  const at = open ? all.findIndex((one) => isSame(one, open)) : -1;
  if (at >= 0) return all.at((at + direction) % all.length);
  const placed = all.filter(isPlaced);
  if (placed.length === 0) return all.at(direction === 1 ? 0 : -1);
  const { from, to } = view.state.selection.main;
  return direction === 1
    ? (placed.find((one) => one.from > from || (one.from === from && one.to > to)) ?? placed[0])
    : (placed.findLast((one) => one.from < from) ?? placed.at(-1));
}

function show(view: EditorView, finding: Finding): void {
  view.focus();
  if (finding.to > view.state.doc.length) return;
  if (!isPlaced(finding)) {
    view.dispatch({ effects: setCard.of(finding) });
    return;
  }
  const narrow = window.matchMedia('(max-width: 900px)').matches;
  const scroll = EditorView.scrollIntoView(finding.from, narrow ? NARROW_SCROLL : {});
  view.dispatch({
    selection: { anchor: finding.from, head: finding.to },
    effects: [setCard.of(finding), scroll],
  });
}

const current = (view: EditorView, open: Finding | undefined): Finding | undefined =>
  open ?? findingAt(view.state, view.state.selection.main.from) ?? stepFrom(view, 1, undefined);

const focusInside = ({ dom }: OpenCard): void => dom.querySelector<HTMLElement>('button')?.focus();

/** The text of the message as it will be sent: what is typed is what WhatsApp gets, so that offsets are those of the rules. */
export function Editor({ text, onText, findings, readOnly, card, ref, describedBy }: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const [lock] = useState(() => new Compartment());
  const [cards, setCards] = useState<readonly OpenCard[]>([]);
  const first = useRef({ text, readOnly, describedBy });
  const shown = useRef(cards);
  const entering = useRef(false);
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });
  useEffect(() => {
    shown.current = cards;
    const card = cards.at(-1);
    if (!entering.current || !card) return;
    entering.current = false;
    focusInside(card);
  }, [cards]);

  useEffect(() => {
    if (!host.current) return;
    const { text: doc, readOnly: locked, describedBy: description } = first.current;
    const made = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc,
        extensions: [
          baseExtensions(description),
          lock.of(editable(locked)),
          findingExtensions((dom, finding) => {
            const open = { dom, finding };
            setCards((before) => [...before, open]);
            return () => setCards((before) => before.filter((one) => one !== open));
          }),
          EditorView.updateListener.of((update) => {
            const typed = update.transactions.some((one) => one.docChanged && !one.annotation(fromOutside));
            if (typed) latest.current(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, [lock]);

  useEffect(() => {
    const { current: editor } = view;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: text },
      annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
    });
  }, [text]);
  useEffect(() => view.current?.dispatch({ effects: lock.reconfigure(editable(readOnly)) }), [lock, readOnly]);
  useEffect(() => view.current?.dispatch({ effects: setFindings.of(findings) }), [findings]);

  useImperativeHandle(ref, () => {
    const withView = (act: (editor: EditorView) => void) => () => {
      if (view.current) act(view.current);
    };
    const openFinding = () => shown.current.at(-1)?.finding;
    const enter = (editor: EditorView, finding: Finding): void => {
      const open = shown.current.find((one) => isSame(one.finding, finding));
      if (open) focusInside(open);
      else {
        entering.current = finding.to <= editor.state.doc.length;
        show(editor, finding);
      }
    };
    return {
      focus: withView((editor) => editor.focus()),
      show: (finding) => view.current && enter(view.current, finding),
      step: (direction) => {
        const finding = view.current && stepFrom(view.current, direction, openFinding());
        if (view.current && finding) enter(view.current, finding);
      },
      current: () => (view.current ? current(view.current, openFinding()) : undefined),
      enterCard: withView((editor) => {
        const finding = current(editor, openFinding());
        if (finding) enter(editor, finding);
      }),
      closeCard: withView((editor) => {
        editor.dispatch({ effects: closeCards });
        editor.focus();
      }),
      apply: (edits) => {
        view.current?.dispatch({
          changes: edits.map(({ from, to, text: insert }) => ({ from, to, insert })),
          userEvent: 'input.fix',
          scrollIntoView: true,
        });
        view.current?.focus();
      },
      bold: withView((editor) => toggleMark(editor, '*')),
      italic: withView((editor) => toggleMark(editor, '_')),
      list: withView(toggleList),
      undo: withView((editor) => {
        undo(editor);
        editor.focus();
      }),
    };
  }, []);

  return (
    <>
      <div ref={host} className="editor" />
      {cards.map(({ dom, finding }) => createPortal(card(finding), dom))}
    </>
  );
}
