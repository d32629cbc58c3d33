import { z } from 'zod';
import { packSchema } from '#shared/drafts/style/pack.ts';
import { writerOf } from '#shared/journal/vocabulary.ts';
import { daySchema } from '#shared/kernel/day.ts';
import { instantSchema } from '#shared/kernel/instant.ts';

/** One line of the checklist (P25) as it stood when the text was forwarded. */
export const checkLineSchema = z.object({
  line: z.enum(['data', 'bozza', 'link', 'mittente', 'prontuario', 'duplicati', 'serie']),
  outcome: z.enum(['a posto', 'da vedere', 'da correggere', 'non verificato']),
  detail: z.string(),
  /** Why it went on all the same, when somebody overrode it. */
  why: z.string().nullable(),
});
export type CheckLine = z.infer<typeof checkLineSchema>;

/** How the head decided (P38): in the app, or elsewhere and then written down by an operator. */
export const approvalWaySchema = z.enum(['app', 'telefono', 'e-mail']);

/** Who decided, when and how, where the author only wrote it down (P38). */
const heardFromSchema = z.object({
  by: z.string(),
  at: instantSchema,
  way: approvalWaySchema.exclude(['app']),
  note: z.string().max(2_000),
});
export type HeardFrom = z.infer<typeof heardFromSchema>;

/** The two ways on which a text leaves without the head's approval. */
export const releaseWaySchema = z.enum(['alternativa', 'emergenza']);

/**
 * The head's answers in an election period (P39): whether it is written impersonally, and why it is indispensable. Only of
 * what has left without them the first one may be no.
 */
export const electionAnswersSchema = z.object({
  impersonal: z.boolean(),
  essential: z.string().trim().min(1).max(500),
});
export type ElectionAnswers = z.infer<typeof electionAnswersSchema>;

/** The texts in conflict, by hash of their fact, between which this act decides. */
const resolvedConflictsSchema = z.exactOptional(z.array(z.string()));

/** The head does not approve; `elsewhere` where she said so away from the app (P38). */
const declinedSchema = z.object({
  why: z.string(),
  settles: resolvedConflictsSchema,
  elsewhere: z.exactOptional(heardFromSchema),
});

/** What can happen to the text of a notice: entity `draft/<request>`. */
export const draftFacts = {
  'draft.forwarded': z.object({
    asked: z.string(),
    text: z.string(),
    hash: z.string(),
    checks: z.array(checkLineSchema),
    /** Version of the style guide the text was checked with (P23). */
    pack: z.string(),
    /** Person whose decision is asked. */
    to: z.string(),
  }),
  /** The text leaves without the head's approval: he is away (P32), or it is an emergency (P34). */
  'draft.released': z.object({
    asked: z.string(),
    text: z.string(),
    hash: z.string(),
    checks: z.array(checkLineSchema),
    pack: z.string(),
    way: releaseWaySchema,
    /** Who authorised an emergency; null on the alternative way. */
    authoriser: z.string().nullable(),
    why: z.string().nullable(),
    /** Last day of the election period it was known to leave in: the head answers afterwards (P39). */
    electionUntil: z.exactOptional(daySchema),
  }),
  /** An emergency was put in order afterwards (P34). */
  'draft.regularised': z.object({ note: z.string() }),
  /** The rules of style from now on (P23): entity `pack/comune`. */
  'pack.published': packSchema,
  'draft.approved': z.object({
    text: z.string(),
    hash: z.string(),
    way: approvalWaySchema,
    note: z.string(),
    /** Who decided and when, where the author only wrote it down (P38). */
    elsewhere: z.exactOptional(z.object({ by: z.string(), at: instantSchema })),
    /** The account of the operating system it was given under, where the head is bound to accounts. */
    account: z.exactOptional(z.string().max(120)),
    /** The proof that the head typed her PIN, where she has one. */
    proof: z.exactOptional(z.string().max(100)),
    /** The checks of a text that the head changed, and the style guide they were made with (P30). */
    checks: z.exactOptional(z.array(checkLineSchema)),
    pack: z.exactOptional(z.string()),
    settles: resolvedConflictsSchema,
    /** Of the texts in conflict the one that was approved, by hash of its fact; without it the one that counted last. */
    chosen: z.exactOptional(z.string()),
  }),
  /** An approval (`fact`, by its hash) that came from where the head is not bound is confirmed, and how (P6, P38). */
  'draft.confirmed': z.object({
    fact: z.string(),
    way: approvalWaySchema,
    note: z.string().max(500),
    account: z.exactOptional(z.string().max(120)),
    proof: z.exactOptional(z.string().max(100)),
  }),
  /** What the head answered for the text of a hash in the election period that ends on `until` (P39). */
  'draft.electionAnswered': electionAnswersSchema.extend({
    hash: z.string(),
    until: daySchema,
    /** Who answered and how, where the author only wrote it down (P38). */
    elsewhere: z.exactOptional(heardFromSchema),
  }),
  /** It is no longer asked of the head: the forwarding was taken back, or the office took its request back (P18). */
  'draft.withdrawn': z.object({ why: z.string(), settles: resolvedConflictsSchema }),
  'draft.returned': declinedSchema,
  'draft.refused': declinedSchema,
  'draft.postponed': z.object({ until: daySchema, why: z.string(), elsewhere: z.exactOptional(heardFromSchema) }),
  /** A decision (`fact`, by its hash) was taken back right after (P67): it is as if it had not been made. */
  'draft.undone': z.object({ fact: z.string() }),
} as const;

export const draftFact = writerOf(draftFacts);
