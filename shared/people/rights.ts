import type { Fact } from '#shared/journal/fact.ts';
import { inOrder } from '#shared/journal/order.ts';
import { readFact } from '#shared/journal/vocabulary.ts';
import { peopleFacts } from './facts.ts';
import type { Role } from './person.ts';

/**
 * Whether a person had a role when an act was done, by the facts of the person that came before it on the shared clock;
 * before the first of them, that one counts. Rights are enforced where a fact is written; a desk that did not know yet
 * may have written one all the same: it is kept, and shown as «fuori ruolo».
 */
export function hadRole(person: readonly Fact[], role: Role, act: Pick<Fact, 'hlc'>): boolean {
  const known = inOrder(person).flatMap((raw) => {
    const fact = readFact(peopleFacts, raw);
    return fact?.type === 'person.set' || fact?.type === 'person.removed' ? [fact] : [];
  });
  const then = known.findLast(({ hlc }) => hlc < act.hlc) ?? known[0];
  return then?.type === 'person.set' && then.body.roles.includes(role);
}
