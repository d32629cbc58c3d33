import { type RefObject, useState } from 'react';
import { type FilledLine, type Reasons, takesReason } from '#renderer/drafts/editor/judging.ts';
import { Button, type Mark, Sign, VisuallyHidden } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import { ReasonDialog } from '#renderer/writing/ReasonDialog.tsx';
import type { CheckLine } from '#shared/drafts/facts.ts';
import { confirmed } from '#shared/kernel/evidence.ts';

const SIGNS: Readonly<Record<CheckLine['outcome'], Mark>> = {
  'a posto': confirmed({ word: 'a posto', evidence: 'L’app l’ha controllato sul testo com’è adesso.' }),
  'da vedere': 'warning',
  'da correggere': 'error',
  'non verificato': 'unverified',
};

export interface ChecksListProps {
  readonly lines: readonly FilledLine[];
  /** How many notices resemble the text (P21). */
  readonly similar: number;
  readonly onCompare: () => void;
  readonly compare: RefObject<HTMLButtonElement | null>;
  /** Why lines go on although they are not in order (P25). */
  readonly reasons: Reasons;
  /** Gives a line its reason; absent for who may not. An empty one takes it back. */
  readonly onReason: ((line: CheckLine['line'], why: string) => void) | undefined;
}

/** The checklist of the intake (P25), as it fills itself while the text and the data change. */
export function ChecksList({ lines, similar, onCompare, compare, reasons, onReason }: ChecksListProps) {
  const [asked, setAsked] = useState<FilledLine>();
  const right = lines.filter(({ outcome }) => outcome === 'a posto').length;
  return (
    <section className="checks" aria-label="Controlli">
      <div className="checks-head">
        <h2 className="grow">Controlli</h2>
        <span className="pane-note">
          {right} di {lines.length} a posto
        </span>
      </div>
      <ul>
        {lines.map(({ line, outcome, detail }) => (
          <li key={line}>
            <Sign name={SIGNS[outcome]} label={outcome} />
            <span>{capitalised(line)}</span>
            <span className="checks-detail">{detail}</span>
            {reasons[line] !== undefined && <span className="checks-why">Va bene così: {reasons[line]}</span>}
            {onReason && takesReason({ line, outcome, detail }) && (
              <button
                type="button"
                className="link small checks-reason"
                onClick={() => setAsked({ line, outcome, detail })}
              >
                {reasons[line] === undefined ? 'Va bene così…' : 'Cambia il motivo…'}
                <VisuallyHidden> {line}</VisuallyHidden>
              </button>
            )}
            {line === 'duplicati' && similar > 0 && (
              <Button ref={compare} size="small" keys="Control+D" className="checks-compare" onClick={onCompare}>
                {similar === 1 ? 'Confronta il testo simile' : 'Confronta i testi simili'}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && onReason && (
        <ReasonDialog
          title="Va bene così"
          explanation={`${capitalised(asked.line)}: ${asked.detail}. Il motivo resta nella richiesta: il capo settore lo legge.`}
          action="Tieni il motivo"
          missing="Scrivi perché va bene così."
          initial={reasons[asked.line]}
          onRun={(why) => {
            onReason(asked.line, why);
            setAsked(undefined);
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}
