import { z } from 'zod';
import { daySchema } from '#shared/kernel/day.ts';

/** A notice to look for, or one that was sent or waits in the queue (P21). */
export const comparableNoticeSchema = z.object({
  id: z.string(),
  text: z.string(),
  /** The day it was sent or is planned; of a new one, the day it came in. */
  date: daySchema,
  /** The news item it links to. */
  link: z.string().nullable().default(null),
});
export type ComparableNotice = Readonly<z.infer<typeof comparableNoticeSchema>>;
