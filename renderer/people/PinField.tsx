import { type RefObject, useState } from 'react';
import { Button, Field } from '#renderer/ui/index.ts';

export interface PinFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly onEnter?: () => void;
  readonly ref?: RefObject<HTMLInputElement | null>;
}

/** A PIN as it is typed: hidden until one asks to see it; it may be pasted, and no browser keeps it. */
export function PinField({ label, value, onChange, hint, error, onEnter, ref }: PinFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <Field
      label={label}
      type={isShown ? 'text' : 'password'}
      autoComplete="off"
      inputMode="numeric"
      spellCheck={false}
      maxLength={200}
      value={value}
      onChange={onChange}
      hint={hint}
      error={error}
      ref={ref}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey) onEnter?.();
      }}
      after={
        <Button kind="quiet" size="small" aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? 'Nascondi' : 'Mostra'}
        </Button>
      }
    />
  );
}
