import type { Desk, Done } from '#electron/desk/desk.ts';
import { isTakenElsewhere, unknownJob } from '#electron/queue/jobs.ts';
import { deliveryEffect } from '#electron/queue/sending/deliver.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { later } from '#shared/kernel/instant.ts';
import { problem } from '#shared/kernel/problem.ts';
import { afterUndo, type Effect } from '#shared/outbox/effect.ts';
import { beforeMove, move, takeBackMove } from '#shared/queue/decide.ts';
import type { Job } from '#shared/queue/job.ts';

/** The delivery of a sending at its next moment; never before the moving can be taken back. */
const nextTurn = (job: Job, plannedFor: Instant, now: Instant): Effect =>
  deliveryEffect({ ...job, deferrals: 0, moves: job.moves + 1 }, later(plannedFor, afterUndo(now)));

export interface Moving {
  readonly id: string;
  readonly plannedFor: Instant;
  /** Null when nobody says. */
  readonly why: string | null;
}

/** «Sposta…» (P33): a sending that has not left gets another moment, on every desk; the old one does nothing any more. */
export function moveJob(desk: Desk, store: QueueStore, { id, plannedFor, why }: Moving): Done {
  const job = store.get(id);
  if (!job) return unknownJob();
  if (isTakenElsewhere(desk, job)) {
    return problem({
      code: 'sent-elsewhere',
      what: `«${job.notice.title}» lo sta già inviando un’altra postazione.`,
      remedy: 'Senti chi la usa. Se è spenta, subentra dalla coda.',
    });
  }
  return desk.act(
    ({ now }) => move(job, { plannedFor, why }, now),
    ({ now }) => [nextTurn(job, plannedFor, now)],
  );
}

/** Takes a moving back (L1): the sending is where it was, if nothing else happened to it. */
export function undoMove(desk: Desk, store: QueueStore, { id }: { readonly id: string }): Done {
  const job = store.get(id);
  if (!job) return unknownJob();
  const before = beforeMove(id, desk.journal.factsOf(`job/${id}`));
  if (!before) {
    return problem({
      code: 'too-late',
      what: `«${job.notice.title}» è cambiato ancora dopo lo spostamento.`,
      remedy: 'Guarda la sua riga nella coda e, se serve, spostalo di nuovo.',
    });
  }
  return desk.act(
    () => takeBackMove(job, before),
    ({ now }) => (before.state === 'held' ? [] : [nextTurn(job, before.plannedFor, now)]),
  );
}
