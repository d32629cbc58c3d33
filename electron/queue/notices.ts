import type { QueuedNotices } from '#electron/requests/comparing/noticeIndex.ts';
import type { Job } from '#shared/queue/job.ts';
import type { JobState } from '#shared/queue/states.ts';
import type { NoticeRef } from '#shared/register/noticeRef.ts';
import type { QueueStore } from './store.ts';

/** Sendings the citizens may still get, or may just have got: what a new request could repeat (P21). */
const IN_QUEUE: readonly JobState[] = [
  'queued',
  'deferred',
  'held',
  'delivering',
  'toPost',
  'handedOver',
  'uncertain',
  'partlySent',
];

/** A sending as a notice. */
export function queuedRef({ id, notice, plannedFor: when }: Job): NoticeRef {
  const { title, text, link, office } = notice;
  return { id, kind: 'queued', number: null, title, when, office, link, text };
}

/** The notices of the queue, for the words to its left. */
export function queuedNotices(queue: QueueStore): QueuedNotices {
  return {
    get: (id) => {
      const job = queue.get(id);
      return job && IN_QUEUE.includes(job.state) ? queuedRef(job) : undefined;
    },
    all: () => queue.inState(...IN_QUEUE).map(queuedRef),
  };
}
