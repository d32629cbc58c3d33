import type { Desk, Done } from '#electron/desk/desk.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import { mayStop } from '#electron/queue/sending/claimSending.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { undoOfDecision } from '#shared/drafts/undo.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { step } from '#shared/queue/decide.ts';
import type { Job } from '#shared/queue/job.ts';
import { undoOfSent } from '#shared/queue/undo.ts';
import { requestFact } from '#shared/requests/facts.ts';

const tooLate = (): Result<never, Problem> =>
  problem({
    code: 'undo-too-late',
    what: 'Sono passati i dieci secondi, oppure l’avviso è già partito: qui non si può più riprendere.',
    remedy: 'Guarda la coda: se l’invio non è ancora partito puoi annullarlo da lì.',
  });

/** A sending that has not left: what waits, or what was only copied for the group. */
const isHere = (desk: Desk, job: Job): boolean =>
  job.state === 'queued' ||
  (job.state === 'delivering' && job.route === 'gruppo operativo' && job.desk === desk.journal.device());

/** What puts a request back to where it was before the decision. */
function requestBack(id: string, decision: string, isEmergency: boolean, hash: string | undefined): readonly NewFact[] {
  const ent = `request/${id}`;
  if (isEmergency) {
    const why = 'Emergenza ripresa prima che partisse.';
    return [requestFact('request.closed', ent, { outcome: 'ritirata', why, sameAs: null })];
  }
  if (decision === 'draft.released') return [requestFact('request.forwardUndone', ent, {})];
  if (decision === 'draft.returned' && hash !== undefined)
    return [requestFact('request.forwarded', ent, { hash, read: [] })];
  return [];
}

/**
 * Takes back the last decision on a text within ten seconds (P67): approval of every kind, alternative way, emergency,
 * return, refusal, postponement. With it its sending, in one moment or not at all.
 */
export async function undoDecision(
  desk: Desk,
  { drafts, queue }: { readonly drafts: DraftStore; readonly queue: QueueStore },
  { id }: { readonly id: string },
): Promise<Done> {
  const waiting = queue.get(id);
  const stoppable = waiting?.state === 'queued' ? await mayStop(desk, waiting) : ok(undefined);
  if (!stoppable.ok) return stoppable;
  const [job, draft] = [queue.get(id), drafts.get(id)];
  return desk.act(({ now }) => {
    const found = undoOfDecision(id, desk.journal.factsOf(`draft/${id}`), { dev: desk.journal.device(), now });
    if (!found) return tooLate();
    const sends = found.decision === 'draft.approved' || found.decision === 'draft.released';
    if (sends && (!job || !isHere(desk, job))) return tooLate();
    const stopped = sends && job ? step(job, 'job.undone', { why: 'Ripreso subito dopo.' }) : ok([]);
    if (!stopped.ok) return stopped;
    const isEmergency = draft?.release?.way === 'emergenza';
    return ok([found.undo, ...stopped.value, ...requestBack(id, found.decision, isEmergency, draft?.rewritten.hash)]);
  });
}

/** Takes back within ten seconds that a notice was sent, with its row of the register (P67): it waits for that again. */
export function undoSent(desk: Desk, { id }: { readonly id: string }): Done {
  return desk.act(({ now }) => {
    const { journal } = desk;
    const facts = { job: journal.factsOf(`job/${id}`), entry: journal.factsOf(`entry/${id}`) };
    const undo = undoOfSent(id, facts, { dev: journal.device(), now });
    if (undo) return ok(undo);
    return problem({
      code: 'undo-too-late',
      what: 'Sono passati i dieci secondi: la registrazione non si può più riprendere.',
      remedy: 'La riga resta nel registro. Se l’avviso non è partito, scrivilo in una nota sulla riga.',
    });
  });
}
