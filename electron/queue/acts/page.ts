import type { Desk, Done } from '#electron/desk/desk.ts';
import { unknownDraft } from '#electron/drafts/drafts.ts';
import { askAgain } from '#electron/drafts/forward.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import { unknownJob } from '#electron/queue/jobs.ts';
import { mayStop } from '#electron/queue/sending/claimSending.ts';
import { DELIVER } from '#electron/queue/sending/deliver.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { NewsSite } from '#electron/requests/newsSite.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { THE_APP } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import { afterUndo } from '#shared/outbox/effect.ts';
import { step } from '#shared/queue/decide.ts';
import type { Job } from '#shared/queue/job.ts';
import { pageFact, pageNow } from '#shared/queue/page.ts';

interface PageStores {
  readonly queue: QueueStore;
  readonly drafts: DraftStore;
  readonly requests: RequestStore;
}

const notHeld = (): Result<never, Problem> =>
  problem({
    code: 'page-not-held',
    what: 'La pagina della notizia non ferma più questo avviso.',
    remedy: 'Guarda la coda: mostra com’è adesso.',
  });
const changedAgain = (): Result<never, Problem> =>
  problem({
    code: 'page-changed-again',
    what: 'Mentre la guardavi, la pagina della notizia è cambiata ancora.',
    remedy: 'Aprila di nuovo, guarda se l’avviso va ancora bene, poi conferma.',
  });
const stillGone = (): Result<never, Problem> =>
  problem({
    code: 'page-still-gone',
    what: 'La pagina della notizia non si apre: i cittadini troverebbero un link che non porta a niente.',
    remedy: 'Chiedi all’ufficio di rimetterla: l’invio riprende da solo. Oppure rimanda il testo al capo settore.',
  });

/** What a person saw: the page that holds it since a moment; `undefined` when that is over, or another one came. */
const heldSince = (job: Job | undefined, since: Instant) =>
  job?.page?.held?.since === since ? job.page.held : undefined;

/**
 * A person looked at the page and says that the notice may leave (P22); of one that was sent, that she knows that its page is
 * gone. The page is opened once more: one that changed again, or is gone, is not what she looked at.
 */
export async function confirmPage(
  desk: Desk,
  { queue, site }: Pick<PageStores, 'queue'> & { readonly site: Pick<NewsSite, 'check'> },
  { id, since }: { readonly id: string; readonly since: Instant },
): Promise<Done> {
  const job = queue.get(id);
  if (!job) return unknownJob();
  const settle = (page: Parameters<typeof pageFact<'job.pageSettled'>>[2]['page']): Done =>
    desk.act(() => ok([pageFact('job.pageSettled', `job/${id}`, { page })]));
  if (job.state === 'sent') return job.page?.lostSince === since ? settle(null) : notHeld();
  const held = heldSince(job, since);
  if (!held || job.notice.link === null) return notHeld();
  if (!held.seen) return stillGone();
  const now = pageNow(held.seen, await site.check(job.notice.link));
  const still = queue.get(id);
  if (!still || heldSince(still, since) === undefined) return notHeld();
  if (now.is === 'gone' || now.is === 'changed') {
    const page = now.is === 'changed' ? now.seen : null;
    desk.journal.append([pageFact('job.pageHeld', `job/${id}`, { round: still.rounds, page })], { actor: THE_APP });
    return now.is === 'changed' ? changedAgain() : stillGone();
  }
  const done = settle(held.seen);
  if (done.ok) desk.outbox.hurry([DELIVER], afterUndo(desk.now()));
  return done;
}

/**
 * The text of a sending that waits is asked of the head again (P22): out of the queue, and back in it by the next approval as a
 * new round, whose page is looked at anew. Answers with the name of the head.
 */
export async function askHeadAgain(
  desk: Desk,
  stores: PageStores,
  { id, why }: { readonly id: string; readonly why: string },
): Promise<Result<{ to: string }, Problem>> {
  const waiting = stores.queue.get(id);
  const stoppable = waiting ? await mayStop(desk, waiting) : unknownJob();
  if (!stoppable.ok) return stoppable;
  const [job, draft, request] = [stores.queue.get(id), stores.drafts.get(id), stores.requests.get(id)];
  if (!job) return unknownJob();
  if (draft?.state !== 'approved' || !request) return unknownDraft();
  const stopped = step(job, 'job.cancelled', { why: `torna al capo settore: ${why.trim()}` });
  if (!stopped.ok) return stopped;
  const asked = askAgain(desk, request, draft, why.trim());
  if (!asked.ok) return asked;
  const { to, facts, effects } = asked.value;
  return map(desk.keep(ok([...stopped.value, ...facts]), effects), () => ({ to }));
}
