import type { ReactNode } from 'react';
import { Isolated } from './Isolated.tsx';
import { Sign } from './Sign.tsx';
import { type Mark, signWord } from './signShapes.ts';

export interface ListRowProps {
  readonly sign?: Mark | undefined;
  /** What the sign says to a screen reader, when its own word is not exact enough. */
  readonly signLabel?: string | undefined;
  readonly title: ReactNode;
  /** At the right of the title: `ieri 11:04`. */
  readonly when?: ReactNode;
  /** The second line: office and person. */
  readonly detail?: ReactNode;
  /** At the right of the second line: chips. */
  readonly flags?: ReactNode;
}

/** The content of a list's row: 38 px with one line, 54 px with two. */
export function ListRow({ sign, signLabel, title, when, detail, flags }: ListRowProps) {
  return (
    <div className={detail || flags ? 'list-row list-row-two' : 'list-row'}>
      {sign && <Sign name={sign} label={signLabel ?? signWord(sign)} />}
      <div className="grow">
        <div className="list-line">
          <span className="list-title">
            <Isolated>{title}</Isolated>
          </span>
          {when && <span className="list-when">{when}</span>}
        </div>
        {(detail || flags) && (
          <div className="list-line">
            <span className="list-detail">
              <Isolated>{detail}</Isolated>
            </span>
            {flags}
          </div>
        )}
      </div>
    </div>
  );
}

export interface FreshItemsProps {
  /** How many new items wait, so that the list never moves under the pointer (L7). */
  readonly count: number;
  readonly onShow: () => void;
}

/** `2 nuove, mostra`: a button above a list; nothing when nothing waits. */
export function FreshItems({ count, onShow }: FreshItemsProps) {
  return (
    <div className="fresh" role="status">
      {count > 0 && (
        <button type="button" className="fresh-button" onClick={onShow}>
          {count === 1 ? '1 nuova' : `${count} nuove`}, mostra
        </button>
      )}
    </div>
  );
}
