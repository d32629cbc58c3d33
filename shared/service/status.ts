import { z } from 'zod';
import { instantSchema } from '#shared/kernel/instant.ts';
import { problemSchema } from '#shared/kernel/problem.ts';
import { stoppedSchema } from '#shared/queue/stop.ts';
import { dayChecksSchema, mailboxReminderSchema } from '#shared/requests/mailboxChecks.ts';
import { MAILBOX_SOURCES } from '#shared/requests/mailboxSign.ts';

/** How the work of the desk stands: what waits, whether sendings leave, the mailbox, the folders. */
export const statusSchema = z.object({
  counts: z.object({
    requests: z.int(),
    approvals: z.int(),
    queued: z.int(),
    uncertain: z.int(),
    /** Emergencies that were accepted and do not leave (P34). */
    alarms: z.int(),
    /** E-mails that lie ready and a person has still to send (P66). */
    toPost: z.int(),
  }),
  /** Who stopped all sendings, by name, when and why (P33); null while they leave. */
  stopped: stoppedSchema.nullable(),
  mailbox: z.object({
    /** Where this desk reads e-mails: `none` until a person chose. */
    source: z.enum(MAILBOX_SOURCES),
    /** The last good look of this desk, what went wrong since, and since when. */
    checkedAt: instantSchema.nullable(),
    problem: problemSchema.nullable(),
    failingSince: instantSchema.nullable(),
    /** The two looks of the last three working days since the first look ever, oldest first (P20). */
    checks: z.array(dayChecksSchema),
    /** The look that is due now: a thing to do. */
    reminder: mailboxReminderSchema.nullable(),
    /** E-mails and requests that the looks of today brought. */
    today: z.object({ read: z.int(), added: z.int() }),
    /** E-mails this desk could not read, that wait for a person or for a better moment; the oldest since when. */
    unread: z.object({ count: z.int().nonnegative(), since: instantSchema.nullable() }),
  }),
  /** How letters leave this desk: since when by themselves, when the server last took one, what is in the way since when. */
  sending: z.object({
    since: instantSchema.nullable(),
    takenAt: instantSchema.nullable(),
    problem: problemSchema.nullable(),
    failingSince: instantSchema.nullable(),
  }),
  folders: z.object({ mails: z.string(), deliveries: z.string(), reports: z.string(), outgoing: z.string() }),
});
export type Status = z.infer<typeof statusSchema>;
