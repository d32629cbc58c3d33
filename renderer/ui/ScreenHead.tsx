import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

export interface Crumb {
  readonly label: string;
  /** Without it the crumb is plain text. */
  readonly onGo?: (() => void) | undefined;
}

export interface ScreenHeadProps {
  /** A sentence without a full stop. */
  readonly title: string;
  /** What to do now, in one sentence (L1). */
  readonly sentence?: ReactNode;
  /** Where the screen lies; the title then is smaller. */
  readonly crumbs?: readonly Crumb[] | undefined;
  /** One to three buttons at the right. */
  readonly children?: ReactNode;
}

/** The head of a screen: title, one sentence, buttons at the right. */
export function ScreenHead({ title, sentence, crumbs, children }: ScreenHeadProps) {
  return (
    <div className="screen-head">
      <div className={crumbs ? 'grow screen-head-crumbs' : 'grow'}>
        {crumbs && (
          <nav className="crumbs" aria-label="Percorso">
            {crumbs.map((crumb, position) => (
              <span key={crumb.label} className="crumb">
                {position > 0 && <Icon name="right" size={14} />}
                {crumb.onGo ? (
                  <button type="button" className="link" onClick={crumb.onGo}>
                    {crumb.label}
                  </button>
                ) : (
                  crumb.label
                )}
              </span>
            ))}
          </nav>
        )}
        <h1 title={crumbs && title}>{title}</h1>
        {sentence && <p className="screen-sentence">{sentence}</p>}
      </div>
      {children}
    </div>
  );
}
