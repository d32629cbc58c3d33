import {
  type ColumnFiltersState,
  columnFacetingFeature,
  columnFilteringFeature,
  createColumnHelper,
  createFacetedRowModel,
  createFacetedUniqueValues,
  createFilteredRowModel,
  createSortedRowModel,
  type FilterFn,
  rowSortingFeature,
  type SortFn,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useCallback, useMemo, useState } from 'react';
import type { TableSort } from '../ui/index.ts';
import { type RegisterRow, searchWords } from './registerRows.ts';

/** What can be chosen at the left, with its heading. */
export const FACETS = [
  { id: 'office', title: 'Ufficio', one: 'ufficio' },
  { id: 'category', title: 'Categoria', one: 'categoria' },
  { id: 'route', title: 'Via', one: 'via' },
  { id: 'notes', title: 'Scostamenti', one: 'scostamento' },
] as const;
export type FacetId = (typeof FACETS)[number]['id'];
type Chosen = Readonly<Partial<Record<FacetId, readonly string[]>>>;

/** A value that can be chosen, with how many rows have it after the other filters. */
export interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly chosen: boolean;
}

const features = tableFeatures({
  columnFilteringFeature,
  columnFacetingFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  facetedRowModel: createFacetedRowModel(),
  facetedUniqueValues: createFacetedUniqueValues(),
  sortedRowModel: createSortedRowModel(),
});
type Features = typeof features;

const hasAllWords: FilterFn<Features, RegisterRow> = ({ original }, _id, words: readonly string[]) =>
  words.every((word) => original.haystack.includes(word));
const isOneOf: FilterFn<Features, RegisterRow> = (row, id, values: readonly string[]) =>
  values.includes(row.getValue<string>(id));
const hasOneOf: FilterFn<Features, RegisterRow> = ({ original }, _id, values: readonly string[]) =>
  original.notes.some((note) => values.includes(note));

const COLLATOR = new Intl.Collator('it', { numeric: true });
const byWords: SortFn<Features, RegisterRow> = (one, other, id) =>
  COLLATOR.compare(one.getValue<string>(id), other.getValue<string>(id));
const byText: SortFn<Features, RegisterRow> = (one, other, id) => {
  const [first, second] = [one.getValue<string>(id), other.getValue<string>(id)];
  return first < second ? -1 : first > second ? 1 : 0;
};
const byRecipients: SortFn<Features, RegisterRow> = (one, other) =>
  (one.original.entry.recipients ?? -1) - (other.original.entry.recipients ?? -1);

const helper = createColumnHelper<Features, RegisterRow>();
const columns = helper.columns([
  helper.accessor('haystack', { id: 'words', filterFn: hasAllWords }),
  helper.accessor('number', { id: 'number', sortFn: byWords }),
  helper.accessor(({ entry }) => entry.sentAt, { id: 'sentAt', sortFn: byText }),
  helper.accessor(({ entry }) => entry.title, { id: 'title', sortFn: byWords }),
  helper.accessor('office', { id: 'office', filterFn: isOneOf, sortFn: byWords }),
  helper.accessor('category', { id: 'category', filterFn: isOneOf, sortFn: byWords }),
  helper.accessor('route', { id: 'route', filterFn: isOneOf, sortFn: byWords }),
  helper.accessor(({ entry }) => entry.recipients, { id: 'recipients', sortFn: byRecipients }),
  helper.accessor(({ notes }) => notes.join(', '), {
    id: 'notes',
    filterFn: hasOneOf,
    sortFn: byWords,
    getUniqueValues: ({ notes }) => [...notes],
  }),
]);

/** The rows after search, filters and order, and what can still be chosen. */
export interface RegisterView {
  readonly rows: readonly RegisterRow[];
  readonly words: readonly string[];
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  readonly chosen: Chosen;
  readonly toggle: (facet: FacetId, value: string) => void;
  readonly clear: () => void;
  /** The chosen values first, then by count; values nobody has any more are left out. */
  readonly valuesOf: (facet: FacetId) => readonly FacetValue[];
}

/** Searches, filters and orders the register while it is typed and clicked (P43). */
export function useRegisterView(data: readonly RegisterRow[], query: string): RegisterView {
  const [sort, setSort] = useState<TableSort>({ column: 'sentAt', direction: 'descending' });
  const [chosen, setChosen] = useState<Chosen>({});
  const words = useMemo(() => searchWords(query), [query]);
  const columnFilters = useMemo<ColumnFiltersState>(
    () => [
      ...(words.length > 0 ? [{ id: 'words', value: words }] : []),
      ...Object.entries(chosen).map(([id, value]) => ({ id, value })),
    ],
    [words, chosen],
  );
  const sorting = useMemo(() => [{ id: sort.column, desc: sort.direction === 'descending' }], [sort]);
  const table = useTable({ features, columns, data, state: { columnFilters, sorting } });
  const model = table.getRowModel();
  const rows = useMemo(() => model.rows.map(({ original }) => original), [model]);
  const toggle = useCallback(
    (facet: FacetId, value: string) =>
      setChosen(({ [facet]: before = [], ...others }) => {
        const values = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
        return values.length === 0 ? others : { ...others, [facet]: values };
      }),
    [],
  );
  const valuesOf = (facet: FacetId): readonly FacetValue[] => {
    const counts: ReadonlyMap<string, number> = table.getColumn(facet)?.getFacetedUniqueValues() ?? new Map();
    const picked = chosen[facet] ?? [];
    const values = new Set([...picked, ...counts.keys()]);
    return [...values]
      .map((value) => ({ value, count: counts.get(value) ?? 0, chosen: picked.includes(value) }))
      .sort(
        (one, other) =>
          Number(other.chosen) - Number(one.chosen) ||
          other.count - one.count ||
          COLLATOR.compare(one.value, other.value),
      );
  };
  return { rows, words, sort, onSort: setSort, chosen, toggle, clear: () => setChosen({}), valuesOf };
}
