import type { ReactNode } from 'react';

export interface PaneHeaderProps {
  /** Without a title the row is a toolbar: a `SegmentedChoice`, small quiet buttons. */
  readonly title?: string | undefined;
  /** At the right of the title, small: `4 di 5`. */
  readonly note?: ReactNode;
  /** Small buttons at the right; in a toolbar, everything. */
  readonly children?: ReactNode;
}

/** The first row of a pane, 40 px. */
export function PaneHeader({ title, note, children }: PaneHeaderProps) {
  return (
    <div className={title ? 'pane-head' : 'pane-head pane-tools'}>
      {title && <h2 className="grow">{title}</h2>}
      {note && <span className="pane-note">{note}</span>}
      {children}
    </div>
  );
}

export interface PaneBodyProps {
  readonly children: ReactNode;
  /** Name of the scrolling text, when no list or field inside takes the focus: it then scrolls by keyboard. */
  readonly label?: string | undefined;
}

/** The padded, scrolling rest of a pane. */
export function PaneBody({ children, label }: PaneBodyProps) {
  if (label === undefined) return <div className="pane-body">{children}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard (WCAG 2.1.1)
    <section className="pane-body" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
