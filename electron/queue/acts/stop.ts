import type { Desk, Done } from '#electron/desk/desk.ts';
import { DELIVER } from '#electron/queue/sending/deliver.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import type { Fact } from '#shared/journal/fact.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok } from '#shared/kernel/result.ts';
import { afterUndo } from '#shared/outbox/effect.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { Job } from '#shared/queue/job.ts';
import { holdsBack, resumeAll, type Stop, stopAll, THE_QUEUE } from '#shared/queue/stop.ts';

const STOPPED: Problem = {
  code: 'queue-stopped',
  what: 'Tutti gli invii sono fermi.',
  remedy: 'Quando possono ripartire scegli «Riprendi» nella coda.',
};

const APP_BEHIND: Problem = {
  code: 'app-behind',
  what: 'Questo invio aspetta che si aggiorni l’app.',
  why: 'Da una postazione con l’app più nuova è arrivato qualcosa su questo invio, che forse l’ha fermato o cambiato.',
  remedy:
    'Aggiorna l’app su questa postazione: poi riparte da solo, se può. Se ha fretta, fallo partire da una aggiornata.',
};

/** What is told of these may stop or change the sending of a request. */
const toldOf = ({ id, evenStopped }: Pick<Job, 'id' | 'evenStopped'>): readonly string[] => [
  ...['job', 'draft', 'request'].map((kind) => `${kind}/${id}`),
  ...(evenStopped ? [] : [`queue/${THE_QUEUE}`]),
];

/**
 * Why a sending may not leave now, or `undefined`: all are stopped, or a newer app told something of it that this one does
 * not understand. An emergency that was to leave although all are stopped may.
 */
export function stopOf(desk: Desk, store: QueueStore, job: Pick<Job, 'id' | 'evenStopped'>): Problem | undefined {
  if (desk.journal.isAheadOf(toldOf(job))) return APP_BEHIND;
  return !job.evenStopped && holdsBack(store.stop(), desk.now()) ? STOPPED : undefined;
}

/** «Ferma tutti gli invii» (P33): nothing that has not left leaves, on any desk, until somebody resumes. */
export function stopQueue(desk: Desk, store: QueueStore, { why }: { readonly why: string }): Done {
  return desk.act(() => stopAll(store.stop(), why));
}

/** Lets what was held back leave at once, but not before the resuming can be taken back. */
function letGo({ outbox, now }: Desk): void {
  outbox.hurry([DELIVER], afterUndo(now()));
}

/** «Riprendi»: what waits leaves again, what is overdue first. */
export function resumeQueue(desk: Desk, store: QueueStore): Done {
  const kept = desk.act(() => ok(resumeAll(store.stop())));
  if (kept.ok) letGo(desk);
  return kept;
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
