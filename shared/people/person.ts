import { z } from 'zod';
import { daySchema } from '#shared/kernel/day.ts';
import { instantSchema } from '#shared/kernel/instant.ts';

/** Roles of P1. Contractor and mayor are addresses of the profile, not users of the app. */
export const ROLES = ['operatore', 'capo settore', 'contabilità', 'gruppo operativo'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** A person who uses the app or stands in a chain. */
export const personSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  address: z.email(),
  roles: z.array(roleSchema).min(1),
  /** Operating-system accounts that open the app as this person (P6). */
  accounts: z.array(z.string()),
});
export type Person = z.infer<typeof personSchema>;

/** The three ordered chains of P2, one for each phase. */
export const PHASES = ['intake', 'alternative', 'report'] as const;
export const phaseSchema = z.enum(PHASES);
export type Phase = z.infer<typeof phaseSchema>;

/** The order in which a phase calls people from a day on (P4). */
export const chainPlanSchema = z.object({
  phase: phaseSchema,
  from: daySchema,
  people: z.array(z.string()).max(50),
});
export type ChainPlan = z.infer<typeof chainPlanSchema>;

/** Who is called when nobody is there for a phase, and how (P3). */
export const escalationSchema = z.object({
  name: z.string().trim().min(1).max(200),
  /** A telephone number, an address, a room: as the municipality says it. */
  reach: z.string().trim().min(1).max(200),
});
export type Escalation = z.infer<typeof escalationSchema>;

/** Who was taken out of the group: kept with the last card, because the acts stay hers (P1). */
export const retiredPersonSchema = personSchema.extend({ retired: z.object({ by: z.string(), at: instantSchema }) });
export type RetiredPerson = z.infer<typeof retiredPersonSchema>;

/** The halves of a day of service. */
export const HALVES = ['morning', 'afternoon'] as const;
const halfSchema = z.enum(HALVES);
export type Half = z.infer<typeof halfSchema>;

/** Days on which a person is away, both included. Never a reason: it may be health data (P3). */
export const absenceSchema = z
  .object({
    id: z.string().min(1),
    person: z.string().min(1),
    from: daySchema,
    to: daySchema,
    /** Only this half of each day; the whole day when left out, as an older desk reads it. */
    part: z.exactOptional(halfSchema),
  })
  .refine(({ from, to }) => from <= to, 'L’ultimo giorno viene dopo il primo.');
export type Absence = z.infer<typeof absenceSchema>;
