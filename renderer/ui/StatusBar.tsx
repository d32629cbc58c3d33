import { Icon } from './Icon.tsx';
import type { IconName } from './iconShapes.ts';
import { Kbd } from './Kbd.tsx';
import type { KeyChord } from './keys.ts';
import { Sign } from './Sign.tsx';
import type { Mark } from './signShapes.ts';

export interface StatusItem {
  readonly id: string;
  /** `Casella letta alle 08:31`, `3 modifiche da condividere`. */
  readonly text: string;
  readonly sign?: Mark | undefined;
  readonly icon?: IconName | undefined;
  /** Something is wrong: bold, in the colour of a warning. */
  readonly warn?: boolean | undefined;
  readonly keys?: KeyChord | undefined;
  /** What the words rest on: under the pointer, and told to a screen reader (P66). */
  readonly evidence?: string | undefined;
  /** Opens the detail. */
  readonly onOpen: () => void;
}

export interface StatusBarProps {
  readonly items: readonly StatusItem[];
  /** At the right: keys and panes. */
  readonly endItems?: readonly StatusItem[] | undefined;
}

/** Share, mailbox, save: never lies and never stays silent (L1); each item opens its detail. */
export function StatusBar({ items, endItems = [] }: StatusBarProps) {
  const button = ({ id, text, sign, icon, warn, keys, evidence, onOpen }: StatusItem) => (
    <button
      key={id}
      type="button"
      className={warn ? 'status-item status-warn' : 'status-item'}
      aria-keyshortcuts={keys}
      title={evidence ?? text}
      onClick={onOpen}
    >
      {sign && <Sign name={sign} size={14} />}
      {icon && <Icon name={icon} size={14} />}
      <span className="ellipsis">{text}</span>
      {keys && <Kbd keys={keys} />}
    </button>
  );
  return (
    <footer className="status" data-pane="status">
      {items.map(button)}
      <span className="grow" />
      {endItems.map(button)}
    </footer>
  );
}
