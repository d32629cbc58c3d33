import { z } from 'zod';
import { daySchema } from '#shared/kernel/day.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { problemSchema } from '#shared/kernel/problem.ts';
import { unreadAnswerSchema } from '#shared/requests/request.ts';
import { jobSchema } from './job.ts';

/** A sending as the queue shows it. */
export const jobRowSchema = jobSchema.extend({
  queuedByName: z.string(),
  /** Name of the desk that delivers or delivered it. */
  deskName: z.string().nullable(),
  /** Another desk began it and has not said how it went: a person may take it over. */
  isElsewhere: z.boolean(),
  /** Answers to its request that nobody has read and that count against it, whatever its state (P18). */
  unread: z.array(unreadAnswerSchema),
  /** One of them holds it: it does not leave. */
  isHeldByAnswer: z.boolean(),
  /** It leaves as an emergency (P34). */
  isEmergency: z.boolean(),
  /** Its text was withdrawn or given back to who writes it: it cannot be put back into the queue (P24). */
  isTextGone: z.boolean(),
  /** Its text is not the one that was approved, under the hash of the approved one: it must not leave (P24). */
  isAltered: z.boolean(),
  /**
   * Who approved it in the app, and on which desk, by name where the desk has one; null when it was not approved so, or
   * when it is over.
   */
  approvedOn: z.object({ by: z.string(), desk: z.string().nullable() }).nullable(),
  /** The head whose approval came from a desk not bound to her and waits to be confirmed; null when in order. */
  unbound: z.string().nullable(),
  /** What such an approval lacks is the proof of her PIN. */
  lacksPin: z.boolean(),
  /** Who approved it without being head of sector («fuori ruolo»); null when in order, or when it is over. */
  outOfRole: z.string().nullable(),
  /** Why its delivery did not succeed so far, when it was tried. */
  obstacle: problemSchema.nullable(),
});
export type JobRow = z.infer<typeof jobRowSchema>;

/** A notice whose two answers the head owes in an election period (P39). */
export const openElectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  office: z.string().nullable(),
  plannedFor: instantSchema,
  /** Last day of the period. */
  until: daySchema,
  /** `before`: it does not leave without them; `after`: it leaves or has left, and they are given afterwards. */
  when: z.enum(['before', 'after']),
  isEmergency: z.boolean(),
  queuedByName: z.string(),
});
export type OpenElection = z.infer<typeof openElectionSchema>;
