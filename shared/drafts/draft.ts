import { z } from 'zod';
import { headsOf } from '#shared/journal/concurrent.ts';
import type { Fact } from '#shared/journal/fact.ts';
import { foldFacts } from '#shared/journal/order.ts';
import { type FactOf, readFact } from '#shared/journal/vocabulary.ts';
import { daySchema } from '#shared/kernel/day.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { assertNever } from '#shared/kernel/never.ts';
import { electionSchema } from './election.ts';
import { approvalWaySchema, checkLineSchema, draftFacts, releaseWaySchema } from './facts.ts';
import { heardIn, heardSchema } from './heard.ts';

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
      /** When that was written down. */
      recordedAt: instantSchema.nullable(),
      /** Written and approved by one and the same person (P30): recorded and shown, not forbidden. */
      samePerson: z.boolean(),
      /** The head changed the text while approving. */
      changed: z.boolean(),
    })
    .nullable(),
  /** Who did not approve it last, how, and who wrote that down where the head said so elsewhere (P38). */
  declined: z
    .object({
      by: z.string(),
      at: instantSchema,
      /** `app` when the head decided herself. */
      way: approvalWaySchema,
      recordedBy: z.string().nullable(),
      recordedAt: instantSchema.nullable(),
      note: z.string(),
    })
    .nullable(),
  release: z
    .object({
      way: releaseWaySchema,
      authoriser: z.string().nullable(),
      why: z.string().nullable(),
      /** When an emergency was put in order; null while that is still to be done (P34). */
      regularisedAt: instantSchema.nullable(),
      /** Last day of the election period it was known to leave in (P39). */
      electionUntil: z.exactOptional(daySchema),
    })
    .nullable(),
  /** The head's answers in an election period, for the text they were given for (P39). */
  election: z.exactOptional(electionSchema),
  /** Every decision about it that somebody else wrote down (P38), oldest first, also of texts before this one. */
  heard: z.exactOptional(z.array(heardSchema)),
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
    declined: null,
    release: null,
    checks: body.checks,
    pack: body.pack,
    to: null,
    why: null,
    until: null,
    conflicts: [],
  };
  if (fact.type === 'draft.forwarded') return { ...draft, to: fact.body.to };
  const { way, authoriser, why, electionUntil } = fact.body;
  const known = electionUntil === undefined ? {} : { electionUntil };
  return { ...draft, state: 'released', release: { way, authoriser, why, regularisedAt: null, ...known } };
}

type DeclinedFact = Extract<DraftFact, { type: 'draft.returned' | 'draft.refused' | 'draft.postponed' }>;

/** Who did not approve, and who only wrote that down (P38). */
function declinedBy({ actor, at, body: { elsewhere } }: DeclinedFact): Draft['declined'] {
  if (!elsewhere) return { by: actor, at, way: 'app', recordedBy: null, recordedAt: null, note: '' };
  return { ...elsewhere, recordedBy: actor, recordedAt: at };
}

/** What each forwarding said, by hash of its fact. */
type Forwardings = ReadonlyMap<string, Draft>;

function apply(draft: Draft, fact: DraftFact, forwardings: Forwardings): Draft {
  switch (fact.type) {
    case 'pack.published':
    case 'draft.confirmed':
    case 'draft.undone':
      return draft;
    case 'draft.forwarded':
    case 'draft.released':
      return first(draft.id, fact);
    case 'draft.regularised':
      return draft.release ? { ...draft, release: { ...draft.release, regularisedAt: fact.at } } : draft;
    case 'draft.approved': {
      const { text, hash, way, note, elsewhere, chosen } = fact.body;
      const sent = forwardings.get(chosen ?? '') ?? draft;
      const { asked, rewritten } = sent;
      const { checks = sent.checks, pack = sent.pack } = fact.body;
      const { by, at } = elsewhere ?? { by: fact.actor, at: fact.at };
      const approval = {
        way,
        note,
        recordedBy: elsewhere ? fact.actor : null,
        recordedAt: elsewhere ? fact.at : null,
        samePerson: rewritten.by === by,
        changed: hash !== rewritten.hash,
      };
      return {
        ...draft,
        asked,
        rewritten,
        checks,
        pack,
        state: 'approved',
        approved: { text, hash, by, at },
        approval,
        why: null,
      };
    }
    case 'draft.electionAnswered': {
      const { hash, until, impersonal, essential, elsewhere } = fact.body;
      const { by, at, way } = elsewhere ?? { by: fact.actor, at: fact.at, way: 'app' as const };
      const recordedBy = elsewhere ? fact.actor : null;
      return { ...draft, election: { hash, until, impersonal, essential, by, at, recordedBy, way } };
    }
    case 'draft.withdrawn':
      return { ...draft, state: 'withdrawn', why: fact.body.why };
    case 'draft.returned':
      return {
        ...draft,
        state: 'returned',
        why: fact.body.why,
        declined: declinedBy(fact),
        approved: null,
        approval: null,
      };
    case 'draft.refused':
      return { ...draft, state: 'refused', why: fact.body.why, declined: declinedBy(fact) };
    case 'draft.postponed':
      return { ...draft, state: 'postponed', why: fact.body.why, until: fact.body.until, declined: declinedBy(fact) };
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

/** Different texts sent or approved by concurrent facts; empty when there is one text (G9). */
function conflictsIn(facts: readonly Fact[], forwardings: Forwardings): Draft['conflicts'] {
  const resolvedBy = (raw: Fact): readonly string[] => {
    const fact = readFact(draftFacts, raw);
    return fact && 'settles' in fact.body ? (fact.body.settles ?? []) : [];
  };
  const heads = headsOf(facts, ({ type }) => DECIDING.includes(type), resolvedBy);
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

/** The facts without the decisions that were taken back right after (P67). */
export function standing(facts: readonly Fact[]): readonly Fact[] {
  const undone = facts.flatMap((raw) => {
    const fact = raw.type === 'draft.undone' ? readFact(draftFacts, raw) : undefined;
    return fact?.type === 'draft.undone' ? [fact.body.fact] : [];
  });
  return undone.length === 0 ? facts : facts.filter(({ h }) => !undone.includes(h));
}

/** The draft that a set of facts tells, or `undefined` before it was forwarded. */
export function foldDraft(id: string, all: readonly Fact[]): Draft | undefined {
  const facts = standing(all);
  const forwardings = new Map<string, Draft>();
  const folded = foldFacts<Draft | undefined>(facts, undefined, (draft, raw) => {
    const fact = readFact(draftFacts, raw);
    if (!fact) return draft;
    if (fact.type === 'draft.forwarded' || fact.type === 'draft.released') forwardings.set(fact.h, first(id, fact));
    if (draft) return apply(draft, fact, forwardings);
    return forwardings.get(fact.h);
  });
  const heard = heardIn(facts);
  return (
    folded && {
      ...folded,
      ...(heard.length > 0 ? { heard: [...heard] } : {}),
      conflicts: conflictsIn(facts, forwardings),
    }
  );
}
