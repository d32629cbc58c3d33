import { z } from 'zod';
import { writerOf } from '../journal/vocabulary.ts';
import { instantSchema } from '../kernel/instant.ts';
import { blobSchema, letterPurposeSchema } from './facts.ts';

/** A letter of the desk that left, so that its answer finds its request (P17). */
export const sentLetterSchema = z.object({
  /** Without brackets. */
  messageId: z.string(),
  letter: blobSchema,
  purpose: letterPurposeSchema,
  request: z.string(),
  /** E-mail the request came in: it may be part of another request by now. */
  mail: z.string().nullable(),
  date: instantSchema,
});

export type SentLetter = z.infer<typeof sentLetterSchema>;

/** What can happen to a letter of the desk: entity `letter/<identity>`, named like an e-mail that arrives. */
export const letterFacts = { 'letter.sent': sentLetterSchema } as const;

export const letterFact = writerOf(letterFacts);
