/** Findings inside the editor: underlines, a sign per line, and the card of one finding. */
import { type EditorState, type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state';
import {
  closeHoverTooltips,
  Decoration,
  type DecorationSet,
  EditorView,
  GutterMarker,
  gutter,
  hoverTooltip,
  showTooltip,
  type Tooltip,
  tooltips,
} from '@codemirror/view';
import { type Finding, SEVERITIES, type Severity } from '#shared/drafts/style/engine/finding.ts';
import { signElement } from './signElement.ts';

/** Rest of the pointer before the card of a finding opens (L4). */
const HOVER_MS = 300;

/** The findings of the text as it stands; until the next check they move with what is typed. */
export const setFindings = StateEffect.define<readonly Finding[]>();
/** Opens the card of a finding, or closes it. */
export const setCard = StateEffect.define<Finding | null>();

/** What shows a finding's card: called with the element the card is drawn in, and again with its end. */
export type CardHost = (dom: HTMLElement, finding: Finding) => () => void;

interface Marked {
  readonly findings: readonly Finding[];
  readonly marks: DecorationSet;
}

const SEVERITY_CLASS: Readonly<Record<Severity, string>> = {
  errore: 'found-error',
  avviso: 'found-warning',
  suggerimento: 'found-hint',
};
/** Where underlines meet, the worst one is drawn last, outside. */
const markOf = (finding: Finding): Decoration =>
  Decoration.mark({ class: SEVERITY_CLASS[finding.severity], finding, inclusive: false });

const marksOf = (findings: readonly Finding[], length: number): DecorationSet =>
  Decoration.set(
    findings
      .filter(({ from, to }) => from < to && to <= length)
      .map((finding) => markOf(finding).range(finding.from, finding.to)),
    true,
  );

const marked = StateField.define<Marked>({
  create: () => ({ findings: [], marks: Decoration.none }),
  update(before, transaction) {
    let { findings, marks } = before;
    if (transaction.docChanged) {
      findings = findings.map((finding) => ({
        ...finding,
        from: transaction.changes.mapPos(finding.from, 1),
        to: transaction.changes.mapPos(finding.to, -1),
      }));
      marks = marks.map(transaction.changes);
    }
    for (const effect of transaction.effects) {
      if (effect.is(setFindings)) {
        findings = effect.value;
        marks = marksOf(findings, transaction.newDoc.length);
      }
    }
    return findings === before.findings && marks === before.marks ? before : { findings, marks };
  },
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks),
});

/** The findings with their present places, in the order of the text. */
export function findingsInOrder(state: EditorState): readonly Finding[] {
  return [...state.field(marked).findings].sort((one, other) => one.from - other.from || one.to - other.to);
}

class SignMarker extends GutterMarker {
  readonly severity: Severity;
  constructor(severity: Severity) {
    super();
    this.severity = severity;
  }
  override eq(other: GutterMarker): boolean {
    return other instanceof SignMarker && other.severity === this.severity;
  }
  override toDOM(): Node {
    const sign = { errore: 'error', avviso: 'warning', suggerimento: 'suggestion' } as const;
    return signElement(sign[this.severity], 14);
  }
}

const MARKERS: Readonly<Record<Severity, SignMarker>> = {
  errore: new SignMarker('errore'),
  avviso: new SignMarker('avviso'),
  suggerimento: new SignMarker('suggerimento'),
};

/** The worst severity of each line that has a finding with a place. */
function signsOf(state: EditorState): RangeSet<GutterMarker> {
  const worst = new Map<number, number>();
  for (const { from, to, severity } of state.field(marked).findings) {
    if (from >= to || to > state.doc.length) continue;
    const line = state.doc.lineAt(from).from;
    worst.set(line, Math.min(worst.get(line) ?? SEVERITIES.length, SEVERITIES.indexOf(severity)));
  }
  const ranges = [...worst].flatMap(([line, index]) => {
    const severity = SEVERITIES[index];
    return severity ? [MARKERS[severity].range(line)] : [];
  });
  return RangeSet.of(ranges, true);
}

/** The finding at a place; where several meet, the worst one. */
export function findingAt(state: EditorState, at: number): Finding | undefined {
  const here = findingsInOrder(state).filter(({ from, to }) => from <= at && at <= to && from < to);
  return here.sort((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity))[0];
}

function tooltipOf(finding: Finding, host: CardHost): Tooltip {
  return {
    pos: finding.from,
    end: finding.to,
    above: false,
    arrow: true,
    create() {
      const dom = document.createElement('div');
      const end = host(dom, finding);
      return { dom, destroy: end };
    },
  };
}

const openCardField = (host: CardHost): StateField<Tooltip | null> =>
  StateField.define<Tooltip | null>({
    create: () => null,
    update(before, transaction) {
      let card = transaction.docChanged ? null : before;
      for (const effect of transaction.effects) {
        if (effect.is(setCard)) card = effect.value && tooltipOf(effect.value, host);
      }
      return card;
    },
    provide: (field) => showTooltip.from(field),
  });

/** Closes every card, opened by key or by the pointer. */
export const closeCards: readonly StateEffect<unknown>[] = [setCard.of(null), closeHoverTooltips];

/** Everything findings need in the editor; `host` draws the card. */
export function findingExtensions(host: CardHost): Extension {
  const opened = openCardField(host);
  return [
    marked,
    opened,
    // The card stays inside the pane of the text and between the bars, and never covers the preview.
    tooltips({
      position: 'fixed',
      tooltipSpace: ({ scrollDOM }) => {
        const { left, right } = scrollDOM.getBoundingClientRect();
        const { clientWidth } = document.documentElement;
        return { left: Math.max(0, left), right: Math.min(right, clientWidth), top: 40, bottom: innerHeight - 46 };
      },
    }),
    gutter({ class: 'editor-signs', markers: (view) => signsOf(view.state) }),
    hoverTooltip(
      (view, at) => {
        const finding = view.state.field(opened) === null ? findingAt(view.state, at) : undefined;
        return finding ? tooltipOf(finding, host) : null;
      },
      { hoverTime: HOVER_MS, hideOnChange: true },
    ),
  ];
}
