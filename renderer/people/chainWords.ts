/** The chains of people in words, and their order. Pure. */
import type { Phase } from '#shared/people/person.ts';

/** What each chain is called on screen, and within what time it works (P2, P26, P53). */
export const CHAIN_WORDS: Readonly<Record<Phase, { readonly title: string; readonly within: string }>> = {
  intake: { title: 'Presa in carico', within: 'entro un giorno lavorativo' },
  alternative: { title: 'Invio senza il capo', within: 'solo se il capo settore è assente' },
  report: { title: 'Report', within: 'ogni due mesi' },
};

/** The list with the one at `index` one place before (-1) or after (1); the same list at its ends. */
export function moved(people: readonly string[], index: number, by: -1 | 1): readonly string[] {
  const [one, other] = [people[index], people[index + by]];
  if (one === undefined || other === undefined) return people;
  return people.with(index, other).with(index + by, one);
}
