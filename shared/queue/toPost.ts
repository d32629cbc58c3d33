import { z } from 'zod';
import type { NewFact } from '#shared/journal/fact.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import {
  isTroubled,
  letterFact,
  letterKindSchema,
  type SentLetter,
  TROUBLED_STATES,
} from '#shared/requests/letterFacts.ts';

/**
 * An e-mail of the app that waits for a person: one to send with the mail program, about a request or to the contractor
 * (P32), or one that left by itself and did not arrive well.
 */
export const toPostSchema = z.object({
  /** `letter/<identity>` or `job/<request>`. */
  id: z.string(),
  /** `toPost`: a person sends it; the others left by themselves. */
  state: z.enum(['toPost', ...TROUBLED_STATES]),
  /** Why the server did not want it. */
  why: z.string().nullable(),
  /** Who did not get it; empty where its words were forgotten. */
  missed: z.array(z.object({ address: z.string(), why: z.string() })),
  purpose: letterKindSchema.or(z.literal('contractor')),
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
export const POST_WORDS = ['posted', 'postUndone', 'dropped', 'kept', 'arrived', 'arrivedUndone'] as const;
export type PostWord = (typeof POST_WORDS)[number];

/** From which state each word may be said. */
const FROM: Readonly<Record<PostWord, readonly SentLetter['state'][]>> = {
  posted: ['toPost', 'partial', 'refused', 'uncertain', 'bounced'],
  postUndone: ['posted'],
  dropped: ['toPost', 'partial', 'refused', 'uncertain', 'bounced'],
  kept: ['dropped'],
  arrived: ['uncertain'],
  arrivedUndone: ['arrived'],
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
  if (!FROM[word].includes(letter.state)) return notToPost();
  return ok([letterFact(`letter.${word}`, `letter/${id}`, {})]);
}

/** Whether a letter may leave again as it is: what came back from its address would come back again. */
export const mayLeaveAgain = (state: SentLetter['state']): boolean => isTroubled(state) && state !== 'bounced';

/** A person lets a letter leave again (P33): only where it left badly, and only she may, never the app by itself. */
export function resendLetter(id: string, letter: SentLetter): Result<readonly NewFact[], Problem> {
  return mayLeaveAgain(letter.state) ? ok([letterFact('letter.resent', `letter/${id}`, {})]) : notToPost();
}
