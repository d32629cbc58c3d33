import type { Desk } from '#electron/desk/desk.ts';
import type { ClaimOutcome } from '#electron/journal/exchange/claims.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Job } from '#shared/queue/job.ts';

/** How long a person who acts waits for the shared place: nothing local may hang with it (G8). */
const PATIENCE_MILLISECONDS = 800;

const SLOW: ClaimOutcome = {
  state: 'away',
  problem: {
    code: 'share-slow',
    what: 'La cartella condivisa non risponde.',
    why: 'Quello che fai è salvato su questo computer.',
    remedy: 'Continua pure: l’app riprova da sola.',
  },
};

/** Claims the round of a sending in the shared place, so that one desk alone acts on it (P33). */
export function claimSending(desk: Desk, { id, rounds }: Pick<Job, 'id' | 'rounds'>): Promise<ClaimOutcome> {
  return desk.claims.take({ kind: 'invio', key: `${id}-${rounds}` }, `job/${id}`);
}

/** The same for an act of a person: goes on without the place when it does not answer at once. */
export async function claimSendingNow(desk: Desk, job: Pick<Job, 'id' | 'rounds'>): Promise<ClaimOutcome> {
  const { promise, resolve } = Promise.withResolvers<ClaimOutcome>();
  const limit = setTimeout(() => resolve(SLOW), PATIENCE_MILLISECONDS);
  try {
    return await Promise.race([claimSending(desk, job), promise]);
  } finally {
    clearTimeout(limit);
  }
}

/**
 * Whether a sending that has not left may be stopped here: not while another desk has its round, and may be sending it
 * right now. Without the shared place it may: what then happened concurrently is shown as uncertain.
 */
export async function mayStop(desk: Desk, job: Job): Promise<Result<void, Problem>> {
  const isWaiting = job.state === 'queued' || job.state === 'deferred';
  const claimed = isWaiting && desk.claims.isShared() ? await claimSendingNow(desk, job) : undefined;
  if (claimed?.state !== 'lost') return ok(undefined);
  return problem({
    code: 'sent-elsewhere',
    what: `«${job.notice.title}» lo sta inviando un’altra postazione: qui non si può più fermare.`,
    remedy: 'Aspetta che la coda dica com’è andata. Se quella postazione è spenta, subentra.',
  });
}
