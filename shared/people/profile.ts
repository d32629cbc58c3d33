import { z } from 'zod';
import { calendarSchema } from '../kernel/workdays.ts';
import { routeSchema } from './routes.ts';

/** Everything about one town hall that is not a person (P4): data, never code, exported and imported as a file. */
export const profileSchema = z.object({
  /** Short name of the profile, as `rubano`. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  municipality: z.string().min(1),
  /** The shared mailbox the offices write to. */
  mailbox: z.email(),
  contractor: z.object({ name: z.string(), address: z.email() }),
  /** In copy of every alternative sending (P32); null when not yet known. */
  mayor: z.email().nullable(),
  /** Register path exactly as configured: segments may begin with a space and are never trimmed. */
  registerPath: z.string(),
  serviceNumber: z.string(),
  /** Institutional web hosts, exact labels. */
  hosts: z.array(z.string()),
  mailDomains: z.array(z.string()),
  /** Mailboxes of those who may ask (P13), with the office each writes for. */
  senders: z.array(z.object({ address: z.email(), office: z.string().nullable() })),
  optInWord: z.string().nullable(),
  optOutWord: z.string().nullable(),
  acts: z.array(z.string()),
  calendar: calendarSchema,
  /** Way of an approved notice when nobody chooses another (P31). */
  normalRoute: routeSchema,
  offices: z.array(z.string()),
  categories: z.array(z.string()),
  /** How many notices in 7 and in 30 days are too many (P16). */
  pressure: z.object({ sevenDays: z.int().positive(), thirtyDays: z.int().positive() }),
  /** Price of one message without VAT, as a decimal (`18.00`), and CIG of the contract (P52); null when not yet known. */
  contract: z.object({ unitPrice: z.string().regex(/^\d{1,6}(\.\d{1,8})?$/), cig: z.string().nullable() }).nullable(),
  /** Fields whose value the municipality has still to confirm, by name. */
  toConfirm: z.array(z.string()),
});
export type Profile = z.infer<typeof profileSchema>;
