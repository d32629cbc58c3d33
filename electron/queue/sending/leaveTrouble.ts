import type { Desk } from '#electron/desk/desk.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { answerHold, heldByAnswer } from '#shared/queue/answerHold.ts';
import type { Job } from '#shared/queue/job.ts';
import { heldByPage, isHeldByPage } from '#shared/queue/page.ts';
import { electionTrouble } from './electionTrouble.ts';
import { textTrouble } from './textTrouble.ts';

/** What tells whether a sending may leave. */
export interface LeaveStores {
  readonly drafts: Pick<DraftStore, 'get'>;
  readonly requests: Pick<RequestStore, 'get'>;
}

/** Why a sending must not leave: an answer to its request that nobody has read (P18). */
export function answerTrouble({ drafts, requests }: LeaveStores, job: Job): Problem | undefined {
  const answer = answerHold(job, drafts.get(job.id), requests.get(job.id));
  return answer && heldByAnswer(answer);
}

/** Why a sending must not leave: the page of its news is not the one that was there at the approval (P22). */
export function pageTrouble({ drafts }: Pick<LeaveStores, 'drafts'>, job: Job): Problem | undefined {
  const held = isHeldByPage(job) ? job.page?.held : undefined;
  return held && drafts.get(job.id)?.release?.way !== 'emergenza' ? heldByPage(held) : undefined;
}

/** Why a sending must not leave for what a person has still to do: its text, the head's answers, an unread answer, its page. */
export const leaveTrouble = (desk: Desk, stores: LeaveStores, job: Job): Problem | undefined =>
  textTrouble(stores.drafts, job) ??
  electionTrouble(desk, stores.drafts, job) ??
  answerTrouble(stores, job) ??
  pageTrouble(stores, job);
