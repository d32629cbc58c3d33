import { z } from 'zod';
import { writerOf } from '../journal/vocabulary.ts';
import { daySchema } from '../kernel/day.ts';
import { instantSchema } from '../kernel/instant.ts';
import { packSchema } from './pack.ts';

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

/** The two ways on which a text leaves without the head's approval. */
export const releaseWaySchema = z.enum(['alternativa', 'emergenza']);

/** The texts, by hash of their fact, that desks sent apart from each other and between which this act decides. */
const settlesSchema = z.exactOptional(z.array(z.string()));

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
    settles: settlesSchema,
    /** Of the texts in dispute the one that was approved, by hash of its fact; without it the one that counted last. */
    chosen: z.exactOptional(z.string()),
  }),
  /** It is no longer asked of the head: the forwarding was taken back, or the office took its request back (P18). */
  'draft.withdrawn': z.object({ why: z.string(), settles: settlesSchema }),
  'draft.returned': z.object({ why: z.string(), settles: settlesSchema }),
  'draft.refused': z.object({ why: z.string(), settles: settlesSchema }),
  'draft.postponed': z.object({ until: daySchema, why: z.string() }),
} as const;

export const draftFact = writerOf(draftFacts);
