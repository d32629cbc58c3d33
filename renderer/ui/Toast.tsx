import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import type { KeyChord } from './keys.ts';

export interface ToastAction {
  /** `Annulla`. */
  readonly label: string;
  /** `Control+Z` for an undo. */
  readonly keys?: KeyChord | undefined;
  readonly run: () => void;
}

export interface ToastProps {
  /** What worked, as a sentence: `Inoltrata a Ornella Vidal.` Problems are never toasts. */
  readonly text: string;
  readonly action?: ToastAction | undefined;
  /** Takes back what was done, beside an action that goes on with it. */
  readonly undo?: (() => void) | undefined;
  /** The time is over, or the action was taken. */
  readonly onClose: () => void;
}

/** How long a toast stays, and so how long an undo is offered (L1). */
const TOAST_MS = 10_000;

/** What worked, with its undo. The time starts again when the pointer or the focus leaves it. */
export function Toast({ text, action, undo, onClose }: ToastProps) {
  const [hovered, setHovered] = useState(false);
  const [focused, setFocused] = useState(false);
  const held = hovered || focused;
  const before = useRef<HTMLElement | null>(null);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => close.current(), TOAST_MS);
    return () => clearTimeout(timer);
  }, [held]);

  const onFocus = (event: FocusEvent<HTMLDivElement>) => {
    const from = event.relatedTarget;
    if (from instanceof HTMLElement && !event.currentTarget.contains(from)) before.current = from;
    setFocused(true);
  };
  const take = (run: (() => void) | undefined) => {
    run?.();
    if (focused) before.current?.focus();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointer and focus only stop the clock, nothing is done by them
    <div
      className="toast"
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={onFocus}
      onBlur={() => setFocused(false)}
    >
      <span>{text}</span>
      {undo && (
        <Button size="small" keys="Control+Z" onClick={() => take(undo)}>
          Annulla
        </Button>
      )}
      {action && (
        <Button size="small" keys={action.keys} onClick={() => take(action.run)}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
