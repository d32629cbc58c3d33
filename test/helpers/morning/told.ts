import type { NewFact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';

/** A fact with its author, its moment, and the desk that tells it when it is another one (`desk2`). */
export interface Told {
  readonly fact: NewFact;
  readonly actor: string;
  readonly at: Instant;
  readonly dev?: string;
}

/** What a person did at a moment. */
export const told = (at: Instant, actor: string, ...facts: readonly NewFact[]): readonly Told[] =>
  facts.map((fact) => ({ fact, actor, at }));
