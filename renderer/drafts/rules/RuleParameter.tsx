import { useState } from 'react';
import { CheckField, Chip, Field, SegmentedChoice, TextArea } from '#renderer/ui/index.ts';
import {
  type ParameterName,
  type Parameters,
  parameterTitles,
  UNCONFIRMED,
} from '#shared/drafts/style/engine/parameters.ts';
import { editParameter } from './packEdits.ts';

export interface RuleParameterProps {
  readonly name: ParameterName;
  readonly choice: Parameters[ParameterName];
  readonly readOnly: boolean;
}

const SEPARATORS = [
  { value: '.', label: '20.30' },
  { value: ':', label: '20:30' },
] as const;

const wordsOf = (typed: string): readonly string[] =>
  typed
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);

/** A choice of the house a rule depends on, and whether the municipality confirmed it (P23). */
export function RuleParameter({ name, choice, readOnly }: RuleParameterProps) {
  const { value, confirmed } = choice;
  const [typed, setTyped] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const label = parameterTitles[name];
  const change = (written: string, read: unknown) => {
    setTyped(written);
    setWrong(!editParameter(name, { value: read, confirmed }));
  };
  const source = confirmed ? 'confermato' : undefined;
  const field = () => {
    if (name === 'timeSeparator') {
      return (
        <SegmentedChoice
          legend={label}
          options={SEPARATORS}
          value={value === ':' ? ':' : '.'}
          onChange={(separator) => change(separator, separator)}
        />
      );
    }
    if (typeof value === 'object') {
      return (
        <TextArea
          label={label}
          source={source}
          rows={3}
          value={typed ?? value.join(', ')}
          onChange={(written) => change(written, wordsOf(written))}
          onBlur={() => setTyped(undefined)}
          readOnly={readOnly}
          hint="Separate da virgole."
        />
      );
    }
    return (
      <Field
        label={label}
        source={source}
        inputMode="numeric"
        value={typed ?? String(value)}
        onChange={(written) => change(written, /^\d{1,5}$/.test(written.trim()) ? Number(written) : undefined)}
        readOnly={readOnly}
        error={wrong ? 'Questo valore non va bene: scrivi un numero intero, non troppo piccolo.' : undefined}
      />
    );
  };
  return (
    <div className="rule-parameter">
      <fieldset className="rule-plain" disabled={readOnly && name === 'timeSeparator'}>
        {field()}
      </fieldset>
      {readOnly ? (
        !confirmed && <Chip tone="warn">{UNCONFIRMED}</Chip>
      ) : (
        <CheckField
          label="Confermato dal Comune"
          checked={confirmed}
          onChange={(now) => editParameter(name, { value, confirmed: now })}
          note={confirmed ? undefined : <Chip tone="warn">{UNCONFIRMED}</Chip>}
        />
      )}
    </div>
  );
}
