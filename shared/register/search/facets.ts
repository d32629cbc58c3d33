import type { Route } from '#shared/people/profile/routes.ts';
import type { EntryState, Note } from '#shared/register/notes.ts';
import type { RegisterFilter } from './search.ts';

/** A combination of what rows are counted by. */
export interface FacetCell {
  readonly cell: number;
  readonly office: string | null;
  readonly category: string | null;
  readonly route: Route;
  /** Year of the number, or of the sending while there is none. */
  readonly year: number;
  readonly note: readonly Note[];
  readonly state: EntryState;
}

/** A value rows can be narrowed to, with how many of them have it. */
export interface FacetValue<Value> {
  readonly value: Value;
  readonly count: number;
}

/** For each facet its values, with their counts after all the *other* filters (L10): zeros only where chosen. */
export interface Facets {
  readonly office: readonly FacetValue<string | null>[];
  readonly category: readonly FacetValue<string | null>[];
  readonly route: readonly FacetValue<Route>[];
  readonly year: readonly FacetValue<number>[];
  readonly note: readonly FacetValue<Note>[];
  readonly state: readonly FacetValue<EntryState>[];
}

/** What rows can be narrowed to, in the order of the screen. */
export const FACETS = ['state', 'office', 'category', 'route', 'note', 'year'] as const;
export type FacetName = (typeof FACETS)[number];
type ValueOf<Name extends FacetName> = Facets[Name][number]['value'];
type Chosen = Pick<RegisterFilter, FacetName>;

/** The values a combination has of a facet: of deviations any number, of all others one. */
const valuesIn = <Name extends FacetName>(cell: FacetCell, name: Name): readonly ValueOf<Name>[] =>
  [cell[name]].flat() as readonly ValueOf<Name>[];

function chosenIn(cell: FacetCell, name: FacetName, chosen: Chosen): boolean {
  const wanted: readonly unknown[] = chosen[name];
  return wanted.length === 0 || valuesIn(cell, name).some((value) => wanted.includes(value));
}

/** Whether rows of this combination are wanted. */
export function isWanted(cell: FacetCell, chosen: Chosen): boolean {
  return FACETS.every((name) => chosenIn(cell, name, chosen));
}

const ITALIAN = new Intl.Collator('it');

function byCount(a: FacetValue<string | null>, b: FacetValue<string | null>): number {
  if (a.count !== b.count) return b.count - a.count;
  if (a.value === null || b.value === null) return a.value === null ? 1 : -1;
  return ITALIAN.compare(a.value, b.value);
}

/** Counts rows by facet; `counts` holds how many rows of each combination have the text and the dates wanted. */
export function countFacets(
  cells: readonly FacetCell[],
  counts: ReadonlyMap<number, number>,
  chosen: Chosen,
): { readonly facets: Facets; readonly total: number } {
  const valuesOf = <Name extends FacetName>(
    name: Name,
    picked: readonly ValueOf<Name>[],
  ): FacetValue<ValueOf<Name>>[] => {
    const values = new Map<ValueOf<Name>, number>();
    for (const value of picked) values.set(value, 0);
    for (const cell of cells) {
      const count = counts.get(cell.cell) ?? 0;
      if (count === 0 || !isWanted(cell, { ...chosen, [name]: [] })) continue;
      for (const value of valuesIn(cell, name)) values.set(value, (values.get(value) ?? 0) + count);
    }
    return [...values].map(([value, count]) => ({ value, count }));
  };
  const wanted = cells.filter((cell) => isWanted(cell, chosen));
  return {
    total: wanted.reduce((sum, { cell }) => sum + (counts.get(cell) ?? 0), 0),
    facets: {
      office: valuesOf('office', chosen.office).sort(byCount),
      category: valuesOf('category', chosen.category).sort(byCount),
      route: valuesOf('route', chosen.route).sort(byCount),
      year: valuesOf('year', chosen.year).sort((a, b) => b.value - a.value),
      note: valuesOf('note', chosen.note).sort(byCount),
      state: valuesOf('state', chosen.state).sort(byCount),
    },
  };
}
