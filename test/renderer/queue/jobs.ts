import type { JobRow } from '#shared/queue/views.ts';
import { fakeJobs } from '../../helpers/fakeQueue.ts';

/** A sending of the invented town with something changed. */
export function jobWith(change: Partial<JobRow> & { readonly title?: string } = {}): JobRow {
  const job = fakeJobs.find(({ state }) => state === 'queued');
  if (!job) throw new Error('The fixture has nothing in the queue.');
  const { title = job.notice.title, ...rest } = change;
  return { ...job, ...rest, notice: { ...job.notice, title, ...rest.notice } };
}
