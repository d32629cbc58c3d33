import { useEffect, useRef, useState } from 'react';
import { Field, type FieldProps } from '#renderer/ui/index.ts';

export interface OfficeFieldProps extends Pick<FieldProps, 'label' | 'source' | 'hint' | 'sign' | 'signLabel'> {
  readonly value: string | null;
  /** Whether every key is kept at once. */
  readonly live?: boolean;
  /** Whether the focus goes there: who chose to write does not look for the field. */
  readonly focused?: boolean;
  readonly onCommit: (office: string | null) => void;
  /** The field was left, or Invio was pressed. */
  readonly onLeave?: () => void;
}

const officeOf = (typed: string): string | null => typed.trim() || null;

/** The office in words, where the list of the town lacks it (P4): kept with Invio, or on leaving the field. */
export function OfficeField(props: OfficeFieldProps) {
  const { value, live = false, focused = false, onCommit, onLeave, ...words } = props;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  const commit = (always: boolean) => {
    const office = officeOf(typed ?? value ?? '');
    if (always || (typed !== undefined && office !== value)) onCommit(office);
    setTyped(undefined);
    onLeave?.();
  };
  return (
    <Field
      {...words}
      ref={field}
      maxLength={200}
      value={typed ?? value ?? ''}
      onChange={(next) => {
        setTyped(next);
        if (live) onCommit(officeOf(next));
      }}
      onBlur={() => commit(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.altKey) return;
        commit(true);
        event.preventDefault();
      }}
    />
  );
}
