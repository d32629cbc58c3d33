import { z } from 'zod';
import { type Instant, instantSchema, millisecondsBetween } from '#shared/kernel/instant.ts';
import { problemSchema } from '#shared/kernel/problem.ts';

/** How the data kept on this computer are: what is damaged, the copies, whether they come from one (P41, P66). */
export const healthSchema = z.object({
  /** Why nothing is sent or shared: a part of the data cannot be read; null while nothing of that kind is known. */
  damage: problemSchema.nullable(),
  /** Facts that are not what was written and rows that cannot be read: they stop nothing, and are named. */
  damaged: z.array(
    z.object({
      what: z.enum(['fact', 'row']),
      /** Kind of entity, as `request`; empty when even that cannot be read. */
      kind: z.string(),
      /** When it was written, as far as it can be read. */
      at: z.string().nullable(),
    }),
  ),
  copies: z.object({
    /** When the newest one was made and checked. */
    newest: instantSchema.nullable(),
    /** Since when this desk makes copies. */
    since: instantSchema.nullable(),
    isLate: z.boolean(),
    /** Why the last attempt made none. */
    problem: problemSchema.nullable(),
  }),
  /** The copy the data were restored from, while nobody said that sendings may go on. */
  restored: z.object({ from: instantSchema, at: instantSchema }).nullable(),
});
export type HealthView = z.infer<typeof healthSchema>;

/** Kept with data that were restored: from which copy, and when. */
export const restoredSchema = z.object({ from: instantSchema, at: instantSchema });
export type Restored = z.infer<typeof restoredSchema>;
/** Name of the small value it is kept under. */
export const RESTORED = 'restored';

const DAY_MILLISECONDS = 24 * 3_600_000;
/** From then on somebody is asked to look why there is no newer copy. */
const LATE_COPY_MILLISECONDS = 3 * DAY_MILLISECONDS;

/** Whether the newest good copy, or else the day copies began, is longer ago than three days. */
export function isCopyLate(newest: Instant | null, since: Instant | null, now: Instant): boolean {
  const last = newest ?? since;
  return last !== null && millisecondsBetween(last, now) > LATE_COPY_MILLISECONDS;
}
