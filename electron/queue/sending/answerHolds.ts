import type { Desk } from '#electron/desk/desk.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { answerHold } from '#shared/queue/answerHold.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { type Hold, watchHolds } from './holds.ts';
import type { LeaveStores } from './leaveTrouble.ts';

/** Watches what an unread answer holds (P18): an older app, which would send it, is told once. */
export function answerHolds(desk: Desk, { queue, ...stores }: LeaveStores & { readonly queue: QueueStore }) {
  return watchHolds(desk, 'job.answerHeld', (): readonly Hold[] =>
    queue.inState('queued', 'deferred', 'held', 'delivering', 'toPost').flatMap((job) => {
      const answer = answerHold(job, stores.drafts.get(job.id), stores.requests.get(job.id));
      return answer ? [{ id: job.id, fact: queueFact('job.answerHeld', `job/${job.id}`, { mail: answer.mail }) }] : [];
    }),
  );
}
