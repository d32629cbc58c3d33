import type { Desk } from '#electron/desk/desk.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { Fact } from '#shared/journal/fact.ts';
import { afterUndo, type Effect } from '#shared/outbox/effect.ts';
import { deliveryEffect } from './deliver.ts';

/**
 * What lets this desk deliver the notices that others put into the queue: whichever desk is there at the planned moment
 * does it, and the claim decides which one. Never before the time in which the other desk may still take it back.
 */
export function receivedJobs(desk: Desk, store: QueueStore, facts: readonly Fact[]): readonly Effect[] {
  const ids = new Set(facts.flatMap(({ ent }) => (ent.startsWith('job/') ? [ent.slice('job/'.length)] : [])));
  return [...ids].flatMap((id) => {
    const job = store.get(id);
    if (!job || (job.state !== 'queued' && job.state !== 'deferred')) return [];
    const undone = afterUndo(job.changedAt > desk.now() ? desk.now() : job.changedAt);
    return [deliveryEffect(job, job.plannedFor > undone ? job.plannedFor : undone)];
  });
}
