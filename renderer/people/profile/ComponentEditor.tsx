import { Button, DayField, Field, VisuallyHidden } from '#renderer/ui/index.ts';
import { type Day, sayDate } from '#shared/kernel/day.ts';
import { COMPONENT_WORDS } from '#shared/people/profile/supplyWords.ts';
import type { TypedComponent } from './contractForm.ts';

export interface ComponentEditorProps {
  readonly value: TypedComponent;
  /** Why it cannot be kept as it is. */
  readonly problem: string | undefined;
  /** What it says, in words, when it can. */
  readonly said: string | undefined;
  readonly readOnly: boolean;
  readonly today: Day;
  readonly onChange: (next: TypedComponent) => void;
  readonly onRemove: () => void;
}

/** One part of the contract (P52): how much, and from which day until which. */
export function ComponentEditor({ value, problem, said, readOnly, today, onChange, onRemove }: ComponentEditorProps) {
  const { kind, price, count, what, bands } = value;
  const title = COMPONENT_WORDS[kind];
  const change = (part: Partial<TypedComponent>) => onChange({ ...value, ...part });
  const amount = (
    <Field
      label="Euro"
      source="senza IVA"
      value={price}
      inputMode="decimal"
      readOnly={readOnly}
      onChange={(text) => change({ price: text })}
    />
  );
  const day = (name: 'from' | 'until', label: string, empty: string) =>
    readOnly ? (
      <Field
        label={label}
        readOnly
        value={value[name] === '' ? empty : sayDate(value[name])}
        onChange={() => undefined}
      />
    ) : (
      <DayField
        label={label}
        hint={value[name] === '' ? `Vuoto: ${empty}.` : undefined}
        value={value[name]}
        today={today}
        say={sayDate}
        onChange={(chosen) => change({ [name]: chosen })}
      />
    );
  return (
    <fieldset className="town-part">
      <legend>{title}</legend>
      {kind === 'free-quota' && (
        <Field
          label="Avvisi ogni mese"
          value={count}
          inputMode="numeric"
          readOnly={readOnly}
          onChange={(text) => change({ count: text })}
        />
      )}
      {kind === 'bands' && (
        <div className="town-bands">
          {bands.map((band, index) => {
            const isLast = index === bands.length - 1;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a band is known by its place alone
              <div key={index} className="town-band">
                <Field
                  label="Fino a"
                  source="avvisi al mese"
                  value={isLast ? 'oltre' : band.upTo}
                  inputMode="numeric"
                  readOnly={readOnly || isLast}
                  onChange={(upTo) => change({ bands: bands.with(index, { ...band, upTo }) })}
                />
                <Field
                  label="Euro"
                  source="a invio"
                  value={band.price}
                  inputMode="decimal"
                  readOnly={readOnly}
                  onChange={(text) => change({ bands: bands.with(index, { ...band, price: text }) })}
                />
                {!readOnly && bands.length > 1 && (
                  <Button kind="quiet" size="small" onClick={() => change({ bands: bands.toSpliced(index, 1) })}>
                    Togli lo scaglione
                    <VisuallyHidden> {index + 1}</VisuallyHidden>
                  </Button>
                )}
              </div>
            );
          })}
          {!readOnly && (
            <Button
              kind="quiet"
              size="small"
              icon="plus"
              onClick={() => change({ bands: bands.toSpliced(-1, 0, { upTo: '', price: '' }) })}
            >
              Un altro scaglione
            </Button>
          )}
        </div>
      )}
      {kind !== 'free-quota' && kind !== 'bands' && amount}
      {kind === 'one-off' && (
        <Field
          label="Per che cosa"
          value={what}
          maxLength={300}
          readOnly={readOnly}
          onChange={(text) => change({ what: text })}
        />
      )}
      {day('from', 'Dal', 'da sempre')}
      {day('until', 'Al', 'senza fine')}
      <div className="town-part-foot">
        <p role="status" className={problem ? 'grow text-warn' : 'grow muted'}>
          {problem ?? said}
        </p>
        {!readOnly && (
          <Button kind="quiet" size="small" onClick={onRemove}>
            Togli
            <VisuallyHidden> {title}</VisuallyHidden>
          </Button>
        )}
      </div>
    </fieldset>
  );
}
