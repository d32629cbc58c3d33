import { useState } from 'react';
import { SelectField, type SelectFieldProps } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import { OfficeField } from './OfficeField.tsx';

export interface OfficeChoiceProps
  extends Pick<SelectFieldProps, 'label' | 'source' | 'sign' | 'signLabel' | 'hint' | 'onKeyDown' | 'placeholder'> {
  readonly value: string | null;
  /** Those the town has listed (P4). */
  readonly offices: readonly string[];
  /** A form keeps what is typed at every key; else with Invio, or on leaving the field. */
  readonly live?: boolean;
  readonly onCommit: (office: string | null) => void;
}

/** No office is called so. */
const OTHER = '…';

/** The office: one of those listed, or any other in words (P16): a list that lacks one never stops the work. */
export function OfficeChoice({ value, offices, live = false, onCommit, onKeyDown, ...words }: OfficeChoiceProps) {
  const [isWriting, setWriting] = useState(false);
  const { placeholder = 'Scegli', ...look } = words;
  if (offices.length === 0 || isWriting) {
    return (
      <OfficeField
        {...look}
        value={value}
        live={live}
        focused={isWriting}
        onCommit={onCommit}
        onLeave={() => setWriting(false)}
      />
    );
  }
  const listed = value === null || offices.includes(value) ? offices : [value, ...offices];
  return (
    <SelectField
      {...look}
      placeholder={placeholder}
      value={value ?? ''}
      options={[
        ...listed.map((office) => ({ value: office, label: capitalised(office) })),
        { value: OTHER, label: 'Un altro ufficio…' },
      ]}
      onKeyDown={onKeyDown}
      onChange={(office) => (office === OTHER ? setWriting(true) : onCommit(office === '' ? null : office))}
    />
  );
}
