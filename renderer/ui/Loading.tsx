import { useEffect, useState } from 'react';

export interface LoadingProps {
  /** What is being read: `Leggo il registro`. */
  readonly label: string;
  /** Both given: a bar with numbers; otherwise a bar of unknown length, without movement. */
  readonly done?: number | undefined;
  readonly total?: number | undefined;
  /** How many grey rows stand for the coming ones. */
  readonly rows?: number | undefined;
}

const SILENCE_MS = 500;
const NUMBER = new Intl.NumberFormat('it-IT', { useGrouping: 'always' });
const WIDTHS = ['wide', 'short', 'widest', 'medium'];

/** Nothing for 500 ms, then a bar with numbers and grey rows: a short wait stays unseen (L4). */
export function Loading({ label, done, total, rows = 4 }: LoadingProps) {
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), SILENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  const counted = done !== undefined && total !== undefined;
  return (
    <div className="loading">
      <div role="status">
        {visible && (
          <div className="loading-head">
            <p className="loading-line">
              <b>{label}</b>
              {counted && <span aria-hidden="true">{`${NUMBER.format(done)} di ${NUMBER.format(total)}`}</span>}
            </p>
            <progress aria-label={label} value={counted ? done : undefined} max={counted ? total : undefined} />
          </div>
        )}
      </div>
      {visible && (
        <div aria-hidden="true">
          {Array.from({ length: rows }, (_, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the grey rows are all alike and never move
            <div className="loading-row" key={row}>
              <span className="loading-dot" />
              <span className={`loading-text loading-${WIDTHS[row % WIDTHS.length]}`} />
              <span className="loading-text" />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
