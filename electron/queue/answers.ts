import { type Desk, decideAndKeep } from '#electron/people/desk.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { step } from '#shared/queue/decide.ts';
import type { GroupAnswer } from '#shared/queue/facts.ts';
import type { Job } from '#shared/queue/job.ts';
import { unknownJob } from './queue.ts';
import type { QueueStore } from './store.ts';

function record(
  desk: Desk,
  store: QueueStore,
  id: string,
  decide: (job: Job) => Result<readonly NewFact[], Problem>,
): Result<Record<string, never>, Problem> {
  const job = store.get(id);
  if (!job) return unknownJob();
  const kept = decideAndKeep(desk, () => decide(job));
  return kept.ok ? ok({}) : kept;
}

/**
 * A sending that was asked is not sent: the operational group answered that its text is to be changed or that it is not
 * selected (P31), or the contractor refused it, and then there is no `answer`.
 */
export function recordRefusal(
  desk: Desk,
  store: QueueStore,
  { id, why, answer }: { readonly id: string; readonly why: string; readonly answer: GroupAnswer | null },
): Result<Record<string, never>, Problem> {
  return record(desk, store, id, (job) => step(job, 'job.refused', { why, ...(answer ? { answer } : {}) }));
}

/** A sending reached a part of the citizens only (P33); confirming it later completes it. */
export function recordPartlySent(
  desk: Desk,
  store: QueueStore,
  { id, why }: { readonly id: string; readonly why: string },
): Result<Record<string, never>, Problem> {
  return record(desk, store, id, (job) => step(job, 'job.partlySent', { why }));
}
