import type { Desk } from '#electron/desk/desk.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { lastDayOf } from '#shared/people/profile/elections.ts';
import { electionDuty } from '#shared/queue/election.ts';
import { queueFact } from '#shared/queue/facts.ts';
import { type Hold, watchHolds } from './holds.ts';

/** Watches what an election period holds (P39), also what was queued before the period was known. */
export function electionHolds(
  desk: Desk,
  { queue, drafts }: { readonly queue: QueueStore; readonly drafts: DraftStore },
) {
  return watchHolds(desk, 'job.electionHeld', (): readonly Hold[] => {
    const { electionPeriods } = desk.profile;
    if (electionPeriods.length === 0) return [];
    return queue.inState('queued', 'deferred', 'held').flatMap(({ id, ...job }) => {
      const duty = electionDuty(job, drafts.get(id), electionPeriods);
      if (duty?.when !== 'before') return [];
      return [{ id, fact: queueFact('job.electionHeld', `job/${id}`, { until: lastDayOf(duty.period) }) }];
    });
  });
}
