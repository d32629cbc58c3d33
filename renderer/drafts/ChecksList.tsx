import type { RefObject } from 'react';
import type { CheckLine } from '#shared/drafts/facts.ts';
import { Button, Sign, type SignName } from '../ui/index.ts';
import { capitalised } from '../ui/moments.ts';
import type { FilledLine } from './judging.ts';

const SIGNS: Readonly<Record<CheckLine['outcome'], SignName>> = {
  'a posto': 'done',
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
}

/** The checklist of the intake (P25), as it fills itself while the text and the data change. */
export function ChecksList({ lines, similar, onCompare, compare }: ChecksListProps) {
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
            {line === 'duplicati' && similar > 0 && (
              <Button ref={compare} size="small" keys="Control+D" className="checks-compare" onClick={onCompare}>
                {similar === 1 ? 'Confronta il testo simile' : 'Confronta i testi simili'}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
