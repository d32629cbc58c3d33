import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-shapes.ts';
import { Sign } from './Sign.tsx';
import type { SignName, Tone } from './sign-shapes.ts';

export interface ChipProps {
  readonly tone?: Tone | undefined;
  readonly sign?: SignName | undefined;
  readonly icon?: IconName | undefined;
  /** The state in lower case: `manca il link` (L6). */
  readonly children: ReactNode;
}

/** A state: sign and word, colour only confirms it. Never clickable (a filter is a `FilterChip`). */
export function Chip({ tone = 'idle', sign, icon, children }: ChipProps) {
  return (
    <span className={sign || icon ? `chip chip-${tone}` : `chip chip-${tone} chip-bare`}>
      {sign && <Sign name={sign} size={14} />}
      {icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  );
}

export interface FilterChipProps {
  /** The filter in words: `stato: inviato o incerto`. */
  readonly text: string;
  readonly onRemove: () => void;
}

/** An active filter; pressing it takes the filter away. */
export function FilterChip({ text, onRemove }: FilterChipProps) {
  return (
    <button
      type="button"
      className="chip chip-info chip-filter"
      aria-label={`Togli filtro: ${text}`}
      onClick={onRemove}
    >
      {text}
      <Icon name="close" size={12} />
    </button>
  );
}

export interface CountProps {
  readonly children: ReactNode;
}

/** The number beside a title or a tab: `8`, `4 da decidere`. */
export function Count({ children }: CountProps) {
  return <span className="count">{children}</span>;
}
