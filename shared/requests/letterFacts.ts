import { z } from 'zod';
import type { Fact } from '#shared/journal/fact.ts';
import { foldFacts } from '#shared/journal/order.ts';
import { readFact, writerOf } from '#shared/journal/vocabulary.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { blobSchema, letterPurposeSchema } from './facts.ts';

/** A letter of the desk that was written whole, so that its answer finds its request (P17). */
const writtenLetterSchema = z.object({
  /** Without brackets. */
  messageId: z.string(),
  letter: blobSchema,
  purpose: letterPurposeSchema,
  request: z.string(),
  /** E-mail the request came in: it may be part of another request by now. */
  mail: z.string().nullable(),
  date: instantSchema,
  /** It lies as a file in a folder, and a person still has to send it; a former version did not say. */
  toPost: z.exactOptional(z.literal(true)),
});

/** What can happen to a letter of the desk: entity `letter/<identity>`, named like an e-mail that arrives. */
export const letterFacts = {
  /** It was written whole; what its name says was the belief of a former version. */
  'letter.sent': writtenLetterSchema,
  /** A person sent it with the mail program: from now on it was asked. */
  'letter.posted': z.object({}),
  'letter.postUndone': z.object({}),
  /** A person says that it is not needed any more, or is after all. */
  'letter.dropped': z.object({}),
  'letter.kept': z.object({}),
} as const;

export const letterFact = writerOf(letterFacts);

/** `unknown`: a former version wrote it and nobody said whether it was sent. */
export const LETTER_STATES = ['toPost', 'posted', 'dropped', 'unknown'] as const;
export const sentLetterSchema = writtenLetterSchema.omit({ toPost: true }).extend({
  state: z.enum(LETTER_STATES),
  /** When it came into that state, and by whom. */
  at: instantSchema,
  by: z.string(),
  /** The desk that wrote it: its file lies there. */
  desk: z.string(),
});
/** A letter of the desk after it was written. */
export type SentLetter = z.infer<typeof sentLetterSchema>;

/** The letter that a set of facts tells, or `undefined` before it was written. */
export function foldLetter(facts: readonly Fact[]): SentLetter | undefined {
  return foldFacts<SentLetter | undefined>(facts, undefined, (letter, raw) => {
    const fact = readFact(letterFacts, raw);
    if (!fact) return letter;
    const { at, actor: by } = fact;
    if (fact.type === 'letter.sent') {
      const { toPost, ...written } = fact.body;
      return letter ?? { ...written, state: toPost ? 'toPost' : 'unknown', at, by, desk: fact.dev };
    }
    if (!letter) return undefined;
    // Sent is sent, whatever another desk that did not know of it said meanwhile.
    if (fact.type === 'letter.posted') return { ...letter, state: 'posted', at, by };
    if (fact.type === 'letter.dropped')
      return letter.state === 'posted' ? letter : { ...letter, state: 'dropped', at, by };
    const isTakenBack = letter.state === (fact.type === 'letter.postUndone' ? 'posted' : 'dropped');
    return isTakenBack ? { ...letter, state: 'toPost', at, by } : letter;
  });
}
