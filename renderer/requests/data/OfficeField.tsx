import { useState } from 'react';
import { Field, type FieldProps } from '#renderer/ui/index.ts';

export interface OfficeFieldProps extends Pick<FieldProps, 'label' | 'source' | 'sign' | 'signLabel'> {
  readonly value: string | null;
  readonly onCommit: (office: string | null) => void;
}

/** The office in words, where the town has not listed its offices yet (P4): kept with Invio, or on leaving the field. */
export function OfficeField({ value, onCommit, ...words }: OfficeFieldProps) {
  const [typed, setTyped] = useState<string>();
  const commit = (always: boolean) => {
    const office = (typed ?? value ?? '').trim() || null;
    if (always || (typed !== undefined && office !== value)) onCommit(office);
    setTyped(undefined);
  };
  return (
    <Field
      {...words}
      maxLength={200}
      hint="Gli uffici si elencano in Impostazioni, Comune."
      value={typed ?? value ?? ''}
      onChange={setTyped}
      onBlur={() => commit(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.altKey) return;
        commit(true);
        event.preventDefault();
      }}
    />
  );
}
