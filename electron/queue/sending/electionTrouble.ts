import type { Desk } from '#electron/desk/desk.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { lastDayOf } from '#shared/people/profile/elections.ts';
import { electionDuty, heldByElection } from '#shared/queue/election.ts';
import type { Job } from '#shared/queue/job.ts';

/** Why a sending must not leave: it does so in an election period, and the head has not given the two answers (P39). */
export function electionTrouble(desk: Desk, drafts: Pick<DraftStore, 'get'>, job: Job): Problem | undefined {
  const duty = electionDuty(job, drafts.get(job.id), desk.profile.electionPeriods);
  return duty?.when === 'before' ? heldByElection(lastDayOf(duty.period)) : undefined;
}
