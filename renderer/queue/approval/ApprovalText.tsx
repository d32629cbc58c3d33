import type { ReactNode } from 'react';
import { Differences, Kbd, PaneBody, PaneHeader, SegmentedChoice } from '#renderer/ui/index.ts';
import { countCharacters, plural } from '#shared/kernel/text.ts';
import { gulpease, readability } from '#shared/text/gulpease.ts';
import { approvalDifferences, askedDifferences } from './approvalDifferences.ts';

const TEXT_VIEWS = [
  { value: 'differences', label: 'Differenze' },
  { value: 'beside', label: 'Affiancati' },
  { value: 'final', label: 'Solo il testo finale' },
] as const;
export type TextView = (typeof TEXT_VIEWS)[number]['value'];

/** The view after `view`, the first one after the last. */
export const nextTextView = (view: TextView): TextView =>
  TEXT_VIEWS[(TEXT_VIEWS.findIndex(({ value }) => value === view) + 1) % TEXT_VIEWS.length]?.value ?? 'differences';

export interface ApprovalTextProps {
  readonly asked: string;
  /** The text to approve. */
  readonly text: string;
  readonly view: TextView;
  readonly onView: (view: TextView) => void;
  /** Buttons that open the folded panes. */
  readonly tools: ReactNode;
}

function Beside({ asked, text }: Pick<ApprovalTextProps, 'asked' | 'text'>) {
  return (
    <div className="approval-beside">
      <section aria-label="Testo chiesto">
        <h3>Chiesto</h3>
        <Differences segments={askedDifferences(asked, text)} />
      </section>
      <section aria-label="Testo riscritto">
        <h3>Riscritto</h3>
        <Differences segments={approvalDifferences(asked, text).filter(({ kind }) => kind !== 'removed')} />
      </section>
    </div>
  );
}

/** Length and readability of the text to approve, in words. */
function ApprovalMeasures({ asked, text }: Pick<ApprovalTextProps, 'asked' | 'text'>) {
  const [before, index] = [gulpease(asked), gulpease(text)];
  const change = before === index ? `${index}` : `da ${before} a ${index}`;
  return (
    <>
      {plural(countCharacters(text), 'carattere', 'caratteri')}, leggibilità {change}, {readability(index)}
    </>
  );
}

/** What the desk changed of the text asked, in one of three views. */
export function ApprovalText({ asked, text, view, onView, tools }: ApprovalTextProps) {
  return (
    <>
      <PaneHeader title="Che cosa è cambiato">
        <SegmentedChoice legend="Come mostrarlo" hideLegend options={TEXT_VIEWS} value={view} onChange={onView} />
        <Kbd keys="V" />
        {tools}
      </PaneHeader>
      <PaneBody label="Testo da approvare">
        {view === 'beside' ? (
          <Beside asked={asked} text={text} />
        ) : (
          <Differences
            size="large"
            segments={view === 'final' ? [{ kind: 'same', text }] : approvalDifferences(asked, text)}
          />
        )}
        <p className="approval-measures">
          {view !== 'final' && (
            <span aria-hidden="true" className="row">
              <del>tolto</del> <ins>aggiunto</ins>
            </span>
          )}
          <span>
            Testo da approvare: <ApprovalMeasures asked={asked} text={text} />
          </span>
        </p>
      </PaneBody>
    </>
  );
}
