import { z } from 'zod';
import { addMilliseconds, type Instant, instantSchema } from '#shared/kernel/instant.ts';
import { type Problem, problemSchema } from '#shared/kernel/problem.ts';

/** Problems that lie in the e-mail itself: reading it again would find the same. Any other one may be over next time. */
const FOR_GOOD = ['mail-unreadable', 'mail-empty', 'mail-too-large', 'mail-not-a-file'];

/** Whether an e-mail cannot be read for good: only what its reader says of its bytes, never a bad moment (P10). */
export const isForGood = ({ code }: Pick<Problem, 'code'>): boolean => FOR_GOOD.includes(code);

const MINUTE = 60_000;
/** So many minutes after its first, second, third… failure an e-mail is tried again; then always after the last. */
const WAITS = [0, 0, 1, 5, 15, 60] as const;
/** The first reading is given so long; the next ones more and more, up to the longest. In milliseconds. */
const PATIENCE = { first: 10_000, longest: 60_000 };

/** From when the next look tries an e-mail again that failed `tries` times, the last time at `at`. */
export function nextTry(tries: number, at: Instant): Instant {
  return addMilliseconds(at, (WAITS[Math.max(tries, 1) - 1] ?? WAITS.at(-1) ?? 0) * MINUTE);
}

/** How long the reading of an e-mail may take that failed `tries` times, in milliseconds. */
export const patienceAfter = (tries: number): number => Math.min(PATIENCE.first * 2 ** tries, PATIENCE.longest);

/** An e-mail this desk could not read, as the list shows it. */
export const unreadMailSchema = z.object({
  id: z.int(),
  /** Name of its file. */
  name: z.string(),
  /** Null when it never came so far that they are known. */
  subject: z.string().nullable(),
  from: z.string().nullable(),
  /** The first time it could not be read, and the last. */
  since: instantSchema,
  triedAt: instantSchema,
  /** How often it was tried. */
  tries: z.int().nonnegative(),
  problem: problemSchema,
  /** Reading it again would find the same. */
  forGood: z.boolean(),
  /** Its bytes are kept on this computer and can be saved. */
  hasOriginal: z.boolean(),
  /** When somebody said that it is not needed, and who, by name; null while it waits. */
  away: z.object({ at: instantSchema, by: z.string().nullable() }).nullable(),
});
export type UnreadMail = z.infer<typeof unreadMailSchema>;

/** So many e-mails of each kind are shown at most. */
export const MAX_UNREAD_SHOWN = 200;

/** The e-mails this desk could not read: those that wait, oldest first; those put away, the last ones first. */
export const unreadMailsSchema = z.object({
  waiting: z.array(unreadMailSchema),
  /** How many wait, also those not shown. */
  total: z.int().nonnegative(),
  away: z.array(unreadMailSchema),
});
export type UnreadMails = z.infer<typeof unreadMailsSchema>;
