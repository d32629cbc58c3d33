import { z } from 'zod';
import { headsOf } from '../journal/concurrent.ts';
import type { Fact } from '../journal/fact.ts';
import { foldFacts } from '../journal/order.ts';
import { type FactOf, readFact } from '../journal/vocabulary.ts';
import { daySchema } from '../kernel/day.ts';
import { instantSchema } from '../kernel/instant.ts';
import { assertNever } from '../kernel/never.ts';
import { approvalWaySchema, checkLineSchema, draftFacts, releaseWaySchema } from './facts.ts';

/** One of the four texts of P24, with its author, its time and its hash. */
const versionSchema = z.object({ text: z.string(), hash: z.string(), by: z.string(), at: instantSchema });

/** A text on its way to approval, as its facts tell it. */
export const draftSchema = z.object({
  /** The request it belongs to. */
  id: z.string(),
  state: z.enum(['waiting', 'approved', 'released', 'returned', 'refused', 'postponed', 'withdrawn']),
  asked: z.string(),
  rewritten: versionSchema,
  approved: versionSchema.nullable(),
  approval: z
    .object({
      way: approvalWaySchema,
      note: z.string(),
      /** The operator who wrote down what the head decided elsewhere (P38); null when the head decided in the app. */
      recordedBy: z.string().nullable(),
      /** Written and approved by one and the same person (P30): recorded and shown, not forbidden. */
      samePerson: z.boolean(),
      /** The head changed the text while approving. */
      changed: z.boolean(),
    })
    .nullable(),
  release: z
    .object({
      way: releaseWaySchema,
      authoriser: z.string().nullable(),
      why: z.string().nullable(),
      /** When an emergency was put in order; null while that is still to be done (P34). */
      regularisedAt: instantSchema.nullable(),
    })
    .nullable(),
  checks: z.array(checkLineSchema),
  pack: z.string(),
  /** Person whose decision is asked; null when nobody's is. */
  to: z.string().nullable(),
  why: z.string().nullable(),
  until: daySchema.nullable(),
  /** Different texts that desks sent to the head, or he approved, without knowing of each other; the one that counts last (G9). */
  conflicts: z.array(versionSchema.extend({ fact: z.string(), checks: z.array(checkLineSchema) })),
});
export type Draft = z.infer<typeof draftSchema>;

type DraftFact = FactOf<typeof draftFacts>;

type FirstFact = Extract<DraftFact, { type: 'draft.forwarded' | 'draft.released' }>;

function first(id: string, fact: FirstFact): Draft {
  const { actor, at, body } = fact;
  const draft: Draft = {
    id,
    state: 'waiting',
    asked: body.asked,
    rewritten: { text: body.text, hash: body.hash, by: actor, at },
    approved: null,
    approval: null,
    release: null,
    checks: body.checks,
    pack: body.pack,
    to: null,
    why: null,
    until: null,
    conflicts: [],
  };
  if (fact.type === 'draft.forwarded') return { ...draft, to: fact.body.to };
  const { way, authoriser, why } = fact.body;
  return { ...draft, state: 'released', release: { way, authoriser, why, regularisedAt: null } };
}

/** What each forwarding said, by hash of its fact. */
type Forwardings = ReadonlyMap<string, Draft>;

function apply(draft: Draft, fact: DraftFact, forwardings: Forwardings): Draft {
  switch (fact.type) {
    case 'pack.published':
      return draft;
    case 'draft.forwarded':
    case 'draft.released':
      return first(draft.id, fact);
    case 'draft.regularised':
      return draft.release ? { ...draft, release: { ...draft.release, regularisedAt: fact.at } } : draft;
    case 'draft.approved': {
      const { text, hash, way, note, elsewhere, chosen } = fact.body;
      const { asked, rewritten, checks, pack } = forwardings.get(chosen ?? '') ?? draft;
      const { by, at } = elsewhere ?? { by: fact.actor, at: fact.at };
      const approval = {
        way,
        note,
        recordedBy: elsewhere ? fact.actor : null,
        samePerson: rewritten.by === by,
        changed: hash !== rewritten.hash,
      };
      return {
        ...draft,
        ...{ asked, rewritten, checks, pack },
        state: 'approved',
        approved: { text, hash, by, at },
        approval,
        why: null,
      };
    }
    case 'draft.withdrawn':
      return { ...draft, state: 'withdrawn', why: fact.body.why };
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

/** Acts after which no other text of before waits for the head. */
const DECIDING: readonly string[] = [
  'draft.forwarded',
  'draft.released',
  'draft.approved',
  'draft.returned',
  'draft.refused',
  'draft.withdrawn',
];

/** Different texts that desks sent, or the head approved, without knowing of each other; empty when there is one (G9). */
function conflictsIn(facts: readonly Fact[], forwardings: Forwardings): Draft['conflicts'] {
  const settles = (raw: Fact): readonly string[] => {
    const fact = readFact(draftFacts, raw);
    return fact && 'settles' in fact.body ? (fact.body.settles ?? []) : [];
  };
  const heads = headsOf(facts, ({ type }) => DECIDING.includes(type), settles);
  const texts = heads.flatMap((raw) => {
    const sent = forwardings.get(raw.h);
    if (sent) return [{ ...sent.rewritten, fact: raw.h, checks: sent.checks }];
    const fact = readFact(draftFacts, raw);
    if (fact?.type !== 'draft.approved') return [];
    const { text, hash, elsewhere } = fact.body;
    return [{ text, hash, by: elsewhere?.by ?? fact.actor, at: elsewhere?.at ?? fact.at, fact: raw.h, checks: [] }];
  });
  return new Set(texts.map(({ hash }) => hash)).size > 1 ? texts : [];
}

/** The draft that a set of facts tells, or `undefined` before it was forwarded. */
export function foldDraft(id: string, facts: readonly Fact[]): Draft | undefined {
  const forwardings = new Map<string, Draft>();
  const told = foldFacts<Draft | undefined>(facts, undefined, (draft, raw) => {
    const fact = readFact(draftFacts, raw);
    if (!fact) return draft;
    if (fact.type === 'draft.forwarded' || fact.type === 'draft.released') forwardings.set(fact.h, first(id, fact));
    if (draft) return apply(draft, fact, forwardings);
    return forwardings.get(fact.h);
  });
  return told && { ...told, conflicts: conflictsIn(facts, forwardings) };
}
