import { z } from 'zod';
import { daySchema } from '#shared/kernel/day.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { escalationSchema, personSchema, phaseSchema, retiredPersonSchema } from './person.ts';
import { profileSchema } from './profile/profile.ts';

const nameSchema = z.string().nullable();

/** The session every screen reads: the moment, the person at the desk, the municipality, whose turn it is. */
export const sessionSchema = z.object({
  now: instantSchema,
  today: daySchema,
  /** Who sits at the desk (P6); null until somebody says. */
  person: personSchema.nullable(),
  /** The account of the operating system the program runs under. */
  account: z.string(),
  people: z.array(personSchema),
  /** Who was taken out of the group: only for the names of what they did. */
  retired: z.array(retiredPersonSchema),
  /** The municipality's data the screens need (P4). */
  profile: profileSchema,
  /** True in the invented town: own data, nothing leaves (P64). */
  training: z.boolean(),
  /** "Oggi tocca a…" of each phase (P3); null = nobody is there. */
  duty: z.object({
    intake: nameSchema,
    alternative: nameSchema,
    report: nameSchema,
    head: nameSchema,
    /** Whether the head is there today: else the alternative way is the normal one (P32). */
    headPresent: z.boolean(),
    /** What nobody can do today. */
    uncovered: z.array(phaseSchema),
  }),
  /** Who is called when nobody is there (P3); null until the municipality says. */
  escalation: escalationSchema.nullable(),
});
export type Session = z.infer<typeof sessionSchema>;
