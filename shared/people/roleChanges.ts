import { z } from 'zod';
import type { Fact } from '#shared/journal/fact.ts';
import { idIn } from '#shared/journal/story.ts';
import { readFact } from '#shared/journal/vocabulary.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { bindingFacts } from './bindings.ts';
import { peopleFacts } from './facts.ts';
import { pinFacts } from './pin.ts';

/** Something about who may approve that every desk is told (P1). */
export const roleChangeSchema = z.object({
  /** Hash of the fact that tells it. */
  fact: z.string(),
  /** Whom it is about. */
  person: z.string(),
  what: z.enum(['given', 'taken', 'bound', 'pinSet', 'pinRemoved']),
  by: z.string(),
  at: instantSchema,
});
export type RoleChange = z.infer<typeof roleChangeSchema>;

/** Each time somebody became head or ceased to be, was bound to other places or to another PIN, oldest first; not the first head of all. */
export function roleChangesIn(facts: readonly Fact[]): readonly RoleChange[] {
  const heads = new Set<string>();
  let hadHead = false;
  return facts
    .toSorted((one, other) => (one.hlc < other.hlc ? -1 : 1))
    .flatMap((raw): readonly RoleChange[] => {
      const told = { fact: raw.h, by: raw.actor, at: raw.at };
      const binding = readFact(bindingFacts, raw);
      if (binding) return [{ ...told, person: binding.body.person, what: 'bound' }];
      const pin = readFact(pinFacts, raw);
      if (pin) return [{ ...told, person: pin.body.person, what: pin.type === 'pin.set' ? 'pinSet' : 'pinRemoved' }];
      const fact = readFact(peopleFacts, raw);
      if (fact?.type !== 'person.set' && fact?.type !== 'person.removed') return [];
      const id = idIn(fact.ent);
      const isHead = fact.type === 'person.set' && fact.body.roles.includes('capo settore');
      if (isHead === heads.has(id)) return [];
      const isFirst = isHead && !hadHead;
      if (isHead) heads.add(id);
      else heads.delete(id);
      hadHead ||= isHead;
      return isFirst ? [] : [{ ...told, person: id, what: isHead ? 'given' : 'taken' }];
    });
}
