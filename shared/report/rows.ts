import { z } from 'zod';
import { daySchema, timeSchema } from '#shared/kernel/day.ts';
import { instantSchema } from '#shared/kernel/instant.ts';

/** A notice of the register as the report needs it: one per notice really sent (P40, P50). */
export const registerRowSchema = z.object({
  /** As written in the register: `2026/0042`. */
  number: z.string().min(1),
  /** Day and time of the real sending, on the clocks of Europe/Rome. */
  day: daySchema,
  time: timeSchema.nullable(),
  title: z.string(),
  office: z.string().nullable(),
  category: z.string().nullable(),
  /** How it reached the citizens, in words: `gruppo operativo`. */
  route: z.string().nullable(),
  /** Null where no approval exists: the alternative way (P32). */
  approvedText: z.string().nullable(),
  sentText: z.string(),
  link: z.string().nullable(),
  recipients: z.int().nonnegative().nullable(),
  /** Less notice than the rule wants (P14): intake was due on the same day. */
  urgent: z.boolean(),
  receivedAt: instantSchema.nullable(),
  forwardedAt: instantSchema.nullable(),
  approvedAt: instantSchema.nullable(),
  /** When the desk waited for someone else: these times do not count (P27). */
  waits: z.array(z.object({ from: instantSchema, to: instantSchema })),
});
export type RegisterRow = z.infer<typeof registerRowSchema>;
