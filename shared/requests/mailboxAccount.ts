import { z } from 'zod';
import { daySchema } from '#shared/kernel/day.ts';
import { problemSchema } from '#shared/kernel/problem.ts';
import { mailAccessSchema } from '#shared/people/profile/mailAccess.ts';
import { receivingSchema } from '#shared/people/profile/mailAccount.ts';
import { trialStepSchema } from './mailboxTrial.ts';

/** So far back a mailbox is read that a desk connects for the first time, unless a person says otherwise: in days. */
export const USUAL_PAST = 30;

/** How the mailbox on a server stands on this desk, as its page shows it. */
export const mailboxAccountSchema = z.object({
  /** The account of the town; null when nobody wrote it. */
  receiving: receivingSchema.nullable(),
  /** Whether this desk reads it. */
  connected: z.boolean(),
  /** Whether a password for this very account lies on this desk. */
  hasPassword: z.boolean(),
  /** From which day on this desk reads it. */
  since: daySchema,
  /** The last trial since the app began, with who made it; null when there was none. */
  trial: z.object({ steps: z.array(trialStepSchema), by: z.string().nullable() }).nullable(),
  /** Why who sits here may not change the account of the town; null when he or she may. */
  readOnly: problemSchema.nullable(),
  /** Nothing leaves this computer: an invented town. */
  offline: z.boolean(),
});
export type MailboxAccountView = z.infer<typeof mailboxAccountSchema>;

/** What a person typed: null keeps the password that lies here. */
export const mailboxWantedSchema = z.object({
  receiving: receivingSchema,
  password: z.string().min(1).max(1_000).nullable(),
  /** How the access was asked for that opens it in place of a password. */
  access: mailAccessSchema.nullable(),
  since: daySchema,
});
export type MailboxWanted = z.infer<typeof mailboxWantedSchema>;

/** What came of connecting: every step, and whether the desk reads the mailbox now. */
export const connectingSchema = z.object({ steps: z.array(trialStepSchema), connected: z.boolean() });
export type Connecting = z.infer<typeof connectingSchema>;
