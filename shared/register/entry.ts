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

/** The row that a set of facts tells, or `undefined` before it was recorded. */
export function foldEntry(id: string, facts: readonly Fact[]): Entry | undefined {
  // Another desk may answer before it knows of the row.
  let answered: Entry['election'];
  const folded = foldFacts<Entry | undefined>(facts, undefined, (entry, raw) => {
    const fact = readFact(registerFacts, raw);
    if (!fact) return entry;
    switch (fact.type) {
      case 'entry.recorded':
        return entry ?? { ...fact.body, id, year: null, number: null };
      case 'entry.numbered':
        // Two desks may record and number one sending before they know of each other: the first number stays.
        return entry && (entry.number === null ? { ...entry, ...fact.body } : entry);
      case 'entry.renumbered': {
        const { year, number, was, other } = fact.body;
        const deviation = `numero cambiato: il ${was} era stato dato anche a «${other}»`;
        return entry && { ...entry, year, number, deviations: [...entry.deviations, deviation] };
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
