import type { HeldNotice, QueuedNotices } from '#electron/requests/noticeBook.ts';
import type { Job } from '#shared/queue/job.ts';
import type { JobState } from '#shared/queue/states.ts';
import type { QueueStore } from './store.ts';

/** Sendings the citizens may still get, or may just have got: what a new request could repeat (P21). */
const IN_QUEUE: readonly JobState[] = [
  'queued',
  'deferred',
  'held',
  'delivering',
  'handedOver',
  'uncertain',
  'partlySent',
];

function noticeOf({ id, notice, plannedFor }: Job): HeldNotice {
  const { title, text, link, office } = notice;
  return { id, title, text, link, office, at: plannedFor };
}

/** The notices of the queue as plain rows, for the words to its left. */
export function queuedNotices(queue: QueueStore): QueuedNotices {
  return {
    get: (id) => {
      const job = queue.get(id);
      return job && IN_QUEUE.includes(job.state) ? noticeOf(job) : undefined;
    },
    all: () => queue.inState(...IN_QUEUE).map(noticeOf),
  };
}
