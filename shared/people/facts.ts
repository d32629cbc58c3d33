import { z } from 'zod';
import { writerOf } from '../journal/vocabulary.ts';
import { absenceSchema, escalationSchema, personSchema, phaseSchema } from './person.ts';

/** The facts, by hash, that said different things apart and between which this one decides. */
const settling = { settles: z.exactOptional(z.array(z.string())) };

/** What can happen to people: entities `person/<id>`, `chain/<phase>`, `absence/<id>`, `escalation/town`. */
export const peopleFacts = {
  'person.set': personSchema.extend(settling),
  'person.removed': z.object(settling),
  'chain.set': z.object({ phase: phaseSchema, people: z.array(z.string()), ...settling }),
  'absence.set': absenceSchema.safeExtend(settling),
  'absence.removed': z.object(settling),
  'escalation.set': escalationSchema.extend(settling),
} as const;

export const peopleFact = writerOf(peopleFacts);
