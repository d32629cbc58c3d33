import { type RefObject, useState } from 'react';
import { Button, CheckField, DayField, PaneHeader } from '#renderer/ui/index.ts';
import { capitalised } from '#renderer/ui/moments.ts';
import { useNarrow } from '#renderer/ui/useNarrow.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { SavedFilter } from '#shared/register/search/deskView.ts';
import { FACETS, type FacetName } from '#shared/register/search/facets.ts';
import type { RegisterFilter } from '#shared/register/search/search.ts';
import { NOT_SAID, sayDate, sayNumber } from './registerWords.ts';
import { SavedFilters } from './SavedFilters.tsx';
import type { RegisterView } from './useRegisterSearch.ts';

/** How many values of a facet show before the others are asked for. */
const SHOWN = 5;

const WORDS: Readonly<Record<FacetName, { readonly title: string; readonly one: string }>> = {
  state: { title: 'Stato', one: 'stato' },
  office: { title: 'Ufficio', one: 'ufficio' },
  category: { title: 'Categoria', one: 'categoria' },
  route: { title: 'Via', one: 'via' },
  note: { title: 'Scostamenti', one: 'scostamento' },
  year: { title: 'Anno', one: 'anno' },
};

interface Choice {
  readonly value: unknown;
  readonly words: string;
  readonly count: number;
  readonly chosen: boolean;
}

const sayValue = (value: string | number | null): string => String(value ?? NOT_SAID);

/** The values of a facet, the chosen ones first. */
function choicesOf({ filter, found }: RegisterView, facet: FacetName): readonly Choice[] {
  const chosen: readonly unknown[] = filter[facet];
  const choices = (found?.facets[facet] ?? []).map(({ value, count }) => ({
    ...{ value, count, words: sayValue(value) },
    chosen: chosen.includes(value),
  }));
  return choices.toSorted((one, other) => Number(other.chosen) - Number(one.chosen));
}

interface FacetProps {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly onToggle: (value: unknown) => void;
}

function Facet({ title, choices, onToggle }: FacetProps) {
  const [all, setAll] = useState(false);
  const chosen = choices.filter((choice) => choice.chosen).length;
  const shown = all ? choices : choices.slice(0, Math.max(SHOWN, chosen));
  const hidden = choices.length - shown.length;
  if (choices.length === 0) return null;
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {shown.map(({ value, words, count, chosen: checked }) => (
        <CheckField
          key={words}
          label={capitalised(words)}
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
      {all && choices.length > SHOWN && (
        <button type="button" className="link small" onClick={() => setAll(false)}>
          Mostra meno
        </button>
      )}
    </fieldset>
  );
}

/** First and last day of the sending. */
function Days({ view: { filter, change }, today }: { readonly view: RegisterView; readonly today: Day }) {
  const common = { today, past: true, hint: 'Per esempio 4/12/2026.', say: (day: Day) => sayDate(day, today) };
  return (
    <fieldset className="facet register-days">
      <legend>Data di invio</legend>
      <DayField label="Dal" value={filter.from ?? ''} onChange={(day) => change({ from: day || null })} {...common} />
      <DayField label="Al" value={filter.to ?? ''} onChange={(day) => change({ to: day || null })} {...common} />
    </fieldset>
  );
}

export interface RegisterFiltersProps {
  readonly view: RegisterView;
  readonly today: Day;
  readonly saved: readonly SavedFilter[];
  readonly onPick: (filter: SavedFilter) => void;
  readonly ref: RefObject<HTMLDivElement | null>;
  /** Whether the filters are asked for, where there is no room for them. */
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** What can be chosen, with how many rows have it after the other filters (L10). In one column they stay folded. */
export function RegisterFilters({ view, today, saved, onPick, ref, open, onOpen }: RegisterFiltersProps) {
  const narrow = useNarrow();
  const [state, ...others] = FACETS;
  const facet = (id: FacetName) => (
    <Facet
      key={id}
      title={WORDS[id].title}
      choices={choicesOf(view, id)}
      onToggle={(value) => view.toggle(id, value)}
    />
  );
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
        <SavedFilters filter={view.filter} today={today} saved={saved} onPick={onPick} />
        {facet(state)}
        <Days view={view} today={today} />
        {others.map(facet)}
      </div>
    </>
  );
}

/** An active filter in words, and what is left without it. */
export interface ActiveFilter {
  readonly text: string;
  readonly without: Partial<RegisterFilter>;
}

function sayDays(from: Day | null, to: Day | null, today: Day): string {
  if (from === null) return to === null ? '' : `fino al ${sayDate(to, today)}`;
  if (to === null) return `dal ${sayDate(from, today)}`;
  return from === to ? `il ${sayDate(from, today)}` : `dal ${sayDate(from, today)} al ${sayDate(to, today)}`;
}

/** The filters but for the text, in words: `dal 22 ottobre al 24 novembre`, `ufficio: Ambiente`. */
export function activeFilters(filter: RegisterFilter, today: Day): readonly ActiveFilter[] {
  const days = sayDays(filter.from, filter.to, today);
  const chosen = FACETS.flatMap((facet) => {
    const values: readonly (string | number | null)[] = filter[facet];
    return values.map((value) => ({
      text: `${WORDS[facet].one}: ${sayValue(value)}`,
      without: { [facet]: values.filter((one) => one !== value) },
    }));
  });
  return [...(days === '' ? [] : [{ text: days, without: { from: null, to: null } }]), ...chosen];
}
