import type { ReactNode } from 'react';
import { Sign } from './Sign.tsx';
import { type Mark, signWord } from './signShapes.ts';

/** What all fields share: words around the control. */
export interface FieldWords {
  readonly label: string;
  /** For a field whose place and icon already say it (a search field): the label stays for screen readers. */
  readonly hideLabel?: boolean | undefined;
  /** Where the value comes from, at the right of the label: `dalla e-mail`, `proposto`, `204 caratteri`. */
  readonly source?: ReactNode;
  /** A help that stays under the field. */
  readonly hint?: ReactNode;
  /** What to correct, as a sentence: `Scrivi chi autorizza l'emergenza.` Marks the control as invalid. */
  readonly error?: string | undefined;
  /** State of the value, inside the control: `done` confirmed, `todo` still to confirm. */
  readonly sign?: Mark | undefined;
  /** What the sign says to a screen reader, `confermato`; without it the sign's own word. */
  readonly signLabel?: string | undefined;
}

export interface FieldFrameProps extends FieldWords {
  readonly id: string;
  readonly children: ReactNode;
}

/** Ids of the texts that describe a control, for its `aria-describedby`; undefined when there are none. */
export function describedBy(id: string, words: FieldWords): string | undefined {
  const ids = [words.error && `${id}-error`, words.hint && `${id}-hint`, words.sign && `${id}-sign`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Label above, control, error and hint below. */
export function FieldFrame({ id, label, hideLabel, source, hint, error, children }: FieldFrameProps) {
  return (
    <div className="field">
      <div className={hideLabel && !source ? 'visually-hidden' : 'field-label'}>
        <label htmlFor={id}>{label}</label>
        {source && <span className="field-source">{source}</span>}
      </div>
      {children}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <Sign name="error" size={14} />
          {error}
        </p>
      )}
      {hint && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}

/** The sign at the end of a control, with its word for screen readers. */
export function FieldSign({ id, sign, signLabel }: Pick<FieldFrameProps, 'id' | 'sign' | 'signLabel'>) {
  if (!sign) return null;
  return (
    <span className="field-sign" id={`${id}-sign`}>
      <Sign name={sign} size={14} label={signLabel ?? signWord(sign)} />
    </span>
  );
}
