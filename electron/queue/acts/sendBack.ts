import type { Desk, Done } from '#electron/desk/desk.ts';
import { unknownDraft } from '#electron/drafts/drafts.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import { unknownJob } from '#electron/queue/jobs.ts';
import { mayStop } from '#electron/queue/sending/claimSending.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { giveBack } from '#shared/drafts/decide.ts';
import { ok } from '#shared/kernel/result.ts';
import { step } from '#shared/queue/decide.ts';
import { reopen } from '#shared/requests/decide.ts';

/**
 * A text that was to be sent goes back to who writes it (P31: «da cambiare»): its sending is out of the queue, its approval
 * is over, its request is open again, all in one moment. The text approved next enters the queue as a new round.
 */
export async function sendBack(
  desk: Desk,
  stores: { readonly requests: RequestStore; readonly drafts: DraftStore; readonly queue: QueueStore },
  { id, why }: { readonly id: string; readonly why: string },
): Promise<Done> {
  const waiting = stores.queue.get(id);
  const stoppable = waiting ? await mayStop(desk, waiting) : unknownJob();
  if (!stoppable.ok) return stoppable;
  const [job, draft, request] = [stores.queue.get(id), stores.drafts.get(id), stores.requests.get(id)];
  if (!job) return unknownJob();
  if (!draft || !request) return unknownDraft();
  return desk.act(() => {
    const stopped =
      job.state === 'cancelled' ? ok([]) : step(job, 'job.cancelled', { why: `torna a chi scrive: ${why}` });
    if (!stopped.ok) return stopped;
    const given = giveBack(draft, why);
    return given.ok ? ok([...stopped.value, ...given.value, ...reopen(request, why)]) : given;
  });
}
