import type { Desk } from '#electron/desk/desk.ts';
import { isTakenElsewhere, type SendingStores } from '#electron/queue/jobs.ts';
import { approvalDeskOf } from '#electron/queue/sending/approvalDesk.ts';
import { deliveryEffect } from '#electron/queue/sending/deliver.ts';
import { electionTrouble } from '#electron/queue/sending/electionTrouble.ts';
import { answerTrouble, type LeaveStores, pageTrouble } from '#electron/queue/sending/leaveTrouble.ts';
import { approverOutOfRole } from '#electron/queue/sending/outOfRole.ts';
import { alteredTrouble, isTextGone } from '#electron/queue/sending/textTrouble.ts';
import type { Day } from '#shared/kernel/day.ts';
import { instantsOfDay, romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { nameOf } from '#shared/people/roster.ts';
import { answerHold, answersAgainst } from '#shared/queue/answerHold.ts';
import type { Job } from '#shared/queue/job.ts';
import type { JobRow } from '#shared/queue/views.ts';

const isOver = ({ state }: Job): boolean => state === 'sent' || state === 'cancelled';

/** On which desk the head approved it in the app, and whether that is still to be confirmed. */
function approvalIn(
  desk: Desk,
  job: Job,
  deskName: (dev: string) => string | null,
): Pick<JobRow, 'approvedOn' | 'unbound' | 'lacksPin'> {
  const approval = isOver(job) ? undefined : approvalDeskOf(desk, job.id);
  if (!approval) return { approvedOn: null, unbound: null, lacksPin: false };
  const { by, dev, isUnbound, lacksPin } = approval;
  return { approvedOn: { by, desk: deskName(dev) }, unbound: isUnbound ? by : null, lacksPin };
}

/** What is not settled, and what was on `day` (today when none is given), with names and with what holds a sending back. */
export function listJobs(
  desk: Desk,
  { queue, drafts, requests }: SendingStores & LeaveStores,
  names: {
    readonly deskName: (dev: string) => string | null;
    readonly receiptProblem: (job: string) => Problem | undefined;
  },
  day: Day = romeOf(desk.now()).day,
): readonly JobRow[] {
  const roster = desk.roster();
  const { from, to } = instantsOfDay(day);
  return queue.openOrBetween(from, to).map((job) => {
    const [request, draft] = [requests.get(job.id), drafts.get(job.id)];
    const altered = isOver(job) ? undefined : alteredTrouble(drafts, job);
    return {
      ...job,
      queuedByName: nameOf(roster, job.queuedBy),
      deskName: job.desk === null ? null : names.deskName(job.desk),
      isElsewhere: isTakenElsewhere(desk, job),
      unread: [...answersAgainst(request?.unread ?? [], draft)],
      isHeldByAnswer: answerHold(job, draft, request) !== undefined,
      isEmergency: draft?.release?.way === 'emergenza',
      isAltered: altered !== undefined,
      isTextGone: job.state !== 'sent' && isTextGone(drafts, job),
      ...approvalIn(desk, job, names.deskName),
      outOfRole: isOver(job) ? null : approverOutOfRole(desk, job.id),
      obstacle:
        altered ??
        electionTrouble(desk, drafts, job) ??
        answerTrouble({ drafts, requests }, job) ??
        pageTrouble({ drafts }, job) ??
        names.receiptProblem(job.id) ??
        desk.outbox.problemOf(deliveryEffect(job, job.plannedFor).id) ??
        null,
    };
  });
}
