import { z } from 'zod';
import { type Contract, idSchema, newIdSchema, nothing } from '#shared/kernel/contract.ts';
import { daySchema } from '#shared/kernel/day.ts';
import { bindingSchema } from './bindings.ts';
import { peopleConflictSchema } from './conflicts.ts';
import { notesContract } from './notes/contract.ts';
import {
  absenceSchema,
  chainPlanSchema,
  escalationSchema,
  personSchema,
  phaseSchema,
  retiredPersonSchema,
} from './person.ts';
import { MOST_PIN_LENGTH } from './pin.ts';
import { profileContract } from './profile/contract.ts';
import { roleChangeSchema } from './roleChanges.ts';
import { sessionSchema } from './session.ts';

const pinTextSchema = z.string().max(MOST_PIN_LENGTH);

/** Calls about the people of the town hall: who they are, who is away, who is in turn (P1–P3, P6). */
export const peopleContract = {
  ...profileContract,
  ...notesContract,
  /** Holds the moment too: the screens ask again as time passes. */
  'people.session': { reads: ['people'], input: nothing, output: sessionSchema },
  'people.setPerson': {
    input: personSchema.omit({ id: true }).extend({ id: newIdSchema.nullable() }),
    output: idSchema,
  },
  /** Takes a person out of the group: never deleted, the acts stay, and she can come back (P1). */
  'people.retire': { input: idSchema, output: nothing },
  'people.comeBack': { input: idSchema, output: nothing },
  /** Who became head or ceased to be, or decides from elsewhere now: told to every desk for a week (P1). */
  'people.roleNews': { reads: ['people'], input: nothing, output: z.array(roleChangeSchema) },
  'people.seeRoleChange': { input: z.object({ fact: z.string().max(64) }), output: nothing },
  /** From which desks and accounts a person decides; empty lists bind her to nothing. */
  'people.bind': { input: bindingSchema, output: nothing },
  /** What a person typed as her PIN: remembered for ten minutes when it is right, kept nowhere. */
  'people.enterPin': { input: z.object({ person: z.string().max(200), pin: pinTextSchema }), output: nothing },
  /** The head who sits here chooses her PIN; `current` is the one she has, empty where she has none. */
  'people.setPin': { input: z.object({ pin: pinTextSchema, current: pinTextSchema }), output: nothing },
  /** Her own with the PIN itself, that of another head without. */
  'people.removePin': { input: z.object({ person: z.string().max(200), current: pinTextSchema }), output: nothing },
  /** A pause, or somebody else may have come: a PIN typed before counts no more. */
  'people.forgetPin': { input: nothing, output: nothing },
  /** With `opens` the account of this computer opens the app as that person from now on, unless it is somebody's already. */
  'people.actAs': { input: idSchema.extend({ opens: z.exactOptional(z.boolean()) }), output: nothing },
  'people.roster': {
    reads: ['people'],
    input: nothing,
    output: z.object({
      people: z.array(personSchema),
      retired: z.array(retiredPersonSchema),
      chains: z.record(phaseSchema, z.array(z.string())),
      /** The orders that hold from a day to come (P4). */
      plans: z.array(chainPlanSchema),
      absences: z.array(absenceSchema),
      escalation: escalationSchema.nullable(),
      /** From where who is bound decides. */
      bindings: z.array(bindingSchema),
      /** Who has a PIN. */
      pins: z.array(z.string()),
      /** Working days of the next eight weeks on which a phase has nobody (P3). */
      uncovered: z.array(z.object({ day: daySchema, phase: phaseSchema, words: z.string() })),
      /** Conflicts of concurrent edits, to be resolved by a person. */
      conflicts: z.array(peopleConflictSchema),
    }),
  },
  /** Resolves the conflict of an entity for one of its facts. */
  'people.settle': { input: z.object({ what: z.string().max(200), fact: z.string().max(64) }), output: nothing },
  'people.setAbsence': {
    input: z.object({ ...absenceSchema.shape, id: newIdSchema.nullable() }),
    output: idSchema,
  },
  'people.removeAbsence': { input: idSchema, output: nothing },
  'people.setEscalation': { input: escalationSchema, output: nothing },
  /** The order in which a phase calls people, from a day to come (P4). */
  'people.planChain': { input: chainPlanSchema, output: nothing },
  'people.removePlan': { input: chainPlanSchema.pick({ phase: true, from: true }), output: nothing },
  'people.setChain': { input: z.object({ phase: phaseSchema, people: z.array(z.string()).max(50) }), output: nothing },
} as const satisfies Contract;
