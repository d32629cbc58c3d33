import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

export interface SeparatorProps {
  /** `Larghezza di E-mail`. */
  readonly label: string;
  /** Id of the pane whose width it changes. */
  readonly controls: string;
  readonly width: number;
  readonly min: number;
  readonly max: number;
  /** `1` when the pane lies at its left (moving right widens it), `-1` when it lies at its right. */
  readonly side: 1 | -1;
  readonly onMove: (width: number) => void;
  /** The pointer was let go, or a key moved it: remember this width. */
  readonly onDone: (width: number) => void;
  readonly className?: string | undefined;
}

/** How far an arrow moves it (L3). */
const STEP = 16;

/** The line between two panes: dragged, or moved by arrows 16 px at a time; Home and End to its limits. */
export function Separator(props: SeparatorProps) {
  const { label, controls, width, min, max, side, onMove, onDone, className = '' } = props;
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const bounded = (next: number) => Math.max(min, Math.min(max, next));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey) return;
    const targets: Record<string, number> = {
      ArrowRight: width + STEP * side,
      ArrowLeft: width - STEP * side,
      Home: min,
      End: max,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    onMove(bounded(target));
    onDone(bounded(target));
  };
  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (start.current) onMove(bounded(start.current.width + (event.clientX - start.current.x) * side));
  };
  const onPointerUp = () => {
    if (!start.current) return;
    start.current = null;
    onDone(width);
  };
  return (
    <hr
      className={`separator ${className}`}
      aria-orientation="vertical"
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={Math.round(width)}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={onPointerUp}
    />
  );
}
