import type { Desk, Done } from '#electron/desk/desk.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import { mayStop } from '#electron/queue/sending/claimSending.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import { unknownRequest } from '#electron/requests/requests.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { withdrawDraft } from '#shared/drafts/decide.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { step } from '#shared/queue/decide.ts';
import type { Job } from '#shared/queue/job.ts';
import { JOB_STATES, mayCancel } from '#shared/queue/states.ts';
import { entryNumber } from '#shared/register/entry.ts';
import { close } from '#shared/requests/decide.ts';
import type { Told } from '#shared/requests/facts.ts';

export interface WithdrawStores {
  readonly requests: RequestStore;
  readonly drafts: DraftStore;
  readonly queue: QueueStore;
  readonly register: RegisterStore;
}

const alreadySent = (what: string): Result<never, Problem> =>
  problem({
    code: 'already-sent',
    what: `L’avviso ${what}: non si può più ritirare.`,
    remedy: 'Prepara una rettifica dal registro: un avviso nuovo, collegato a quello da correggere.',
  });

/** What takes a sending out of the queue (P18, P33); the problem says why it cannot be stopped here. */
export function stopJob(job: Job | undefined, why: string): Result<readonly NewFact[], Problem> {
  if (!job || job.state === 'cancelled') return ok([]);
  if (mayCancel(job)) return step(job, 'job.cancelled', { why });
  if (job.state === 'sent' || job.state === 'partlySent') return alreadySent('è già stato inviato');
  return problem({
    code: 'already-delivered',
    what: `L’avviso è «${JOB_STATES[job.state]}»: l’app non può più fermarlo.`,
    remedy: 'Chiedi subito a chi deve inviarlo di fermarlo. Se parte lo stesso, prepara una rettifica dal registro.',
  });
}

/**
 * The office takes its request back (P18): at any stage before sending the request ends as «ritirata», its text leaves
 * the head's list and its sending the queue, all in one moment. After sending, a correction is the way (P37).
 */
export async function withdraw(
  desk: Desk,
  { requests, drafts, queue, register }: WithdrawStores,
  { id, why, told }: { readonly id: string; readonly why: string; readonly told?: Told },
): Promise<Done> {
  const request = requests.get(id);
  if (!request) return unknownRequest();
  const entry = register.get(id);
  if (entry) return alreadySent(`è già stato inviato (n. ${entryNumber(entry)})`);
  const job = queue.get(id);
  const stoppable = job ? await mayStop(desk, job) : ok(undefined);
  if (!stoppable.ok) return stoppable;
  return desk.act((context) => {
    const closed = close(request, { outcome: 'ritirata', why, sameAs: null, ...(told ? { told } : {}) }, context);
    if (!closed.ok) return closed;
    const stopped = stopJob(queue.get(id), `Richiesta ritirata: ${why.trim()}`);
    if (!stopped.ok) return stopped;
    return ok([...closed.value, ...withdrawDraft(drafts.get(id), why.trim()), ...stopped.value]);
  });
}
