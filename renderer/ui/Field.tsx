import { type ComponentProps, type ReactNode, type RefObject, useId, useRef } from 'react';
import { describedBy, FieldFrame, FieldSign, type FieldWords } from './FieldFrame.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './iconShapes.ts';
import { Kbd } from './Kbd.tsx';
import type { KeyChord } from './keys.ts';
import { useShortcuts } from './useShortcuts.tsx';

export interface FieldProps
  extends FieldWords,
    Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'id' | 'ref' | 'size' | 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly icon?: IconName | undefined;
  /** The value cannot stay as it is, for the reason the hint says. */
  readonly invalid?: boolean | undefined;
  /** A button at the end of the field: the calendar of a date. */
  readonly after?: ReactNode;
  /** A key that brings the focus here, printed inside: `/`. */
  readonly keys?: KeyChord | undefined;
  readonly ref?: RefObject<HTMLInputElement | null> | undefined;
}

/** One line of text, a date, a search: a native input with its label, 30 px high. */
export function Field(props: FieldProps) {
  const {
    label,
    hideLabel,
    source,
    hint,
    error,
    sign,
    signLabel,
    value,
    onChange,
    icon,
    invalid,
    after,
    keys,
    ref,
    ...native
  } = props;
  const words = { label, hideLabel, source, hint, error, sign, signLabel };
  const id = useId();
  const own = useRef<HTMLInputElement>(null);
  const input = ref ?? own;
  useShortcuts(keys ? [{ keys, label, run: () => input.current?.focus() }] : []);
  return (
    <FieldFrame id={id} {...words}>
      <div className="field-box">
        {icon && <Icon name={icon} />}
        <input
          type="text"
          autoComplete="off"
          {...native}
          ref={input}
          id={id}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          aria-invalid={error || invalid ? true : undefined}
          aria-describedby={describedBy(id, words)}
          aria-keyshortcuts={keys}
        />
        <FieldSign id={id} sign={sign} signLabel={signLabel} />
        {keys && value === '' && <Kbd keys={keys} />}
        {after}
      </div>
    </FieldFrame>
  );
}

/** Height of a line in px: with `field-sizing: content` the browser does not look at `rows`. */
const LINE = 20;

export interface TextAreaProps
  extends FieldWords,
    Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'id' | 'ref' | 'children'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly ref?: RefObject<HTMLTextAreaElement | null> | undefined;
}

/** Several lines of text; grows with its content from `rows` lines on. */
export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, source, hint, error, sign, signLabel, value, onChange, rows = 2, ...native } = props;
  const words = { label, hideLabel, source, hint, error, sign, signLabel };
  const id = useId();
  return (
    <FieldFrame id={id} {...words}>
      <div className="field-box field-box-area">
        <textarea
          {...native}
          rows={rows}
          style={{ minHeight: rows * LINE }}
          id={id}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, words)}
        />
        <FieldSign id={id} sign={sign} signLabel={signLabel} />
      </div>
    </FieldFrame>
  );
}
