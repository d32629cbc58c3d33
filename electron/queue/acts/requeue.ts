import type { Desk, Done } from '#electron/desk/desk.ts';
import { type SendingStores, unknownJob } from '#electron/queue/jobs.ts';
import { mayStop } from '#electron/queue/sending/claimSending.ts';
import { deliveryEffect } from '#electron/queue/sending/deliver.ts';
import { textTrouble } from '#electron/queue/sending/textTrouble.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { type Instant, later } from '#shared/kernel/instant.ts';
import { err } from '#shared/kernel/result.ts';
import { plannedMoment } from '#shared/kernel/workdays.ts';
import { afterUndo, type Effect } from '#shared/outbox/effect.ts';
import { step } from '#shared/queue/decide.ts';
import type { Job } from '#shared/queue/job.ts';

function stepOf(
  desk: Desk,
  store: QueueStore,
  id: string,
  decide: (job: Job) => ReturnType<typeof step>,
  effects: (job: Job) => readonly Effect[] = () => [],
): Done {
  const job = store.get(id);
  if (!job) return unknownJob();
  return desk.act(
    () => decide(job),
    () => effects(job),
  );
}

/**
 * Back into the queue by a person's decision (P33): the only way a notice is ever delivered again. A planned moment that
 * has still to come is kept, so that a cancelling taken back does not make a notice leave days early; the one of a
 * sending the app put off is not, because who puts it back says that it can go now. A text that was given back stays out.
 */
export function requeue(
  desk: Desk,
  { queue, drafts }: SendingStores,
  { id, why }: { readonly id: string; readonly why: string },
) {
  const now = desk.now();
  const next = plannedMoment(desk.profile.calendar, now, null, null);
  const momentOf = ({ plannedFor, state }: Job): Instant =>
    plannedFor > now && state !== 'deferred' ? plannedFor : next;
  return stepOf(
    desk,
    queue,
    id,
    (job) => {
      const trouble = textTrouble(drafts, job);
      return trouble ? err(trouble) : step(job, 'job.requeued', { plannedFor: momentOf(job), why });
    },
    (job) => [
      deliveryEffect(
        { id: job.id, rounds: job.rounds + 1, deferrals: 0, moves: 0 },
        later(momentOf(job), afterUndo(now)),
      ),
    ],
  );
}

/** Takes a notice out of the queue before it leaves; the row stays (P33). Not while another desk may be sending it. */
export async function cancel(
  desk: Desk,
  store: QueueStore,
  { id, why }: { readonly id: string; readonly why: string },
) {
  const job = store.get(id);
  const stoppable = job ? await mayStop(desk, job) : unknownJob();
  if (!stoppable.ok) return stoppable;
  return stepOf(desk, store, id, (job) => step(job, 'job.cancelled', { why }));
}
