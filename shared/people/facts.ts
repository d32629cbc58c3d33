import { z } from 'zod';
import { writerOf } from '../journal/vocabulary.ts';
import { absenceSchema, personSchema, phaseSchema } from './person.ts';

/** What can happen to people: entities `person/<id>`, `chain/<phase>`, `absence/<id>`. */
export const peopleFacts = {
  'person.set': personSchema,
  'person.removed': z.object({}),
  'chain.set': z.object({ phase: phaseSchema, people: z.array(z.string()) }),
  'absence.set': absenceSchema,
  'absence.removed': z.object({}),
} as const;

export const peopleFact = writerOf(peopleFacts);
