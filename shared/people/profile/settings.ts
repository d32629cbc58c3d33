import { z } from 'zod';
import { lineSchema } from './line.ts';
import { mailAccountSchema } from './mailAccount.ts';
import { REASONS, reasonSchema } from './reasons.ts';

const minutesSchema = z.int().min(0).max(600);
const modelSchema = z.object({
  name: lineSchema,
  /** What stands in brackets is to be completed: `[zone]`. */
  text: z.string().max(4_000),
});
/** A text to start an emergency from (P34). */
export type EmergencyModel = z.infer<typeof modelSchema>;

const EMERGENCY_MODELS: readonly EmergencyModel[] = [
  {
    name: 'Allerta meteo',
    text: '*Allerta [colore] per [fenomeno]*\n\n[Da quando a quando] sono previsti [fenomeni] a [zone].\nResta in casa e non usare i sottopassi.',
  },
  {
    name: 'Scuole chiuse',
    text: '*Scuole chiuse [giorno e data]*\n\n[Giorno e data] tutte le scuole di [zone] restano chiuse per [motivo].',
  },
  {
    name: 'Strada chiusa',
    text: '*[Via] chiusa al traffico*\n\n[Via] è chiusa da [punto] a [punto] per [motivo].\nPassa da [percorso].',
  },
];

/** House choices, no rule of the procedure: within how many minutes of begin and end of service a look is in time. */
export const MAILBOX_WINDOWS = { beforeStart: 120, afterStart: 60, beforeEnd: 30, afterEnd: 30 } as const;

const siteSchema = z
  .url({ protocol: /^https?$/ })
  .max(1_000)
  .nullable()
  .default(null);

/** What the procedure leaves to the municipality, each with the value one begins with. */
export const settingFields = {
  /** Minutes without a key after which the app asks who sits there (P6). */
  pauseMinutes: z.int().min(1).max(600).default(30),
  /** Hours of service after which what was asked of the group and not confirmed is due (P31). */
  askedHours: z.int().min(1).max(100).default(4),
  /** How far from the begin and the end of service a look at the mailbox counts as in time (P20), in minutes. */
  mailboxChecks: z
    .object({
      beforeStart: minutesSchema,
      afterStart: minutesSchema,
      beforeEnd: minutesSchema,
      afterEnd: minutesSchema,
    })
    .default(MAILBOX_WINDOWS),
  /** Time for the report from the assignment of the invoice (P53). */
  reportDeadline: z
    .object({ days: z.int().min(1).max(120), counting: z.enum(['calendar', 'working']) })
    .default({ days: 10, counting: 'calendar' }),
  /** Nobody approves what he or she wrote (P30). */
  forbidOnePerson: z.boolean().default(false),
  /** What is copied for the group before the citizen's text (P31). */
  groupText: z.object({ day: z.boolean(), office: z.boolean() }).default({ day: true, office: true }),
  /** The reasons of a notice that are offered (P16). */
  reasons: z
    .array(reasonSchema)
    .min(1)
    .max(REASONS.length)
    .default([...REASONS]),
  emergencyModels: z
    .array(modelSchema)
    .max(50)
    .refine((models) => new Set(models.map(({ name }) => name)).size === models.length)
    .default([...EMERGENCY_MODELS]),
  /** What one tells a citizen who wants to subscribe. */
  subscribersText: z.string().trim().min(1).max(4_000).nullable().default(null),
  /** Where the Prontuario is published. */
  prontuario: siteSchema,
  /** Number of the first notice of the register, when it goes on after another one (P40). */
  firstNumber: z.int().min(1).max(999_999).nullable().default(null),
  /** Where the site of the municipality lists its news (P19). */
  newsFeed: siteSchema,
  /** How the mailbox of the offices is read and how letters leave; passwords stay at each desk (P10). */
  mailAccount: mailAccountSchema.default({ receiving: null, sending: null, access: null }),
};

/** The fields of the settings. */
export const SETTING_FIELDS = Object.keys(settingFields) as readonly (keyof typeof settingFields)[];
