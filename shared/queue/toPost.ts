import { z } from 'zod';
import type { NewFact } from '#shared/journal/fact.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { letterPurposeSchema } from '#shared/requests/facts.ts';
import { letterFact, type SentLetter } from '#shared/requests/letterFacts.ts';

/** An e-mail the app wrote and a person has to send: a letter about a request, or one that asks the contractor (P32). */
export const toPostSchema = z.object({
  /** `letter/<identity>` or `job/<request>`. */
  id: z.string(),
  purpose: letterPurposeSchema.or(z.literal('contractor')),
  /** The request or notice it is about. */
  title: z.string(),
  request: z.string(),
  /** Addresses; empty where its words were forgotten. */
  to: z.array(z.string()),
  copy: z.array(z.string()),
  subject: z.string(),
  preparedAt: instantSchema,
  /** Name of the other desk on which its file lies; null for this one. */
  desk: z.string().nullable(),
});
export type ToPost = z.infer<typeof toPostSchema>;

/** What a person says of such an e-mail. */
export const POST_WORDS = ['posted', 'postUndone', 'dropped', 'kept'] as const;
export type PostWord = (typeof POST_WORDS)[number];

/** From which state each word may be said. */
const FROM: Readonly<Record<PostWord, SentLetter['state']>> = {
  posted: 'toPost',
  postUndone: 'posted',
  dropped: 'toPost',
  kept: 'dropped',
};

/** The problem of an e-mail of which something else was said meanwhile. */
export const notToPost = (): Result<never, Problem> =>
  problem({
    code: 'letter-settled',
    what: 'Di questa e-mail qualcuno ha già detto com’è andata.',
    remedy: 'Guarda l’elenco: mostra quelle che restano da spedire.',
  });

/** What a person says of a letter; the problem `letter-settled` when it does not stand so any more. */
export function sayOfLetter(id: string, letter: SentLetter, word: PostWord): Result<readonly NewFact[], Problem> {
  if (letter.state !== FROM[word]) return notToPost();
  return ok([letterFact(`letter.${word}`, `letter/${id}`, {})]);
}
