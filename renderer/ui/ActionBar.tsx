import { type ReactNode, useId } from 'react';
import { Button, type ButtonKind } from './Button.tsx';
import type { IconName } from './icon-shapes.ts';
import type { KeyChord } from './keys.ts';

export interface Action {
  /** A verb; with `…` when it asks for more. */
  readonly label: string;
  readonly onRun: () => void;
  readonly kind?: ButtonKind | undefined;
  readonly icon?: IconName | undefined;
  readonly keys?: KeyChord | undefined;
}

export interface ActionBarProps {
  /** What stands in the way or what the action means, at the left: text, sign, a link to the first error. */
  readonly message?: ReactNode;
  /** Secondary actions, least important first; below 900 px they move under "Altre azioni". */
  readonly actions?: readonly Action[] | undefined;
  /** The one main action; always the rightmost (leftmost with `lead`). */
  readonly main?: Action | undefined;
  /** In a preview pane the main action comes first (L3). */
  readonly lead?: boolean | undefined;
}

const button = ({ label, onRun, kind, icon, keys }: Action, className?: string) => (
  <Button key={label} kind={kind} icon={icon} keys={keys} onClick={onRun} className={className}>
    {label}
  </Button>
);

/** The foot of a screen or preview, 52 px: message at the left, actions at the right. */
export function ActionBar({ message, actions = [], main, lead = false }: ActionBarProps) {
  const id = useId();
  const mainButton = main && button({ kind: 'main', ...main });
  return (
    <section className="action-bar" aria-label="Azioni" data-pane="actions">
      {lead && mainButton}
      {message && <div className="action-message">{message}</div>}
      {!lead && <span className="grow" />}
      {actions.map((action) => button(action, 'action-second'))}
      {actions.length > 0 && (
        <Button className="action-more" popoverTarget={id}>
          Altre azioni
        </Button>
      )}
      {!lead && mainButton}
      {actions.length > 0 && (
        <div id={id} className="action-menu" popover="auto">
          {actions.map(({ keys, ...action }) => button(action))}
        </div>
      )}
    </section>
  );
}
