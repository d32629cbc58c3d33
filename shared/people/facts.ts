import { z } from 'zod';
import { writerOf } from '../journal/vocabulary.ts';
import { absenceSchema, escalationSchema, personSchema, phaseSchema } from './person.ts';

/** What can happen to people: entities `person/<id>`, `chain/<phase>`, `absence/<id>`, `escalation/town`. */
export const peopleFacts = {
  'person.set': personSchema,
  'person.removed': z.object({}),
  'chain.set': z.object({ phase: phaseSchema, people: z.array(z.string()) }),
  'absence.set': absenceSchema,
  'absence.removed': z.object({}),
  'escalation.set': escalationSchema,
} as const;

export const peopleFact = writerOf(peopleFacts);
