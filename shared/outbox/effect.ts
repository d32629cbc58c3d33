import { z } from 'zod';
import { addMilliseconds, type Instant, instantSchema } from '#shared/kernel/instant.ts';

/** Something to be done outside the database (an e-mail, a file), kept with the facts that ask for it. */
export const effectSchema = z.object({
  id: z.string().min(1),
  /** Name of the program that carries it out, as `queue.deliver`. */
  kind: z.string().regex(/^[a-z]+\.[a-zA-Z]+$/),
  payload: z.json(),
  /** Not carried out before this moment. */
  notBefore: instantSchema,
});
export type Effect = z.infer<typeof effectSchema>;

/** How long an act with an effect can be taken back (L1: undo instead of "are you sure?"). */
const UNDO_MILLISECONDS = 10_000;

/** The earliest moment of an effect that can be taken back. */
export function afterUndo(now: Instant): Instant {
  return addMilliseconds(now, UNDO_MILLISECONDS);
}

const LASTING_MILLISECONDS = 15 * 60_000;

/** The moment before which an effect must have begun to fail, so that at `now` a person is told. */
export const lastingBefore = (now: Instant): Instant => addMilliseconds(now, -LASTING_MILLISECONDS);

const FIRST_RETRY_MILLISECONDS = 5_000;
const LONGEST_RETRY_MILLISECONDS = 10 * 60_000;

/** When an effect that failed `attempts` times is tried again: doubling from 5 seconds up to 10 minutes. */
export function nextAttempt(now: Instant, attempts: number): Instant {
  return addMilliseconds(
    now,
    Math.min(FIRST_RETRY_MILLISECONDS * 2 ** Math.max(0, attempts - 1), LONGEST_RETRY_MILLISECONDS),
  );
}
