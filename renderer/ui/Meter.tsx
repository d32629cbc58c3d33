import { useId } from 'react';

export interface MeterProps {
  /** What is measured: `Lunghezza`. */
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** The value in words: it is the value, the bar only repeats it: `286 di 700`. */
  readonly text: string;
}

/** A measure as text with a bar of one colour beside it. */
export function Meter({ label, value, max, text }: MeterProps) {
  const id = useId();
  return (
    <span className="meter">
      <span id={id}>{text}</span>
      <meter aria-label={label} aria-describedby={id} min={0} max={max} value={Math.min(value, max)} />
    </span>
  );
}
