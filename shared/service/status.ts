import { z } from 'zod';
import { daySchema } from '../kernel/day.ts';
import { instantSchema } from '../kernel/instant.ts';
import { problemSchema } from '../kernel/problem.ts';
import { escalationSchema, personSchema, phaseSchema } from '../people/person.ts';
import { profileSchema } from '../people/profile.ts';
import { stoppedSchema } from '../queue/stop.ts';
import { dayChecksSchema, mailboxReminderSchema } from '../requests/mailboxChecks.ts';
import { shareViewSchema } from './share.ts';

const nameSchema = z.string().nullable();

/** What the frame of every screen shows: who, where, what waits, and whether everything is safe. */
export const statusSchema = z.object({
  now: instantSchema,
  today: daySchema,
  /** The municipality's data the screens need. */
  profile: profileSchema,
  /** True in the invented town: own data, nothing leaves (P64). */
  training: z.boolean(),
  /** Who sits at the desk (P6); null until somebody says. */
  person: personSchema.nullable(),
  people: z.array(personSchema),
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
  counts: z.object({
    requests: z.int(),
    approvals: z.int(),
    queued: z.int(),
    uncertain: z.int(),
  }),
  /** Who stopped all sendings, by name, when and why (P33); null while they leave. */
  stopped: stoppedSchema.nullable(),
  mailbox: z.object({
    /** The last good look of this desk, and what went wrong since. */
    checkedAt: instantSchema.nullable(),
    problem: problemSchema.nullable(),
    /** The two looks of the last three working days since the first look ever, oldest first (P20). */
    checks: z.array(dayChecksSchema),
    /** The look that is due now: a thing to do. */
    reminder: mailboxReminderSchema.nullable(),
    /** E-mails and requests that the looks of today brought. */
    today: z.object({ read: z.int(), added: z.int() }),
  }),
  /** The shared register and the other desks (P41). */
  share: shareViewSchema,
  folders: z.object({ mails: z.string(), deliveries: z.string(), reports: z.string(), outgoing: z.string() }),
});
export type Status = z.infer<typeof statusSchema>;
