import { unknownDraft } from '#electron/drafts/drafts.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import { type Desk, decideAndKeep } from '#electron/people/desk.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { giveBack } from '#shared/drafts/decide.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { step } from '#shared/queue/decide.ts';
import { reopen } from '#shared/requests/decide.ts';
import { mayStop } from './claimSending.ts';
import { unknownJob } from './queue.ts';
import type { QueueStore } from './store.ts';

/**
 * A text that was to be sent goes back to who writes it (P31: «da cambiare»): its sending is out of the queue, its approval
 * is over, its request is open again, all in one moment. The text approved next enters the queue as a new round.
 */
export async function sendBack(
  desk: Desk,
  stores: { readonly requests: RequestStore; readonly drafts: DraftStore; readonly queue: QueueStore },
  { id, why }: { readonly id: string; readonly why: string },
): Promise<Result<Record<string, never>, Problem>> {
  const waiting = stores.queue.get(id);
  const stoppable = waiting ? await mayStop(desk, waiting) : unknownJob();
  if (!stoppable.ok) return stoppable;
  const [job, draft, request] = [stores.queue.get(id), stores.drafts.get(id), stores.requests.get(id)];
  if (!job) return unknownJob();
  if (!draft || !request) return unknownDraft();
  const kept = decideAndKeep(desk, () => {
    const stopped =
      job.state === 'cancelled' ? ok([]) : step(job, 'job.cancelled', { why: `torna a chi scrive: ${why}` });
    if (!stopped.ok) return stopped;
    const given = giveBack(draft, why);
    return given.ok ? ok([...stopped.value, ...given.value, ...reopen(request, why)]) : given;
  });
  return kept.ok ? ok({}) : kept;
}
