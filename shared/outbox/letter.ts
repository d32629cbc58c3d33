import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { type Effect, effectSchema } from './effect.ts';

/** An e-mail of the app before it leaves: who it goes to and its words. Kept as a blob, because it names people. */
export const letterSchema = z.object({
  from: z.string(),
  to: z.array(z.string()).min(1).readonly(),
  copy: z.array(z.string()).readonly(),
  subject: z.string(),
  text: z.string(),
  /** Message-IDs of the conversation with their brackets, oldest first: the last one is the e-mail it answers. */
  references: z.array(z.string()).readonly(),
});
export type LetterWords = z.infer<typeof letterSchema>;

/** What the effect carries: no name and no address. */
export const letterPayloadSchema = z.object({
  /** Blob of the `LetterWords`. */
  letter: z.string(),
  /** Without brackets. */
  messageId: z.string(),
  date: instantSchema,
  /** What it is about, for who is told that it left or was taken back. */
  about: z.object({ request: z.string(), purpose: z.string() }),
  /** The how-manieth time a person let it leave again; absent the first time. */
  again: z.exactOptional(z.int().positive()),
});
export type LetterPayload = z.infer<typeof letterPayloadSchema>;

export const LETTER = 'outbox.letter';

/** The id of the effect that lets a letter leave. */
export const letterEffectId = (messageId: string): string => `${LETTER}/${messageId}`;

/** The effect that lets a letter leave, not before a moment; each time a person lets it leave again has its own. */
export function letterEffect(payload: LetterPayload, notBefore: string): Effect {
  const { messageId, again } = payload;
  const id = [letterEffectId(messageId), ...(again === undefined ? [] : [again])].join('/');
  return effectSchema.parse({ id, kind: LETTER, payload, notBefore });
}
