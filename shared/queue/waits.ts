/** What of the sendings waits for a person (P31–P34). Pure. */
import { addMilliseconds, type Instant, romeOf } from '#shared/kernel/instant.ts';
import type { Calendar } from '#shared/kernel/workdays.ts';
import { addServiceTime } from '#shared/requests/deadlines.ts';
import { emergencyTrouble } from './alarm.ts';
import { waitsForHours } from './deferral.ts';
import { isPlannedTooLate } from './leaving.ts';
import { isHeldByPage } from './page.ts';
import { AWAITED } from './toldSending.ts';
import type { JobRow } from './views.ts';

/**
 * `alarm`: an emergency that does not leave; `ask`: approved, to be asked of the group; `confirm`: asked, and nobody has
 * said that it was sent; `mend`: put off or standing for something a person must mend; `late`: planned after its event;
 * `page`: the page of its news changed or is gone since the approval; `pageLost`: it is gone, of what was sent and holds;
 * `silent`: it began to leave and has not said how it went; `post`: its e-mail lies ready.
 */
export type JobWaitKind =
  | 'alarm'
  | 'altered'
  | 'page'
  | 'pageLost'
  | 'textGone'
  | 'unbound'
  | 'ask'
  | 'post'
  | 'uncertain'
  | 'refused'
  | 'mend'
  | 'held'
  | 'late'
  | 'silent'
  | 'partly'
  | 'confirm'
  | 'mayorCopy'
  | 'headCopy';

export interface JobWait {
  readonly word: 'queue';
  readonly kind: JobWaitKind;
  /** The request. */
  readonly id: string;
  /** From when it is a task: before that it waits for others. */
  readonly due: Instant;
  /** Its wanted moment is over: red (P31). */
  readonly isPast: boolean;
}

/** As much of a row of the queue as is looked at. */
export type WaitingJob = Pick<
  JobRow,
  | (
      | 'id'
      | 'state'
      | 'route'
      | 'plannedFor'
      | 'changedAt'
      | 'why'
      | 'notice'
      | 'deferrals'
      | 'mayorCopy'
      | 'headCopy'
      | 'page'
      | 'told'
    )
  | ('isElsewhere' | 'isAltered' | 'isTextGone' | 'isEmergency' | 'isHeldByAnswer' | 'unbound' | 'obstacle')
>;

export interface JobClock {
  readonly now: Instant;
  readonly calendar: Calendar;
  /** Hours of service after which what was asked and not confirmed is due (P31). */
  readonly askedHours: number;
}

const HOUR = 60 * 60_000;
/** A delivery that has said nothing for so long needs a person to look. */
const SILENCE = 30 * 60_000;

/** Problems of a sending that are told as a thing of their own: by their row, or by the row of the request. */
const TOLD_ELSEWHERE = ['text-altered', 'text-given-back', 'texts-differ', 'election-answers', 'answer-holds'];
const isToldElsewhere = (code: string): boolean => TOLD_ELSEWHERE.includes(code) || code.startsWith('approval-');

const NOT_LEFT: readonly JobRow['state'][] = ['queued', 'deferred', 'held', 'delivering', 'toPost'];
const BY_STATE = {
  uncertain: 'uncertain',
  refused: 'refused',
  held: 'held',
  partlySent: 'partly',
  toPost: 'post',
} as const satisfies Partial<Record<JobRow['state'], JobWaitKind>>;

/** What holds a sending that waits, or lets nobody know of it; `undefined` while it goes by itself. */
function waitingKind(job: WaitingJob, { now }: JobClock): JobWaitKind | undefined {
  const { state, route, obstacle } = job;
  if (isPlannedTooLate(job, romeOf(now).day)) return 'late';
  if (state === 'deferred' && !waitsForHours(job)) return 'mend';
  if (job.unbound !== null || (obstacle !== null && isToldElsewhere(obstacle.code))) return undefined;
  if (route === 'gruppo operativo') return 'ask';
  if (state === 'delivering') return addMilliseconds(job.changedAt, SILENCE) <= now ? 'silent' : undefined;
  return obstacle === null ? undefined : 'mend';
}

function kindOf(job: WaitingJob, clock: JobClock): JobWaitKind | undefined {
  const { state } = job;
  if (state === 'cancelled') return undefined;
  if (state === 'sent') return job.page?.lostSince ? 'pageLost' : undefined;
  if (job.isAltered) return 'altered';
  if (job.isEmergency && emergencyTrouble(job, job.obstacle ?? undefined) !== undefined) return 'alarm';
  if (job.isTextGone && NOT_LEFT.includes(state)) return 'textGone';
  if (state === 'handedOver' || (job.told !== null && AWAITED.some((one) => one === state))) return 'confirm';
  if (isHeldByPage(job)) return 'page';
  if (state in BY_STATE) return BY_STATE[state as keyof typeof BY_STATE];
  // What an unread answer holds is the task of its request.
  return job.isHeldByAnswer ? undefined : waitingKind(job, clock);
}

/** From when the confirmation of what was asked is due: some hours of service after it was asked (P31). */
const confirmDue = (changedAt: Instant, { calendar, askedHours }: Omit<JobClock, 'now'>): Instant =>
  addServiceTime(calendar, changedAt, askedHours * HOUR);

/** What of these sendings waits for a person: one thing of each, and what stands beside it. */
export function jobWaits(jobs: readonly WaitingJob[], clock: JobClock): readonly JobWait[] {
  return jobs.flatMap((job) => {
    const isPast = job.plannedFor < clock.now;
    const wait = (kind: JobWaitKind, due: Instant = job.changedAt): JobWait => ({
      ...{ word: 'queue', kind, id: job.id, due, isPast },
    });
    const kind = kindOf(job, clock);
    const own =
      kind && wait(kind, kind === 'confirm' && job.told === null ? confirmDue(job.changedAt, clock) : job.changedAt);
    return [
      ...(own ? [own] : []),
      ...(job.unbound !== null && NOT_LEFT.includes(job.state) && kind !== 'altered' ? [wait('unbound')] : []),
      ...(job.mayorCopy === 'due' ? [wait('mayorCopy')] : []),
      ...(job.headCopy === 'due' ? [wait('headCopy')] : []),
    ];
  });
}
