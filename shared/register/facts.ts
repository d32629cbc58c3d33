import { z } from 'zod';
import { writerOf } from '#shared/journal/vocabulary.ts';
import { daySchema } from '#shared/kernel/day.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { routeSchema } from '#shared/people/profile/routes.ts';
import { seriesSchema } from './series.ts';

/** One of the four texts of P24 and P40. */
const textSchema = z.object({ text: z.string(), hash: z.string(), by: z.string(), at: instantSchema });

/** What the head answered for a notice of an election period (P39). */
const electionAnswerSchema = z.object({
  impersonal: z.boolean(),
  essential: z.string(),
  by: z.string(),
  at: instantSchema,
  /** The operator who wrote it down (P38); null when the head answered in the app. */
  recordedBy: z.string().nullable(),
  way: z.enum(['app', 'telefono', 'e-mail']),
});

/** Everything the register keeps about a notice that was sent (P36, P40). */
export const entryBodySchema = z.object({
  title: z.string(),
  office: z.string().nullable(),
  category: z.string().nullable(),
  reason: z.string().nullable(),
  link: z.string().nullable(),
  route: routeSchema,
  /** The three dates of P14, with the moment of the real sending. */
  requestedDate: daySchema.nullable(),
  plannedFor: instantSchema,
  sentAt: instantSchema,
  receivedAt: instantSchema,
  forwardedAt: instantSchema.nullable(),
  recipients: z.int().nonnegative().nullable(),
  asked: z.string(),
  rewritten: textSchema,
  approved: textSchema.nullable(),
  sent: textSchema,
  /** How the head approved away from the app, and who wrote it down when (P38); nothing for a press of her own. */
  approval: z.exactOptional(
    z.object({
      way: z.enum(['telefono', 'e-mail']),
      recordedBy: z.string(),
      recordedAt: instantSchema.nullable(),
      note: z.string(),
    }),
  ),
  /** What went differently from the rule, in words (P40): checks overridden, one person alone, text altered. */
  deviations: z.array(z.string()),
  /** Sent in an emergency, with who authorised it (P34). */
  emergency: z.exactOptional(z.object({ authoriser: z.string(), why: z.string() })),
  /** It left in the election period that ends on `until` (P39); without answers they are still to be given. */
  election: z.exactOptional(z.object({ until: daySchema, answers: electionAnswerSchema.nullable() })),
  /** Its place in a series (P15). */
  series: z.exactOptional(seriesSchema),
  /** When the desk waited for others before forwarding it: these times do not count (P27). */
  waits: z.exactOptional(z.array(z.object({ from: instantSchema, to: instantSchema }))),
  /** Row of the wrong notice this one puts right (P37). */
  corrects: z.exactOptional(z.string()),
});
export type EntryBody = z.infer<typeof entryBodySchema>;

/** What can happen to a row of the register: entity `entry/<request>`. Rows are never deleted (P40). */
export const registerFacts = {
  'entry.recorded': entryBodySchema,
  'entry.numbered': z.object({ year: z.int(), number: z.int().positive() }),
  /** Two desks had given one number: this row leaves it to the other, and says so (P40). */
  'entry.renumbered': z.object({ year: z.int(), number: z.int().positive(), was: z.string(), other: z.string() }),
  /**
   * The recording (`fact`, by its hash) was taken back right after (P67): the row is not in the register until the notice is
   * recorded again; its number stays its own.
   */
  'entry.undone': z.object({ fact: z.string() }),
  /** The head answered afterwards for a notice that left in an election period (P39). */
  'entry.electionAnswered': electionAnswerSchema.extend({ until: daySchema }),
} as const;

export const registerFact = writerOf(registerFacts);
