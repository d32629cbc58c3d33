import type { Desk } from '#electron/desk/desk.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { Job } from '#shared/queue/job.ts';

/** The problem of a sending that is not there. */
export const unknownJob = (): Result<never, Problem> =>
  problem({ code: 'job-unknown', what: 'Questo invio non è più nella coda.', remedy: 'Aggiorna la coda e riprova.' });

/** Whether another desk began a sending, or won its claim, and has not said how it went. */
export function isTakenElsewhere({ journal, claims }: Desk, { id, state, rounds, desk }: Job): boolean {
  if (state === 'delivering') return desk !== journal.device();
  const isWaiting = state === 'queued' || state === 'deferred';
  return isWaiting && claims.isLost({ kind: 'invio', key: `${id}-${rounds}` }, `job/${id}`);
}

/** The sendings and the texts they carry. */
export interface SendingStores {
  readonly queue: QueueStore;
  readonly drafts: DraftStore;
}
