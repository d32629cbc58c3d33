/** What a register says of itself before this desk enters it, in words. Pure. */

import { type Day, partsOf, sayDay, sayDayAndYear } from '#shared/kernel/day.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { plural } from '#shared/kernel/text.ts';
import type { RegisterFound } from '#shared/service/share.ts';

const atLeast = ({ isPart }: RegisterFound): string => (isPart ? 'almeno ' : '');
const LIST = new Intl.ListFormat('it');

/** `Marta Bellin, Ornella Vidal e altre 3`; `nessuna` where there is nobody. */
export function sayPeople({ people, peopleCount }: RegisterFound): string {
  if (people.length === 0) return 'nessuna';
  const more = peopleCount - people.length;
  return LIST.format([...people, ...(more > 0 ? [more === 1 ? 'un’altra' : `altre ${more}`] : [])]);
}

/** `almeno 42 avvisi`; `nessuno` where none is on record. */
export const sayNotices = (found: RegisterFound): string =>
  found.notices === 0 && !found.isPart ? 'nessuno' : `${atLeast(found)}${plural(found.notices, 'avviso', 'avvisi')}`;

/** `lunedì 2 marzo`, with its year when it is another one; `nessun dato` where nothing is there. */
export function saySinceDay({ since }: RegisterFound, today: Day): string {
  if (since === null) return 'nessun dato';
  const { day } = romeOf(since);
  return partsOf(day).year === partsOf(today).year ? sayDay(day) : sayDayAndYear(day);
}
