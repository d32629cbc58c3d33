import { Icon } from './Icon.tsx';
import type { IconName } from './iconShapes.ts';
import type { KeyChord } from './keys.ts';
import { useShortcuts } from './useShortcuts.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface RailBadge {
  /** Only what this person must do (L4). */
  readonly count: number;
  /** What is counted: `da fare`, `invio incerto`. */
  readonly words: string;
  /** Red: only for "incerto" or "rifiutato". */
  readonly urgent?: boolean | undefined;
}

export interface RailItem {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly keys?: KeyChord | undefined;
  readonly badge?: RailBadge | undefined;
}

export interface RailProps {
  readonly items: readonly RailItem[];
  /** Impostazioni and Aiuto, at the foot. */
  readonly footItems?: readonly RailItem[] | undefined;
  readonly current: string;
  readonly onGo: (id: string) => void;
}

/** The sections: word under icon; below 900 px the icon alone, its word then is name and tooltip. */
export function Rail({ items, footItems = [], current, onGo }: RailProps) {
  useShortcuts(
    [...items, ...footItems].flatMap(({ id, keys, label }) => (keys ? [{ keys, label, run: () => onGo(id) }] : [])),
  );
  const link = ({ id, label, icon, keys, badge }: RailItem) => (
    <a
      key={id}
      href={`#${id}`}
      title={label}
      aria-current={id === current ? 'page' : undefined}
      aria-keyshortcuts={keys}
      onClick={(event) => {
        event.preventDefault();
        onGo(id);
      }}
    >
      <Icon name={icon} size={20} />
      <span className="rail-word">{label}</span>
      {badge && badge.count > 0 && (
        <span className={badge.urgent ? 'rail-badge rail-badge-urgent' : 'rail-badge'}>
          {badge.count}
          <VisuallyHidden> {badge.words}</VisuallyHidden>
        </span>
      )}
    </a>
  );
  return (
    <nav className="rail" aria-label="Sezioni" data-pane="rail">
      <div className="rail-links">
        {items.map(link)}
        <span className="rail-space" />
        {footItems.map(link)}
      </div>
    </nav>
  );
}
