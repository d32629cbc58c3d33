import type { Desk, Done } from '#electron/desk/desk.ts';
import { mayStop } from '#electron/queue/sending/claimSending.ts';
import { alreadySent, unknownRequest } from '#electron/requests/requests.ts';
import { giveBack, withdrawDraft } from '#shared/drafts/decide.ts';
import type { Draft } from '#shared/drafts/draft.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { takeOverAnswer } from '#shared/requests/correction.ts';
import { reopen } from '#shared/requests/decide.ts';
import { stopJob, type WithdrawStores } from './withdraw.ts';

/** The text goes back to who writes it: from the head who has still to decide, or from what was to leave. */
const textBack = (draft: Draft | undefined, why: string): Result<readonly NewFact[], Problem> =>
  draft?.state === 'approved' || draft?.state === 'released' ? giveBack(draft, why) : ok(withdrawDraft(draft, why));

/**
 * What the office wrote or said changes its request (P17, P18): its data become those of the request and it is read. A text
 * that is on its way goes back to who writes it, out of approval and queue, all in one moment: it needs a new approval.
 */
export async function takeOverUnread(
  desk: Desk,
  { requests, drafts, queue, register }: WithdrawStores,
  { id, mail }: { readonly id: string; readonly mail: string },
): Promise<Done> {
  if (register.get(id)) return alreadySent();
  const job = queue.get(id);
  const stoppable = job ? await mayStop(desk, job) : ok(undefined);
  if (!stoppable.ok) return stoppable;
  return desk.act(() => {
    const request = requests.get(id);
    if (!request) return unknownRequest();
    const taken = takeOverAnswer(request, mail);
    if (!taken.ok || request.state !== 'forwarded') return taken;
    const answer = request.answers.find((one) => one.mail === mail);
    const why = answer?.told ? 'L’ufficio ha corretto la richiesta a voce.' : 'L’ufficio ha corretto la richiesta.';
    const stopped = stopJob(queue.get(id), `torna a chi scrive: ${why}`);
    if (!stopped.ok) return stopped;
    const back = textBack(drafts.get(id), why);
    if (!back.ok) return back;
    return ok([...stopped.value, ...back.value, ...reopen(request, why), ...taken.value]);
  });
}
