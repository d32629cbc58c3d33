import type { RegisterStore } from '#electron/register/store.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import { entryNumber } from '#shared/register/entry.ts';
import type { SameNotice } from '#shared/requests/reply.ts';
import type { QueueStore } from './store.ts';

/** A notice that was sent, or waits in the queue, as a reply to its office names it (P21); `undefined` when unknown. */
export function sameNoticeOf(
  { register, queue }: { readonly register: RegisterStore; readonly queue: QueueStore },
  id: string,
): SameNotice | undefined {
  const entry = register.get(id);
  if (entry) return { day: romeOf(entry.sentAt).day, number: entryNumber(entry), text: entry.sent.text };
  const job = queue.get(id);
  return job && { day: romeOf(job.plannedFor).day, number: null, text: job.notice.text };
}
