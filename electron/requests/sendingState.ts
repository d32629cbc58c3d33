import { z } from 'zod';
import type { Desk } from '#electron/desk/desk.ts';
import { sendingSince } from '#electron/desk/sendingSince.ts';
import { instantSchema } from '#shared/kernel/instant.ts';
import { keptProblemSchema, type Problem } from '#shared/kernel/problem.ts';
import type { SendingStanding } from '#shared/requests/sendingSign.ts';

const SENDING = 'sending';
const stateSchema = z.object({
  takenAt: instantSchema.nullable(),
  problem: keptProblemSchema.nullable(),
  failingSince: instantSchema.nullable(),
});
type SendingState = z.infer<typeof stateSchema>;
const NOTHING: SendingState = { takenAt: null, problem: null, failingSince: null };

/** How the way out of this desk stands: when the server last took a letter, what went wrong since, and since when. */
export const sendingState = (desk: Pick<Desk, 'local' | 'profile'>): SendingStanding => ({
  since: sendingSince(desk) ?? null,
  ...(desk.local.get(SENDING, stateSchema) ?? NOTHING),
});

type Keeps = Pick<Desk, 'local' | 'now' | 'tell'>;

/** Remembers what an attempt showed of the way out: that it is open, that a letter was taken, or what is in the way. */
export function rememberSending({ local, now, tell }: Keeps, shown: 'open' | 'taken' | Problem): void {
  const before = local.get(SENDING, stateSchema) ?? NOTHING;
  const at = now();
  const isOpen = typeof shown === 'string';
  if (shown === 'open' && before.problem === null) return;
  local.set(SENDING, {
    takenAt: shown === 'taken' ? at : before.takenAt,
    problem: isOpen ? null : shown,
    failingSince: isOpen ? null : (before.failingSince ?? at),
  });
  tell('service');
}
