import { headsOf } from '#shared/journal/concurrent.ts';
import type { Fact } from '#shared/journal/fact.ts';
import { type FactOf, readFact } from '#shared/journal/vocabulary.ts';
import { requestDataSchema, requestFacts } from './facts.ts';
import type { Conflict } from './request.ts';

type DataSet = Extract<FactOf<typeof requestFacts>, { type: 'request.dataSet' }>;

/** Data of one request set to different values by concurrent facts (G9), from its own facts. */
export function conflictsIn(facts: readonly Fact[]): readonly Conflict[] {
  const setIn = (raw: Fact): DataSet['body'] | undefined => {
    const fact = raw.type === 'request.dataSet' ? readFact(requestFacts, raw) : undefined;
    return fact?.type === 'request.dataSet' ? fact.body : undefined;
  };
  return requestDataSchema.keyof().options.flatMap((field) => {
    const heads = headsOf(
      facts,
      (fact) => field in (setIn(fact) ?? {}),
      (fact) => setIn(fact)?.settles ?? [],
    );
    const options = heads.map((fact) => ({
      value: setIn(fact)?.[field] ?? null,
      by: fact.actor,
      at: fact.at,
      fact: fact.h,
    }));
    return new Set(options.map(({ value }) => value)).size > 1 ? [{ field, options }] : [];
  });
}
