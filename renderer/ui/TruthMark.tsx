import { useId, useState } from 'react';
import type { Day } from '#shared/kernel/day.ts';
import type { Truth } from '#shared/kernel/evidence.ts';
import { Isolated } from './Isolated.tsx';
import { capitalised } from './moments.ts';
import { Sign } from './Sign.tsx';
import { sayEvidence, sayTruth, TRUTH_LOOKS } from './truth.ts';

export interface TruthMarkProps {
  readonly truth: Truth;
  readonly today: Day;
  readonly size?: 14 | 16 | undefined;
}

/** A word with its sign; what it rests on shows under the pointer, and below with one press (P66). */
export function TruthMark({ truth, today, size = 14 }: TruthMarkProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { tone } = TRUTH_LOOKS[truth.sign];
  const evidence = sayEvidence(truth);
  return (
    <span className="truth">
      <button
        type="button"
        className={`truth-word text-${tone}`}
        title={evidence}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <Sign name={truth} size={size} />
        <Isolated>{capitalised(sayTruth(truth, today))}</Isolated>
      </button>
      <span id={id} className="truth-evidence small muted" hidden={!isOpen}>
        <Isolated>{evidence}</Isolated>
      </span>
    </span>
  );
}
