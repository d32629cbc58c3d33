import { z } from 'zod';
import type { Desk } from '#electron/desk/desk.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import {
  FIRST_LAYOUT,
  type FilterToSave,
  keepFilter,
  type Layout,
  layoutSchema,
  type SavedFilter,
  savedFilterSchema,
} from '#shared/register/search/deskView.ts';

const FILTERS = 'register-filters';
const LAYOUT = 'register-layout';
const filtersSchema = z.array(savedFilterSchema);

/** Use-cases that remember how this desk sees the register: saved filters (P43), columns and widths. */
export function deskViewCases({ local, newId, tell }: Pick<Desk, 'local' | 'newId' | 'tell'>) {
  const filters = (): readonly SavedFilter[] => local.get(FILTERS, filtersSchema) ?? [];

  const view = (): { filters: SavedFilter[]; layout: Layout } => ({
    filters: [...filters()],
    layout: local.get(LAYOUT, layoutSchema) ?? FIRST_LAYOUT,
  });
  const saveFilter = ({ id, ...words }: FilterToSave): Result<{ id: string }, Problem> => {
    const fresh = { ...words, id: id ?? newId() };
    const kept = keepFilter(filters(), fresh);
    if (!kept.ok) return kept;
    local.set(FILTERS, kept.value);
    tell('register');
    return ok({ id: fresh.id });
  };
  const removeFilter = (id: string): void => {
    local.set(
      FILTERS,
      filters().filter((one) => one.id !== id),
    );
    tell('register');
  };
  const setLayout = (layout: Layout): void => {
    local.set(LAYOUT, layout);
    tell('register');
  };
  return { view, saveFilter, removeFilter, setLayout };
}
