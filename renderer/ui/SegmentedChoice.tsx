import { useId } from 'react';
import { Sign } from './Sign.tsx';
import type { Mark } from './signShapes.ts';

export interface SegmentOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly sign?: Mark | undefined;
}

export interface SegmentedChoiceProps<Value extends string> {
  readonly legend: string;
  /** Leaves the legend to screen readers (a choice in a toolbar). */
  readonly hideLegend?: boolean | undefined;
  /** Two to five options. */
  readonly options: readonly SegmentOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** `small` 26 px in toolbars, `normal` 32 px in forms. */
  readonly size?: 'small' | 'normal' | undefined;
}

/** A choice between a few options as native radio buttons: arrows move it. */
export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const { legend, hideLegend, options, value, onChange, size = 'small' } = props;
  const name = useId();
  return (
    <fieldset className="segments">
      <legend className={hideLegend ? 'visually-hidden' : 'field-label'}>{legend}</legend>
      <div className={`segments-row segments-${size}`}>
        {options.map((option) => (
          <label key={option.value} className="segment">
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.sign && <Sign name={option.sign} size={14} />}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
