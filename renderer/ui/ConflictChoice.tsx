import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from './Button.tsx';
import { Chip } from './Chip.tsx';
import { Sign } from './Sign.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface ConflictOption {
  readonly id: string;
  /** What it says, in a word or two, for the name of its button. */
  readonly name: string;
  readonly value: ReactNode;
  /** Who said it and when: `Marta Bellin, oggi alle 09:10`. */
  readonly who: string;
  /** It counts until somebody decides. */
  readonly counts: boolean;
}

export interface ConflictChoiceProps {
  /** What is in conflict: `Data richiesta: due valori diversi`; no full stop. */
  readonly heading: string;
  readonly options: readonly ConflictOption[];
  /** What is said of the one that counts: `vale adesso` when not given. */
  readonly countsWord?: string | undefined;
  /** Decides; not given where this person can only look. */
  readonly onChoose?: ((id: string) => void) | undefined;
  /** `beside` puts long values (texts) in columns. */
  readonly place?: 'below' | 'beside' | undefined;
}

/** What two desks said without knowing of each other: both, with who and when; one key for each, 1, 2, … decides (G9). */
export function ConflictChoice(props: ConflictChoiceProps) {
  const { heading, options, countsWord = 'vale adesso', onChoose, place = 'below' } = props;
  const id = useId();
  const group = useRef<HTMLElement>(null);
  useEffect(() => {
    const { activeElement, body } = document;
    if (activeElement === body) group.current?.querySelector('button')?.focus({ preventScroll: true });
  }, []);
  return (
    <section ref={group} className={`conflict conflict-${place}`} aria-labelledby={id}>
      <h2 id={id} className="row">
        <Sign name="warning" />
        {heading}
      </h2>
      <ul>
        {options.map(({ id: option, name, value, who, counts }, index) => (
          <li key={option}>
            <div className="conflict-words">
              <div className="strong">{value}</div>
              <p className="small muted row">
                {who}
                {counts && <Chip tone="info">{countsWord}</Chip>}
              </p>
            </div>
            {onChoose && (
              <Button size="small" keys={String(index + 1)} keysWithin={group} onClick={() => onChoose(option)}>
                Tieni questo<VisuallyHidden> {name}</VisuallyHidden>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
