import { z } from 'zod';
import { calendarSchema } from '#shared/kernel/workdays.ts';
import { electionPeriodSchema } from './elections.ts';
import { lineSchema } from './line.ts';
import { routeSchema } from './routes.ts';
import { responsibleSchema, senderSchema } from './senders.ts';
import { settingFields } from './settings.ts';
import { supplySchema } from './supply.ts';

/** Labels of a web host or of a mail domain. */
const labelsSchema = z
  .string()
  .max(253)
  .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i);

/** What a profile says. A field added later has a default, so that a file written before it is still a profile. */
const fields = {
  /** Short name of the profile, as `rubano`. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  municipality: lineSchema,
  /** The shared mailbox the offices write to; null when not yet known. */
  mailbox: z.email().nullable(),
  /** Who sends the notices; the address is null when not yet known. */
  contractor: z.object({ name: z.string(), address: z.email().nullable() }),
  /** In copy of every alternative sending (P32); null when not yet known. */
  mayor: z.email().nullable(),
  /** Register path exactly as configured: segments may begin with a space and are never trimmed. */
  registerPath: z.string().max(1_000),
  serviceNumber: z.string().max(60),
  /** Institutional web hosts, exact labels. */
  hosts: z.array(labelsSchema).max(50),
  mailDomains: z.array(labelsSchema).max(50),
  /** Mailboxes of those who may ask (P13), with the office each writes for, who it is, and why he or she may. */
  senders: z.array(senderSchema).max(2_000),
  optInWord: lineSchema.nullable(),
  optOutWord: lineSchema.nullable(),
  acts: z.array(lineSchema).max(100),
  calendar: calendarSchema,
  /** Way of an approved notice when nobody chooses another (P31). */
  normalRoute: routeSchema,
  offices: z.array(lineSchema).max(500),
  /** Who is responsible for an office: to be written to and called. */
  responsibles: z.array(responsibleSchema).max(2_000).default([]),
  categories: z.array(lineSchema).max(100),
  /** How many notices in 7 and in 30 days are too many (P16). */
  pressure: z.object({ sevenDays: z.int().positive(), thirtyDays: z.int().positive() }),
  /** What the contract costs, part by part, and its CIG (P52); null when not yet known. */
  contract: supplySchema.nullable(),
  /** Election periods (P39), those that are over too: they say what was asked of a notice of then. */
  electionPeriods: z.array(electionPeriodSchema).max(60).default([]),
  ...settingFields,
};
export type ProfileField = keyof typeof fields;

/** The names of the fields, in the order in which the app shows them. */
export const PROFILE_FIELDS = Object.keys(fields) as readonly ProfileField[];

/** What each field holds. */
export const profileFieldSchemas: Readonly<Record<ProfileField, z.ZodType>> = fields;

export const isProfileField = (name: string): name is ProfileField => Object.hasOwn(fields, name);

/** Everything about one town hall that is not a person (P4): data, never code, exported and imported as a file. */
export const profileSchema = z.object({
  ...fields,
  /** Fields whose value the municipality has still to confirm; what this app does not know is left out. */
  toConfirm: z.array(z.string()).transform((names) => names.filter(isProfileField)),
});
export type Profile = z.infer<typeof profileSchema>;

/**
 * A profile as a file says it; what the file leaves out has the value one begins with, still to be confirmed. Fails as
 * the schema does.
 */
export function profileIn(content: object): z.ZodSafeParseResult<Profile> {
  const read = profileSchema.safeParse(content);
  if (!read.success) return read;
  const isOpen = (field: ProfileField) => read.data.toConfirm.includes(field) || !Object.hasOwn(content, field);
  return { ...read, data: { ...read.data, toConfirm: PROFILE_FIELDS.filter(isOpen) } };
}

/** A profile that comes with the app: what it does not say has the default of the schema. Throws when it is not one. */
export const builtInProfile = (
  profile: z.input<typeof profileSchema> & { readonly toConfirm: readonly ProfileField[] },
): Profile => profileSchema.parse(profile);
