import type { ReactNode } from 'react';

export interface CheckFieldProps {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** At the right end: the count of a facet. */
  readonly note?: ReactNode;
}

/** A native checkbox with its label; the whole line is the target. */
export function CheckField({ label, checked, onChange, note }: CheckFieldProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span className="grow">{label}</span>
      {note !== undefined && <span className="check-note">{note}</span>}
    </label>
  );
}
