import { useState } from 'react';
import { Button, Field, ProblemBanner, SelectField } from '#renderer/ui/index.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Profile } from '#shared/people/profile/profile.ts';
import type { ComponentKind } from '#shared/people/profile/supply.ts';
import { COMPONENT_WORDS } from '#shared/people/profile/supplyWords.ts';
import { ComponentEditor } from './ComponentEditor.tsx';
import { newComponent, type TypedTerms, termsOf, typedTerms } from './contractForm.ts';
import type { EditorProps } from './editor.ts';

const KINDS = Object.entries(COMPONENT_WORDS).map(([value, label]) => ({ value, label }));

/** The contract (P52): with whom, and what it costs, part by part, each with the days on which it holds. */
export function ContractEditor({
  value,
  readOnly,
  onChange,
  today,
}: EditorProps<Profile['contract']> & { readonly today: Day }) {
  const [typed, setTyped] = useState<TypedTerms>(() => typedTerms(value));
  const [kind, setKind] = useState<ComponentKind>('per-sending');
  const read = termsOf(typed);
  const change = (part: Partial<TypedTerms>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    onChange(termsOf(next).terms);
  };
  const line = (name: 'supplier' | 'vatNumber' | 'number' | 'cig' | 'vatRate', label: string, source?: string) => (
    <Field
      label={label}
      {...(source === undefined ? {} : { source })}
      value={typed[name]}
      readOnly={readOnly}
      maxLength={300}
      error={read.problems[name]}
      hint={name === 'cig' && typed.cig.trim() === '' ? 'Senza CIG la fattura non si controlla per intero.' : undefined}
      onChange={(text) => change({ [name]: text })}
    />
  );
  return (
    <>
      <fieldset className="town-terms">
        <legend>Contratto</legend>
        {line('supplier', 'Ditta', 'come sta in fattura')}
        {line('vatNumber', 'Partita IVA', '11 cifre')}
        {line('number', 'Contratto n.')}
        {line('cig', 'CIG', '10 caratteri')}
        {line('vatRate', 'IVA', 'per cento')}
      </fieldset>
      <section className="town-parts" aria-label="Come si calcola il prezzo">
        <h3>Come si calcola il prezzo</h3>
        {typed.components.length === 0 && (
          <p className="muted">Nessuna voce: senza un prezzo la fattura non si controlla.</p>
        )}
        <ol>
          {typed.components.map((component, index) => (
            <li key={component.key}>
              <ComponentEditor
                value={component}
                problem={read.components[index]?.problem}
                said={read.components[index]?.said}
                readOnly={readOnly}
                today={today}
                onChange={(next) => change({ components: typed.components.with(index, next) })}
                onRemove={() => change({ components: typed.components.toSpliced(index, 1) })}
              />
            </li>
          ))}
        </ol>
        {!readOnly && (
          <div className="town-add">
            <SelectField
              label="Un’altra voce"
              value={kind}
              options={KINDS}
              onChange={(next) => setKind(next as ComponentKind)}
            />
            <Button
              icon="plus"
              onClick={() => change({ components: [...typed.components, newComponent(kind, typed.components)] })}
            >
              Aggiungi la voce
            </Button>
          </div>
        )}
      </section>
      {read.isBeyondSums && (
        <ProblemBanner
          tone="warn"
          live="off"
          heading="Con queste voci l’app non fa ancora il conto della fattura"
          lines={['Dirà «non si può dire»: il conto si fa a mano, con quello che è scritto qui.']}
        />
      )}
    </>
  );
}
