import { type Desk, decideAndKeep } from '#electron/people/desk.ts';
import type { Fact } from '#shared/journal/fact.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { afterUndo } from '#shared/outbox/effect.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { Job } from '#shared/queue/job.ts';
import { holdsBack, resumeAll, type Stop, stopAll, THE_QUEUE } from '#shared/queue/stop.ts';
import { DELIVER } from './deliver.ts';
import type { QueueStore } from './store.ts';

const STOPPED: Problem = {
  code: 'queue-stopped',
  message: 'Tutti gli invii sono fermi.',
  remedy: 'Quando possono ripartire scegli «Riprendi» nella coda.',
};

/** Why a sending may not leave now because all are stopped, or `undefined`; an emergency that was to leave all the same may. */
export function stopOf(desk: Desk, store: QueueStore, { evenStopped }: Pick<Job, 'evenStopped'>): Problem | undefined {
  return !evenStopped && holdsBack(store.stop(), desk.now()) ? STOPPED : undefined;
}

/** «Ferma tutti gli invii» (P33): nothing that has not left leaves, on any desk, until somebody resumes. */
export function stopQueue(
  desk: Desk,
  store: QueueStore,
  { why }: { readonly why: string },
): Result<Record<string, never>, Problem> {
  const kept = decideAndKeep(desk, () => stopAll(store.stop(), why));
  return kept.ok ? ok({}) : kept;
}

/** Lets what was held back leave at once, but not before the resuming can be taken back. */
function letGo({ outbox, now }: Desk): void {
  outbox.hurry([DELIVER], afterUndo(now()));
}

/** «Riprendi»: what waits leaves again, what is overdue first. */
export function resumeQueue(desk: Desk, store: QueueStore): Result<Record<string, never>, Problem> {
  const kept = decideAndKeep(desk, () => ok(resumeAll(store.stop())));
  if (!kept.ok) return kept;
  letGo(desk);
  return ok({});
}

/** When another desk resumed the sendings, those of this desk go on too. */
export function receivedStop(desk: Desk, store: QueueStore, facts: readonly Fact[]): void {
  const isTold = facts.some(({ ent }) => ent === `queue/${THE_QUEUE}`);
  if (isTold && store.stop().stopped === null) letGo(desk);
}

/** Who stopped all sendings, for every screen. */
export function viewStop(desk: Desk, store: QueueStore): Stop['stopped'] {
  const { stopped } = store.stop();
  return stopped && { ...stopped, by: nameOf(desk.roster(), stopped.by) };
}
