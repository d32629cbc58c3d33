import type { z } from 'zod';
import type { Json } from './canonical.ts';
import type { Fact, NewFact } from './fact.ts';

/** The facts a word may write: type → schema of the body. */
export type Vocabulary = Readonly<Record<string, z.ZodType<Json>>>;

/** Body of one type of a vocabulary. */
export type BodyOf<Words extends Vocabulary, Type extends keyof Words> = z.infer<Words[Type]>;

/** A fact of a vocabulary, its body typed by its type: what a fold switches over. */
export type FactOf<Words extends Vocabulary> = {
  [Type in keyof Words & string]: Omit<Fact, 'type' | 'body'> & {
    readonly type: Type;
    readonly body: BodyOf<Words, Type>;
  };
}[keyof Words & string];

/** Writes new facts of one vocabulary, typed. */
export function writerOf<Words extends Vocabulary>(_words: Words) {
  return <Type extends keyof Words & string>(type: Type, ent: string, body: BodyOf<Words, Type>): NewFact => ({
    type,
    ent,
    body,
  });
}

/** The fact with its body parsed, or `undefined` when it is of another word, of a newer app, or damaged: kept, not folded. */
export function readFact<Words extends Vocabulary>(words: Words, fact: Fact): FactOf<Words> | undefined {
  const schema = Object.hasOwn(words, fact.type) ? words[fact.type] : undefined;
  const body = schema?.safeParse(fact.body);
  return body?.success ? ({ ...fact, body: body.data } as FactOf<Words>) : undefined;
}
