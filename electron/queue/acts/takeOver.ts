import type { Desk, Done } from '#electron/desk/desk.ts';
import { unknownJob } from '#electron/queue/jobs.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { problem } from '#shared/kernel/problem.ts';
import { step } from '#shared/queue/decide.ts';

/**
 * «Subentra» (P33): a person takes over a sending that another desk began and does not finish. What that desk did nobody
 * knows, so the sending is uncertain, and only a person puts it back into the queue, as a new round.
 */
export function takeOver(
  desk: Desk,
  store: QueueStore,
  { id, why }: { readonly id: string; readonly why: string },
): Done {
  const job = store.get(id);
  if (!job) return unknownJob();
  if (job.state === 'delivering' && job.desk === desk.journal.device()) {
    return problem({
      code: 'job-is-here',
      what: `«${job.notice.title}» lo sta inviando proprio questa postazione.`,
      remedy: 'Aspetta un momento: la coda dice da sola com’è andata.',
    });
  }
  return desk.act(() => step(job, 'job.takenOver', { from: job.desk, why }));
}
