import { z } from 'zod';
import type { Fact } from '#shared/journal/fact.ts';
import { foldFacts } from '#shared/journal/order.ts';
import { readFact } from '#shared/journal/vocabulary.ts';
import { assertNever } from '#shared/kernel/never.ts';
import { entryBodySchema, registerFacts } from './facts.ts';

/** A row of the register; its number is null while it is provisional. */
export const entrySchema = entryBodySchema.extend({
  id: z.string(),
  year: z.int().nullable(),
  number: z.int().nullable(),
});
export type Entry = z.infer<typeof entrySchema>;

/** `2026/0042` (P40), or `provv.` while the row has no number. */
export function entryNumber({ year, number }: Pick<Entry, 'year' | 'number'>): string {
  return year === null || number === null ? 'provv.' : `${year}/${String(number).padStart(4, '0')}`;
}

/** The facts that took back a recording right after, and so the recordings that do not count (P67). */
function undoneIn(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((raw) => {
    const fact = raw.type === 'entry.undone' ? readFact(registerFacts, raw) : undefined;
    return fact?.type === 'entry.undone' ? [fact.body.fact] : [];
  });
}

/** Every number that was ever given to a row, also to one that was taken back: none is given again (P40). */
export function numbersGiven(facts: readonly Fact[]): readonly { readonly year: number; readonly number: number }[] {
  return facts.flatMap((raw) => {
    const fact = readFact(registerFacts, raw);
    if (fact?.type !== 'entry.numbered' && fact?.type !== 'entry.renumbered') return [];
    const { year, number } = fact.body;
    return [{ year, number }];
  });
}

/** The row that a set of facts tells, or `undefined` before it was recorded and while that is taken back. */
export function foldEntry(id: string, facts: readonly Fact[]): Entry | undefined {
  const undone = undoneIn(facts);
  // Another desk may answer before it knows of the row.
  let answered: Entry['election'];
  /** Its number, which it keeps when it is recorded anew. */
  let given: Pick<Entry, 'year' | 'number'> = { year: null, number: null };
  const folded = foldFacts<Entry | undefined>(facts, undefined, (entry, raw) => {
    const fact = readFact(registerFacts, raw);
    if (!fact) return entry;
    switch (fact.type) {
      case 'entry.recorded':
        return entry ?? (undone.includes(raw.h) ? undefined : { ...fact.body, id, ...given });
      case 'entry.undone':
        return entry;
      case 'entry.numbered':
        // Two desks may record and number one sending before they know of each other: the first number stays.
        if (given.number === null) given = fact.body;
        return entry && { ...entry, ...given };
      case 'entry.renumbered': {
        const { year, number, was, other } = fact.body;
        const deviation = `numero cambiato: il ${was} era stato dato anche a «${other}»`;
        given = { year, number };
        return entry && { ...entry, ...given, deviations: [...entry.deviations, deviation] };
      }
      case 'entry.electionAnswered': {
        const { until, ...answers } = fact.body;
        answered = { until, answers };
        return entry;
      }
      default:
        return assertNever(fact, 'fatto del registro');
    }
  });
  return folded && answered && !folded.election?.answers ? { ...folded, election: answered } : folded;
}
