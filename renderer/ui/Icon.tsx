import { ICONS, type IconName, type IconShape } from './iconShapes.ts';

export interface IconProps {
  readonly name: IconName;
  /** Edge in px: 16 beside words, 20 in the rail, 14 inside a field, 24 in a dialog's head. */
  readonly size?: 12 | 14 | 16 | 20 | 24 | undefined;
}

/** An action icon. Always decoration: the word beside it, or the button's `label`, names the action (L8). */
export function Icon({ name, size = 16 }: IconProps) {
  const shape: IconShape = ICONS[name];
  const grid = shape.grid ?? 20;
  return (
    <svg
      className={shape.grid ? 'icon icon-filled' : 'icon'}
      viewBox={`0 0 ${grid} ${grid}`}
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      <path d={shape.d} strokeWidth={shape.width} />
    </svg>
  );
}
