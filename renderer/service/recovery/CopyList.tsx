import { Button, ProblemBanner, problemOf } from '#renderer/ui/index.ts';
import type { CopyView } from '#shared/ipc/recovery.ts';
import type { Day } from '#shared/kernel/day.ts';
import { copyLines, sayCopy } from './recoveryWords.ts';

export interface CopyListProps {
  readonly copies: readonly CopyView[];
  readonly today: Day;
  readonly onRestore: (copy: CopyView) => void;
}

/** The copies of the data with what they hold; one that cannot be read says so and is not offered. */
export function CopyList({ copies, today, onRestore }: CopyListProps) {
  if (copies.length === 0) return <p className="muted">Nessuna copia dei dati su questo computer.</p>;
  return (
    <ul className="copies" aria-label="Copie dei dati">
      {copies.map((copy) => (
        <li key={copy.name}>
          <div className="grow">
            <h3 id={`copy-${copy.name}`}>{sayCopy(copy, today)}</h3>
            {copyLines(copy, today).map((line) => (
              <p key={line} className="small muted">
                {line}
              </p>
            ))}
            {copy.problem && <ProblemBanner tone="warn" place="below" live="off" {...problemOf(copy.problem)} />}
          </div>
          {copy.preview && (
            <Button icon="refresh" aria-describedby={`copy-${copy.name}`} onClick={() => onRestore(copy)}>
              Ripristina questa copia…
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
