import { useMemo, useState } from 'react';
import { useAnswers, useKeptAnswer } from '#renderer/api.ts';
import { TYPING_MILLISECONDS, useSettled } from '#renderer/ui/useSettled.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { FacetName } from '#shared/register/search/facets.ts';
import {
  EVERY_ROW,
  NEWEST_FIRST,
  parseSearch,
  type RegisterFilter,
  type RegisterOrder,
  type SearchTerm,
} from '#shared/register/search/search.ts';
import type { EntryRow, RegisterSearch } from '#shared/register/views.ts';
import type { PlacedRow } from './registerColumns.tsx';

/** Rows asked for at once. */
const BLOCK = 100;

/** The rows that are drawn, by their place in what was found: those in view, and the selected one wherever it is. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
  readonly selected: number;
}

/** The blocks that hold these rows of `total`, but for the first, which comes with the search. */
function blocksOf({ first, last, selected }: RowRange, total: number): readonly number[] {
  const blocks = new Set<number>();
  for (let at = first - (first % BLOCK); at <= last; at += BLOCK) blocks.add(at / BLOCK);
  blocks.add(Math.floor(selected / BLOCK));
  return [...blocks].filter((block) => block > 0 && block * BLOCK < total).sort((one, other) => one - other);
}

/** What is looked for in the register, and what was found. */
export interface RegisterView {
  /** What is asked for now; what is on screen may still be the answer to the filter before. */
  readonly filter: RegisterFilter;
  readonly order: RegisterOrder;
  /** The filter the rows on screen belong to. */
  readonly shown: RegisterFilter;
  readonly found: RegisterSearch | undefined;
  readonly problem: Problem | undefined;
  /** What the search found in the rows on screen, to mark it. */
  readonly terms: readonly SearchTerm[];
  /** The rows that are here, of all that were found. */
  readonly here: readonly PlacedRow[];
  /** The row at a place of what was found; undefined while it is on its way. */
  readonly rowAt: (index: number) => EntryRow | undefined;
  /** The place of a row among those that are here, -1 when it is not. */
  readonly placeOf: (id: string) => number;
  readonly change: (change: Partial<RegisterFilter>) => void;
  readonly setOrder: (order: RegisterOrder) => void;
  readonly toggle: (facet: FacetName, value: unknown) => void;
  readonly onRange: (range: RowRange) => void;
}

/** Whether anything narrows the register. */
export const isNarrowed = (filter: RegisterFilter): boolean =>
  Object.values(filter).some((value) => value !== null && value.length > 0);

/** Searches, filters and orders the register in the core while it is typed, clicked and scrolled (P43). */
export function useRegisterSearch(): RegisterView {
  const [filter, setFilter] = useState(EVERY_ROW);
  const [order, setOrder] = useState(NEWEST_FIRST);
  const [range, setRange] = useState<RowRange>({ first: 0, last: 0, selected: 0 });
  const text = useSettled(filter.text, TYPING_MILLISECONDS);
  const first = useKeptAnswer('register.search', { ...filter, text, order, limit: BLOCK });
  const found = first.value;
  const blocks = blocksOf(range, found?.total ?? 0);
  const pages = useAnswers(
    'register.page',
    blocks.map((block) => ({ ...first.input, offset: block * BLOCK })),
  );
  const terms = useMemo(() => parseSearch(first.input.text).terms, [first.input.text]);
  const rowsOf = (block: number): readonly EntryRow[] | undefined =>
    block === 0 ? found?.rows : pages[blocks.indexOf(block)]?.value?.rows;
  return {
    filter,
    order,
    shown: first.input,
    found,
    problem: first.problem ?? pages.find((page) => page.problem)?.problem,
    terms,
    here: [0, ...blocks].flatMap((block) => (rowsOf(block) ?? []).map((row, at) => ({ at: block * BLOCK + at, row }))),
    rowAt: (index) => rowsOf(Math.floor(index / BLOCK))?.[index % BLOCK],
    placeOf: (id) => {
      for (const block of [0, ...blocks]) {
        const at = rowsOf(block)?.findIndex((row) => row.id === id) ?? -1;
        if (at >= 0) return block * BLOCK + at;
      }
      return -1;
    },
    change: (change) => setFilter((before) => ({ ...before, ...change })),
    setOrder,
    toggle: (facet, value) =>
      setFilter((before) => {
        const values: readonly unknown[] = before[facet];
        const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
        return { ...before, [facet]: next };
      }),
    onRange: setRange,
  };
}
