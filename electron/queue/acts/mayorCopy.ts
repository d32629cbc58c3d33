import type { Desk, Done } from '#electron/desk/desk.ts';
import { unknownJob } from '#electron/queue/jobs.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { ok } from '#shared/kernel/result.ts';
import { queueFact } from '#shared/queue/facts.ts';

/** A person sent the mayor the copy that an emergency left without (P34); a second time changes nothing. */
export function recordMayorCopy(desk: Desk, store: QueueStore, id: string): Done {
  const job = store.get(id);
  if (!job) return unknownJob();
  return desk.act(() => ok(job.mayorCopy === 'due' ? [queueFact('job.mayorCopied', `job/${id}`, {})] : []));
}
