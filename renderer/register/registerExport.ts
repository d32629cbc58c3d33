/** What the register on screen is exported as (P43): pure. */
import { ROUTES } from '#shared/people/routes.ts';
import { EVERY_ROW, type RegisterFilter } from '#shared/register/search.ts';
import { NOT_SAID } from './registerRows.ts';
import type { RegisterView } from './registerTable.ts';

const orNull = (value: string): string | null => (value === NOT_SAID ? null : value);

/** The filter that takes the rows on screen out of the app; of the deviations it knows only whether there are any. */
export function exportFilter({ words, chosen }: Pick<RegisterView, 'words' | 'chosen'>): RegisterFilter {
  const { office = [], category = [], route = [], notes = [] } = chosen;
  return {
    ...EVERY_ROW,
    text: words.join(' '),
    office: office.map(orNull),
    category: category.map(orNull),
    route: ROUTES.filter((one) => route.includes(one)),
    deviationsOnly: notes.length > 0,
  };
}
