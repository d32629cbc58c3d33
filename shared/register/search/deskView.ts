/** How one desk likes to see the register: its saved filters (P43), its columns, the widths of its panes. Never shared. */
import { z } from 'zod';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { foldText } from '#shared/kernel/text.ts';
import { SCREEN_COLUMNS } from '#shared/register/columns.ts';
import {
  EVERY_ROW,
  NEWEST_FIRST,
  type RegisterFilter,
  type RegisterOrder,
  registerFilterSchema,
  registerOrderSchema,
} from './search.ts';

const LONGEST_NAME = 60;
const MOST_FILTERS = 40;
const widthSchema = z.number().min(24).max(2_000);

export const savedFilterSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().max(LONGEST_NAME),
  filter: registerFilterSchema,
  order: registerOrderSchema,
});
export type SavedFilter = z.infer<typeof savedFilterSchema>;

const columnSchema = z.enum(SCREEN_COLUMNS.map(({ id }) => id));

/** What was changed of the columns and panes; what is missing is as at the start. Widths in px. */
export const layoutSchema = z.object({
  order: z.array(columnSchema),
  shown: z.partialRecord(columnSchema, z.boolean()),
  widths: z.partialRecord(columnSchema, widthSchema),
  panes: z.record(z.string().max(20), widthSchema),
});
export type Layout = z.infer<typeof layoutSchema>;
export const FIRST_LAYOUT: Layout = { order: [], shown: {}, widths: {}, panes: {} };

const BUILT_IN = { month: 'Ultimo mese', absent: 'Inviati in assenza', altered: 'Testi cambiati dalla ditta' } as const;

/** The filters every desk has, seen from `today`. */
export const builtInFilters = (today: Day): readonly SavedFilter[] => [
  {
    id: 'last-month',
    name: BUILT_IN.month,
    filter: { ...EVERY_ROW, from: addDays(today, -30), to: today },
    order: NEWEST_FIRST,
  },
  {
    id: 'without-approval',
    name: BUILT_IN.absent,
    filter: { ...EVERY_ROW, note: ['senza approvazione'] },
    order: NEWEST_FIRST,
  },
  {
    id: 'altered',
    name: BUILT_IN.altered,
    filter: { ...EVERY_ROW, note: ['testo cambiato'] },
    order: NEWEST_FIRST,
  },
];

/** Whether two filters let the same rows through, however their values were chosen. */
export function isSameFilter(one: RegisterFilter, other: RegisterFilter): boolean {
  const form = (filter: RegisterFilter) =>
    JSON.stringify(
      Object.entries(filter)
        .map(([name, value]) => [name, Array.isArray(value) ? value.map(String).sort() : value])
        .sort(),
    );
  return form(one) === form(other);
}

/**
 * The saved filters with `fresh` among them, in the place of the one with its id or at the end.
 * Problems: `name-missing`, `name-taken`, `too-many-filters`.
 */
export function keepFilter(
  filters: readonly SavedFilter[],
  fresh: SavedFilter,
): Result<readonly SavedFilter[], Problem> {
  const name = fresh.name.trim();
  const others = filters.filter(({ id }) => id !== fresh.id);
  if (name === '') {
    return problem({
      code: 'name-missing',
      what: 'Il filtro non ha un nome.',
      remedy: 'Scrivi un nome, per esempio «Scuola nel 2026».',
    });
  }
  const taken = [...Object.values(BUILT_IN), ...others.map((other) => other.name)];
  if (taken.some((other) => foldText(other) === foldText(name))) {
    return problem({ code: 'name-taken', what: `C’è già un filtro «${name}».`, remedy: 'Scegli un altro nome.' });
  }
  if (others.length >= MOST_FILTERS) {
    return problem({
      code: 'too-many-filters',
      what: `Su questa postazione ci sono già ${MOST_FILTERS} filtri salvati.`,
      remedy: 'Togli un filtro che non usi più, poi salva di nuovo.',
    });
  }
  const kept = { ...fresh, name };
  return ok(
    others.length < filters.length ? filters.map((one) => (one.id === fresh.id ? kept : one)) : [...filters, kept],
  );
}

/** What a saved filter is made from. */
export interface FilterToSave {
  readonly id: string | null;
  readonly name: string;
  readonly filter: RegisterFilter;
  readonly order: RegisterOrder;
}
