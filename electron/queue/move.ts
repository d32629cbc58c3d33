import { type Desk, decideAndKeep } from '#electron/people/desk.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import { afterUndo, type Effect } from '#shared/outbox/effect.ts';
import { beforeMove, move, takeBackMove } from '#shared/queue/decide.ts';
import type { Job } from '#shared/queue/job.ts';
import { deliveryEffect } from './deliver.ts';
import { isTakenElsewhere, later, unknownJob } from './queue.ts';
import type { QueueStore } from './store.ts';

const done = (kept: Result<void, Problem>): Result<Record<string, never>, Problem> =>
  kept.ok ? { ok: true, value: {} } : kept;

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
export function moveJob(
  desk: Desk,
  store: QueueStore,
  { id, plannedFor, why }: Moving,
): Result<Record<string, never>, Problem> {
  const job = store.get(id);
  if (!job) return unknownJob();
  if (isTakenElsewhere(desk, job)) {
    return problem(
      'sent-elsewhere',
      `«${job.notice.title}» lo sta già inviando un’altra postazione.`,
      'Senti chi la usa. Se è spenta, subentra dalla coda.',
    );
  }
  const kept = decideAndKeep(
    desk,
    ({ now }) => move(job, { plannedFor, why }, now),
    ({ now }) => [nextTurn(job, plannedFor, now)],
  );
  return done(kept);
}

/** Takes a moving back (L1): the sending is where it was, if nothing else happened to it. */
export function undoMove(
  desk: Desk,
  store: QueueStore,
  { id }: { readonly id: string },
): Result<Record<string, never>, Problem> {
  const job = store.get(id);
  if (!job) return unknownJob();
  const before = beforeMove(id, desk.journal.factsOf(`job/${id}`));
  if (!before) {
    return problem(
      'too-late',
      `«${job.notice.title}» è cambiato ancora dopo lo spostamento.`,
      'Guarda la sua riga nella coda e, se serve, spostalo di nuovo.',
    );
  }
  const kept = decideAndKeep(
    desk,
    () => takeBackMove(job, before),
    ({ now }) => (before.state === 'held' ? [] : [nextTurn(job, before.plannedFor, now)]),
  );
  return done(kept);
}
