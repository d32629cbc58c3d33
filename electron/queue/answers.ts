import { type Desk, decideAndKeep } from '#electron/people/desk.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { step } from '#shared/queue/decide.ts';
import { unknownJob } from './queue.ts';
import type { QueueStore } from './store.ts';

type Answer = 'job.refused' | 'job.partlySent';

/**
 * What the operational group or the contractor answered to a sending that was asked (P31, P33): refused, because the text
 * is to be changed or was not selected, or sent to a part of the citizens only.
 */
export function recordAnswer(
  desk: Desk,
  store: QueueStore,
  type: Answer,
  { id, why }: { readonly id: string; readonly why: string },
): Result<Record<string, never>, Problem> {
  const job = store.get(id);
  if (!job) return unknownJob();
  const kept = decideAndKeep(desk, () => step(job, type, { why }));
  return kept.ok ? ok({}) : kept;
}
