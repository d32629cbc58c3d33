import type { Desk, Done } from '#electron/desk/desk.ts';
import { unknownJob } from '#electron/queue/jobs.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { ok } from '#shared/kernel/result.ts';
import { type CopyReader, queueFact } from '#shared/queue/facts.ts';

const GIVEN = { head: 'job.headCopied', mayor: 'job.mayorCopied' } as const;
const DUE = { head: 'headCopy', mayor: 'mayorCopy' } as const;

/** A person sent the copy that did not reach the head or the mayor (P32, P34); a second time changes nothing. */
export function recordCopy(
  desk: Desk,
  store: QueueStore,
  { id, who }: { readonly id: string; readonly who: CopyReader },
): Done {
  const job = store.get(id);
  if (!job) return unknownJob();
  return desk.act(() => ok(job[DUE[who]] === 'due' ? [queueFact(GIVEN[who], `job/${id}`, {})] : []));
}
