import { z } from 'zod';
import type { Problem } from './problem.ts';
import type { Result } from './result.ts';

/**
 * What may change, in the words of the house: who asks a question again follows from it. `writing` is a text being
 * written, kept every few keys: only who shows it asks again.
 */
export const TOPICS = [
  'people',
  'notes',
  'register',
  'requests',
  'drafts',
  'queue',
  'report',
  'service',
  'share',
  'writing',
] as const;
export type Topic = (typeof TOPICS)[number];

/** One call: what it takes, what it gives, and for a question what its answer is made of. */
export interface Method {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
  /** A question only reads; it is asked again when one of these changed. An act has none. */
  readonly reads?: readonly Topic[];
}

/** The calls of one word by name: `people.roster`. */
export type Contract = Readonly<Record<string, Method>>;

/** The outcome of a use-case: at once, or after something outside the program. */
export type Outcome<Value> = Promise<Result<Value, Problem>> | Result<Value, Problem>;

/** One function for every method of a contract. */
export type CasesOf<Methods extends Contract> = {
  readonly [Name in keyof Methods]: (
    input: z.infer<Methods[Name]['input']>,
  ) => Outcome<z.infer<Methods[Name]['output']>>;
};

export const nothing = z.object({});
export const idSchema = z.object({ id: z.string().min(1).max(200) });
/** The id of a thing that a call may write about: what a fact can be of. */
export const newIdSchema = z.string().regex(/^[A-Za-z0-9._-]{1,120}$/);
/** Longer than any notice, shorter than any attack: WhatsApp itself stops at 65,536 characters. */
export const textSchema = z.string().max(65_536);
export const whySchema = z.string().max(2_000);
export const offsetSchema = z.int().nonnegative();
