import { type Fact, factSchema, hashOf } from '#shared/journal/fact.ts';
import { sha256 } from './journal.ts';

/** The body is what the database gave: only the envelope has to be looked at. */
const envelopeSchema = factSchema.omit({ body: true });

/** Whether a fact is still what was written: its hash is that of everything it says. */
export function isWhole(fact: Fact): boolean {
  try {
    return hashOf(fact, sha256) === fact.h && envelopeSchema.safeParse(fact).success;
  } catch {
    // Nested deeper than any program can follow, or a column of another kind than was written.
    return false;
  }
}
