import { type RefObject, useState } from 'react';
import { Button, CheckField, PaneHeader } from '../ui/index.ts';
import { capitalised } from '../ui/moments.ts';
import { useNarrow } from '../ui/useNarrow.ts';
import { sayNumber } from './registerRows.ts';
import { FACETS, type FacetId, type FacetValue, type RegisterView } from './registerTable.ts';

/** How many values of a facet show before the others are asked for. */
const SHOWN = 5;

interface FacetProps {
  readonly title: string;
  readonly values: readonly FacetValue[];
  readonly onToggle: (value: string) => void;
}

function Facet({ title, values, onToggle }: FacetProps) {
  const [all, setAll] = useState(false);
  const chosen = values.filter((value) => value.chosen).length;
  const shown = all ? values : values.slice(0, Math.max(SHOWN, chosen));
  const hidden = values.length - shown.length;
  if (values.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {shown.map(({ value, count, chosen: checked }) => (
        <CheckField
          key={value}
          label={capitalised(value)}
          note={sayNumber(count)}
          checked={checked}
          onChange={() => onToggle(value)}
        />
      ))}
      {hidden > 0 && (
        <button type="button" className="link small" onClick={() => setAll(true)}>
          {hidden === 1 ? 'Mostra un altro' : `Mostra altri ${hidden}`}
        </button>
      )}
      {all && values.length > SHOWN && (
        <button type="button" className="link small" onClick={() => setAll(false)}>
          Mostra meno
        </button>
      )}
    </fieldset>
  );
}

export interface RegisterFiltersProps {
  readonly view: RegisterView;
  readonly ref: RefObject<HTMLDivElement | null>;
  /** Whether the filters are asked for, where there is no room for them. */
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** What can be chosen, with how many rows have it after the other filters (L10). In one column they stay folded. */
export function RegisterFilters({ view, ref, open, onOpen }: RegisterFiltersProps) {
  const narrow = useNarrow();
  return (
    <>
      <div className="filters-head">
        <PaneHeader title="Filtri">
          {narrow ? (
            <Button size="small" aria-expanded={open} onClick={() => onOpen(!open)}>
              {open ? 'Nascondi' : 'Mostra'}
            </Button>
          ) : (
            <Button kind="quiet" size="small" icon="close" label="Chiudi" onClick={() => onOpen(false)} />
          )}
        </PaneHeader>
      </div>
      <div ref={ref} className="facets" hidden={narrow && !open}>
        {FACETS.map(({ id, title }) => (
          <Facet key={id} title={title} values={view.valuesOf(id)} onToggle={(value) => view.toggle(id, value)} />
        ))}
      </div>
    </>
  );
}

/** The chosen values as words with their facet: `ufficio: Ambiente`. */
export function chosenFilters({ chosen }: RegisterView): readonly { facet: FacetId; value: string; text: string }[] {
  return FACETS.flatMap(({ id, one }) =>
    (chosen[id] ?? []).map((value) => ({ facet: id, value, text: `${one}: ${value}` })),
  );
}
