import { z } from 'zod';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Job } from './job.ts';

/** What a program of the contractor finds in the spool folder (P33): one JSON and one TXT per notice. */
export const deliverySchema = z.object({
  format: z.literal(1),
  id: z.string(),
  text: z.string(),
  /** SHA-256 of the approved text in its normal form. */
  hash: z.string(),
  plannedFor: z.string(),
  link: z.string().nullable(),
  office: z.string().nullable(),
  category: z.string().nullable(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/**
 * The name both files share: planned day and time, the round from the second on, then the id. No two deliveries have
 * the same: where the name stands, this delivery was made. Ids hold only what every file system takes.
 */
export function deliveryName({ id, plannedFor, rounds }: Job): string {
  const { day, time } = romeOf(plannedFor);
  return `${day}_${time.replace(':', '')}${rounds > 1 ? `-${rounds}` : ''}_${id}`;
}

/** The delivery of a job, as data. */
export function deliveryOf({ id, notice, plannedFor }: Job): Delivery {
  const { text, hash, link, office, category } = notice;
  return { format: 1, id, text, hash, plannedFor, link, office, category };
}
