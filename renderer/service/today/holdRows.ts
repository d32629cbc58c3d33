/** The rows of Oggi hold still under the focus and the pointer: what is new waits to be shown (L18). Pure. */
import type { TodayLists } from './todayLists.ts';
import type { TodayRow } from './todayRows.ts';

/** The ids of the rows of the lists that a person works through, in order. */
export const orderOf = ({ mine, groups }: Pick<TodayLists, 'mine' | 'groups'>): readonly string[] => [
  ...mine.map(({ id }) => id),
  ...groups.flatMap(({ rows }) => rows.map(({ id }) => id)),
];

function kept(rows: readonly TodayRow[], shown: readonly string[]): readonly TodayRow[] {
  const place = new Map(shown.map((id, index) => [id, index]));
  return rows
    .filter(({ id }) => place.has(id))
    .toSorted((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0));
}

/** The lists with the rows that were `shown`, where they stood, and those that came since, which wait. */
export function heldLists(
  lists: TodayLists,
  shown: readonly string[],
): { readonly lists: TodayLists; readonly fresh: readonly TodayRow[] } {
  const known = new Set(shown);
  const fresh = [...lists.mine, ...lists.groups.flatMap(({ rows }) => rows)].filter(({ id }) => !known.has(id));
  const groups = lists.groups.map((group) => ({ ...group, rows: kept(group.rows, shown) }));
  return { lists: { ...lists, mine: kept(lists.mine, shown), groups }, fresh };
}
