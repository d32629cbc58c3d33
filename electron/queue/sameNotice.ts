import type { RegisterStore } from '#electron/register/store.ts';
import { type NoticeRef, sentRef } from '#shared/register/noticeRef.ts';
import { queuedRef } from './notices.ts';
import type { QueueStore } from './store.ts';

/** A notice that was sent, or waits in the queue, for a reply to its office (P21); `undefined` when unknown. */
export function sameNoticeOf(
  { register, queue }: { readonly register: RegisterStore; readonly queue: QueueStore },
  id: string,
): NoticeRef | undefined {
  const entry = register.get(id);
  if (entry) return sentRef(entry);
  const job = queue.get(id);
  return job && queuedRef(job);
}
