import { type ComponentProps, useId } from 'react';
import { describedBy, FieldFrame, FieldSign, type FieldWords } from './FieldFrame.tsx';
import { Icon } from './Icon.tsx';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

export interface SelectFieldProps
  extends FieldWords,
    Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'id' | 'children'> {
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly onChange: (value: string) => void;
  /** The first, empty choice: `Scegli`. Without it a value is always chosen. */
  readonly placeholder?: string | undefined;
}

/** A native select for more than five options (fewer: `SegmentedChoice`). */
export function SelectField(props: SelectFieldProps) {
  const { label, hideLabel, source, hint, error, sign, signLabel, value, options, onChange, ...rest } = props;
  const { placeholder, ...native } = rest;
  const words = { label, hideLabel, source, hint, error, sign, signLabel };
  const id = useId();
  return (
    <FieldFrame id={id} {...words}>
      <div className="field-box field-box-select">
        <select
          {...native}
          id={id}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, words)}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <FieldSign id={id} sign={sign} signLabel={signLabel} />
        <Icon name="down" size={14} />
      </div>
    </FieldFrame>
  );
}
