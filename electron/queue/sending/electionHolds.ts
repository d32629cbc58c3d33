import type { Desk } from '#electron/desk/desk.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { THE_APP } from '#shared/journal/fact.ts';
import { afterUndo } from '#shared/outbox/effect.ts';
import { lastDayOf } from '#shared/people/profile/elections.ts';
import { electionDuty } from '#shared/queue/election.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { DELIVER } from './deliver.ts';

/**
 * Watches what an election period holds (P39). What was queued before the period was known is told once to the other desks,
 * by a fact that an older app does not pass over; what is no longer held is tried again, when it can no longer be taken back.
 */
export function electionHolds(
  desk: Desk,
  { queue, drafts }: { readonly queue: QueueStore; readonly drafts: DraftStore },
) {
  let held: ReadonlySet<string> = new Set();
  const isTold = (id: string): boolean =>
    desk.journal.factsOf(`job/${id}`).some(({ type }) => type === 'job.electionHeld');
  return {
    look: (): void => {
      const { electionPeriods } = desk.profile;
      if (electionPeriods.length === 0 && held.size === 0) return;
      const before = held;
      const waiting = queue.inState('queued', 'deferred', 'held').flatMap(({ id, ...job }) => {
        const duty = electionDuty(job, drafts.get(id), electionPeriods);
        return duty?.when === 'before' ? [{ id, until: lastDayOf(duty.period) }] : [];
      });
      held = new Set(waiting.map(({ id }) => id));
      const untold = waiting.filter(({ id }) => !isTold(id));
      if (untold.length > 0) {
        desk.journal.append(
          untold.map(({ id, until }) => queueFact('job.electionHeld', `job/${id}`, { until })),
          { actor: THE_APP },
        );
      }
      if ([...before].some((id) => !held.has(id))) desk.outbox.hurry([DELIVER], afterUndo(desk.now()));
    },
  };
}
