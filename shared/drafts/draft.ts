import { z } from 'zod';
import type { Fact } from '../journal/fact.ts';
import { foldFacts } from '../journal/order.ts';
import { type FactOf, readFact } from '../journal/vocabulary.ts';
import { daySchema } from '../kernel/day.ts';
import { instantSchema } from '../kernel/instant.ts';
import { assertNever } from '../kernel/never.ts';
import { approvalWaySchema, checkLineSchema, draftFacts } from './facts.ts';

/** One of the four texts of P24, with its author, its time and its hash. */
export const versionSchema = z.object({ text: z.string(), hash: z.string(), by: z.string(), at: instantSchema });

/** A text on its way to approval, as its facts tell it. */
export const draftSchema = z.object({
  /** The request it belongs to. */
  id: z.string(),
  state: z.enum(['waiting', 'approved', 'returned', 'refused', 'postponed']),
  asked: z.string(),
  rewritten: versionSchema,
  approved: versionSchema.nullable(),
  approval: z
    .object({
      way: approvalWaySchema,
      note: z.string(),
      /** Written and approved by one and the same person (P30): recorded and shown, not forbidden. */
      samePerson: z.boolean(),
      /** The head changed the text while approving. */
      changed: z.boolean(),
    })
    .nullable(),
  checks: z.array(checkLineSchema),
  pack: z.string(),
  to: z.string(),
  why: z.string().nullable(),
  until: daySchema.nullable(),
});
export type Draft = z.infer<typeof draftSchema>;

type DraftFact = FactOf<typeof draftFacts>;

function forwarded(id: string, { actor, at, body }: Extract<DraftFact, { type: 'draft.forwarded' }>): Draft {
  return {
    id,
    state: 'waiting',
    asked: body.asked,
    rewritten: { text: body.text, hash: body.hash, by: actor, at },
    approved: null,
    approval: null,
    checks: body.checks,
    pack: body.pack,
    to: body.to,
    why: null,
    until: null,
  };
}

function apply(draft: Draft, fact: DraftFact): Draft {
  switch (fact.type) {
    case 'draft.forwarded':
      return forwarded(draft.id, fact);
    case 'draft.approved': {
      const { text, hash, way, note } = fact.body;
      const approval = {
        way,
        note,
        samePerson: draft.rewritten.by === fact.actor,
        changed: hash !== draft.rewritten.hash,
      };
      return {
        ...draft,
        state: 'approved',
        approved: { text, hash, by: fact.actor, at: fact.at },
        approval,
        why: null,
      };
    }
    case 'draft.returned':
      return { ...draft, state: 'returned', why: fact.body.why, approved: null, approval: null };
    case 'draft.refused':
      return { ...draft, state: 'refused', why: fact.body.why };
    case 'draft.postponed':
      return { ...draft, state: 'postponed', why: fact.body.why, until: fact.body.until };
    default:
      return assertNever(fact, 'fatto di un testo');
  }
}

/** The draft that a set of facts tells, or `undefined` before it was forwarded. */
export function foldDraft(id: string, facts: readonly Fact[]): Draft | undefined {
  return foldFacts<Draft | undefined>(facts, undefined, (draft, raw) => {
    const fact = readFact(draftFacts, raw);
    if (!fact) return draft;
    if (draft) return apply(draft, fact);
    return fact.type === 'draft.forwarded' ? forwarded(id, fact) : undefined;
  });
}
