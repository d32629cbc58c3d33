import { z } from 'zod';
import { writerOf } from '#shared/journal/vocabulary.ts';
import { absenceSchema, chainPlanSchema, escalationSchema, personSchema, phaseSchema } from './person.ts';

/** Where in each chain a person stood. */
const placesSchema = z.array(z.object({ phase: phaseSchema, place: z.int().nonnegative() }));

/** The facts in conflict, by hash, between which this one decides. */
const resolvedConflicts = { settles: z.exactOptional(z.array(z.string())) };

/** What can happen to people: entities `person/<id>`, `chain/<phase>`, `plan/<phase>-<from>`, `absence/<id>`, `escalation/town`. */
export const peopleFacts = {
  'person.set': personSchema.extend(resolvedConflicts),
  /** Taken out of the group: the card and the acts stay. It says where she stood, so that she can come back there. */
  'person.removed': z.object({ places: z.exactOptional(placesSchema), ...resolvedConflicts }),
  'chain.set': z.object({ phase: phaseSchema, people: z.array(z.string()), ...resolvedConflicts }),
  /** The order from a day to come (P4): entity `plan/<phase>-<from>`. */
  'chain.planned': chainPlanSchema.extend(resolvedConflicts),
  'chain.planRemoved': z.object(resolvedConflicts),
  'absence.set': absenceSchema.safeExtend(resolvedConflicts),
  'absence.removed': z.object(resolvedConflicts),
  'escalation.set': escalationSchema.extend(resolvedConflicts),
} as const;

export const peopleFact = writerOf(peopleFacts);
