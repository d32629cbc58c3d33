import { z } from 'zod';
import { daySchema } from '#shared/kernel/day.ts';
import { instantSchema } from '#shared/kernel/instant.ts';

/** A notice of the register as the report counts, compares and shows it: one per notice really sent (P40, P50, P51). */
export const registerRowSchema = z.object({
  /** As written in the register: `2026/0042`. */
  number: z.string(),
  /** Day and time of the real sending, on the clocks of Europe/Rome. */
  day: daySchema,
  time: z.string().nullable(),
  title: z.string(),
  office: z.string().nullable(),
  category: z.string().nullable(),
  /** How it reached the citizens, in words: `gruppo operativo`. */
  route: z.string().nullable(),
  /** Null where no approval exists: the alternative way (P32). */
  approvedText: z.string().nullable(),
  /** The text really sent. */
  text: z.string(),
  link: z.string().nullable(),
  recipients: z.int().nullable(),
  /** Less notice than the rule wants (P14): intake was due on the same day. */
  urgent: z.boolean(),
  receivedAt: instantSchema.nullable(),
  forwardedAt: instantSchema.nullable(),
  approvedAt: instantSchema.nullable(),
  /** Who approved away from the app, how, and who wrote it down, in words (P38). */
  approvedElsewhere: z.exactOptional(z.string()),
  /** When the desk waited for someone else: these times do not count (P27). */
  /** It left in an election period (P39): until when, and the head's answers in words; null while they are missing. */
  election: z.exactOptional(
    z.object({
      until: daySchema,
      impersonal: z.boolean().nullable(),
      essential: z.string().nullable(),
      by: z.string().nullable(),
    }),
  ),
  waits: z.array(z.object({ from: instantSchema, to: instantSchema })),
});
export type RegisterRow = z.infer<typeof registerRowSchema>;
