import type { Route } from '../people/routes.ts';
import type { RegisterFilter } from './search.ts';

/** A combination of what rows are counted by. */
export interface Cell {
  readonly cell: number;
  readonly office: string | null;
  readonly category: string | null;
  readonly route: Route;
  /** Year of the number, or of the sending while there is none. */
  readonly year: number;
  readonly deviates: boolean;
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
}

const NAMES = ['office', 'category', 'route', 'year'] as const;
type FacetName = (typeof NAMES)[number];
type Chosen = Pick<RegisterFilter, FacetName | 'deviationsOnly'>;

const chosenIn = (cell: Cell, name: FacetName, chosen: Chosen): boolean =>
  chosen[name].length === 0 || (chosen[name] as readonly Cell[FacetName][]).includes(cell[name]);

/** Whether rows of this combination are wanted. */
export function isWanted(cell: Cell, chosen: Chosen): boolean {
  return (cell.deviates || !chosen.deviationsOnly) && NAMES.every((name) => chosenIn(cell, name, chosen));
}

const ITALIAN = new Intl.Collator('it');

function byCount(a: FacetValue<string | null>, b: FacetValue<string | null>): number {
  if (a.count !== b.count) return b.count - a.count;
  if (a.value === null || b.value === null) return a.value === null ? 1 : -1;
  return ITALIAN.compare(a.value, b.value);
}

/** Counts rows by facet; `counts` holds how many rows of each combination have the text and the dates wanted. */
export function countFacets(
  cells: readonly Cell[],
  counts: ReadonlyMap<number, number>,
  chosen: Chosen,
): { readonly facets: Facets; readonly total: number } {
  const valuesOf = <Name extends FacetName>(name: Name, picked: readonly Cell[Name][]): FacetValue<Cell[Name]>[] => {
    const values = new Map<Cell[Name], number>();
    for (const value of picked) values.set(value, 0);
    for (const cell of cells) {
      const count = counts.get(cell.cell) ?? 0;
      if (count > 0 && isWanted(cell, { ...chosen, [name]: [] })) {
        values.set(cell[name], (values.get(cell[name]) ?? 0) + count);
      }
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
    },
  };
}
