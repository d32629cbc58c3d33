import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** `Nessuna richiesta aperta`. */
  readonly title: string;
  /** What was checked and when, then what comes next. */
  readonly lines: readonly string[];
  readonly actions?: ReactNode;
}

/** A screen or pane with nothing in it: it says what was checked, when, and what comes next (L4). */
export function EmptyState({ title, lines, actions }: EmptyStateProps) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {actions && <div className="empty-actions">{actions}</div>}
    </div>
  );
}
