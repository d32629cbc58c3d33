import { type Desk, decideAndKeep } from '#electron/people/desk.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { step } from '#shared/queue/decide.ts';
import { unknownJob } from './queue.ts';
import type { QueueStore } from './store.ts';

/**
 * «Subentra» (P33): a person takes over a sending that another desk began and does not finish. What that desk did nobody
 * knows, so the sending is uncertain, and only a person puts it back into the queue, as a new round.
 */
export function takeOver(
  desk: Desk,
  store: QueueStore,
  { id, why }: { readonly id: string; readonly why: string },
): Result<Record<string, never>, Problem> {
  const job = store.get(id);
  if (!job) return unknownJob();
  if (job.state === 'delivering' && job.desk === desk.journal.device()) {
    return problem(
      'job-is-here',
      `«${job.notice.title}» lo sta inviando proprio questa postazione.`,
      'Aspetta un momento: la coda dice da sola com’è andata.',
    );
  }
  const kept = decideAndKeep(desk, () => step(job, 'job.takenOver', { from: job.desk, why }));
  return kept.ok ? ok({}) : kept;
}
