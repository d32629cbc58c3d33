import type { Desk, Done } from '#electron/desk/desk.ts';
import { unknownJob } from '#electron/queue/jobs.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import { step } from '#shared/queue/decide.ts';
import type { GroupAnswer } from '#shared/queue/facts.ts';
import type { Job } from '#shared/queue/job.ts';

function record(
  desk: Desk,
  store: QueueStore,
  id: string,
  decide: (job: Job) => Result<readonly NewFact[], Problem>,
): Done {
  const job = store.get(id);
  if (!job) return unknownJob();
  return desk.act(() => decide(job));
}

/**
 * A sending that was asked is not sent: the operational group answered that its text is to be changed or that it is not
 * selected (P31), or the contractor refused it, and then there is no `answer`.
 */
export function recordRefusal(
  desk: Desk,
  store: QueueStore,
  { id, why, answer }: { readonly id: string; readonly why: string; readonly answer: GroupAnswer | null },
): Done {
  return record(desk, store, id, (job) => step(job, 'job.refused', { why, ...(answer ? { answer } : {}) }));
}

/** A sending reached a part of the citizens only (P33); confirming it later completes it. */
export function recordPartlySent(
  desk: Desk,
  store: QueueStore,
  { id, why }: { readonly id: string; readonly why: string },
): Done {
  return record(desk, store, id, (job) => step(job, 'job.partlySent', { why }));
}
