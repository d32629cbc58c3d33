import { z } from 'zod';
import { problemOfStorage, storageResult } from '#electron/db/storageProblem.ts';
import { isAnswerLost } from '#electron/db/storageProblems.ts';
import type { Desk } from '#electron/desk/desk.ts';
import { FILE_OUTCOME_UNKNOWN } from '#electron/files/fileProblem.ts';
import type { EffectProgram, NotYet } from '#electron/outbox/outbox.ts';
import type { Channel, Handed } from '#electron/queue/sending/channels/channel.ts';
import type { QueueStore } from '#electron/queue/store.ts';
import { THE_APP } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { accountOf, type Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { Effect } from '#shared/outbox/effect.ts';
import type { Route } from '#shared/people/profile/routes.ts';
import { step } from '#shared/queue/decide.ts';
import { type Deferral, deferredByHours, deferredByRoute } from '#shared/queue/deferral.ts';
import type { Job } from '#shared/queue/job.ts';
import { mailedFacts } from '#shared/queue/mailing.ts';
import { PAGE_CHANGED } from '#shared/queue/page.ts';
import { claimSending, claimSendingNow } from './claimSending.ts';

export const DELIVER = 'queue.deliver';
const payloadSchema = z.object({ job: z.string() });

/** What tells one turn of a sending from the next: the round, and how often it was put off and moved in it. */
export type Turn = Pick<Job, 'id' | 'rounds' | 'deferrals' | 'moves'>;

/** The effect that delivers a job: each round has its own, and each time the job was put off or moved. */
export function deliveryEffect({ id, rounds, deferrals, moves }: Turn, notBefore: Instant): Effect {
  const since = moves === 0 ? (deferrals === 0 ? [] : [deferrals]) : [deferrals, moves];
  const turn = [rounds, ...since].join('/');
  return { id: `${DELIVER}/${id}/${turn}`, kind: DELIVER, payload: { job: id }, notBefore };
}

/** The channel of a route; none when a person does it: the operational group (P31). */
export type ChannelOf = (route: Route) => Channel | undefined;

const isWaiting = ({ state }: Job): boolean => state === 'queued' || state === 'deferred';
const ELSEWHERE: Problem = {
  code: 'sent-elsewhere',
  what: 'Un’altra postazione ha preso questo invio e non ha ancora detto com’è andata.',
  remedy: 'Aspetta che si aggiorni. Se quella postazione è spenta, subentra dalla coda.',
};
const CHANGED_MEANWHILE: Problem = {
  code: 'job-changed-meanwhile',
  what: 'Mentre stava per partire, questo invio è cambiato: non è partito.',
  remedy: 'Guarda la coda: l’app riprende da com’è adesso.',
};
const MOVED_WHILE_LEAVING = 'Non sappiamo se è partito: da un’altra postazione l’hanno spostato mentre partiva.';
const INTERRUPTED =
  'Il computer si è spento o la rete si è interrotta mentre l’invio partiva: non sappiamo se la ditta l’ha preso.';
const UNKNOWN_OUTCOME = 'Non sappiamo se è partito: la consegna si è interrotta per un problema interno.';

/** Whether a delivery may have appeared all the same. */
const isOutcomeOpen = (trouble: Problem): boolean => isAnswerLost(trouble) || trouble.code === FILE_OUTCOME_UNKNOWN;

/** What delivering asks of the rest of the desk. */
export interface DeliverParts {
  readonly channelOf: ChannelOf;
  /** Why the notices of a route do not leave from this desk, which shares its register, or `undefined`. */
  readonly notFromHere: (route: Route) => Problem | undefined;
  /** Why the link of a notice is not to be sent to the citizens any more, or `undefined` (P22). */
  readonly linkGone: (job: Job) => Promise<Problem | undefined>;
  /** An emergency may leave without the shared place (P34). */
  readonly isEmergency: (job: Job) => boolean;
  /** Why the text of a sending may not leave, or `undefined`. */
  readonly textTrouble: (job: Job) => Problem | undefined;
  /** Why a sending may not leave because all are stopped, or `undefined`. */
  readonly stopTrouble: (job: Job) => Problem | undefined;
  /** Why this computer's clock cannot be trusted with a planned moment, or `undefined`. */
  readonly clockTrouble: () => Problem | undefined;
}

/** How a sending may begin: marked when no other desk could be asked. */
type Leave = { readonly desk: string; readonly withoutShare?: true };

/**
 * Delivers one job (P33), never before its moment nor by a clock that is not proved. A job that cannot go yet is put off, with a new moment at which it is tried by itself. Where it
 * goes, only the desk that wins the claim of its round delivers it, "started" is on record before anything leaves, and it
 * is never put off again; its text is looked at again right before. After a crash half-way the channel is asked for a proof: with it the job is handed over, without
 * it the job is delivered now, unless it had begun to appear: then, as where the channel itself breaks, nobody knows what
 * left, the job is uncertain, and only a person goes on.
 */
export function deliverProgram(desk: Desk, store: QueueStore, parts: DeliverParts): EffectProgram {
  const { channelOf, notFromHere, linkGone, isEmergency, textTrouble, stopTrouble, clockTrouble } = parts;
  const record = (decision: ReturnType<typeof step>, effects: readonly Effect[] = []): Result<void, Problem> => {
    if (!decision.ok) return decision;
    return storageResult(() => {
      desk.journal.append(decision.value, { actor: THE_APP, also: (at) => desk.outbox.keep(effects, at) });
    });
  };
  const defer = (job: Job, { until, why }: Deferral): Result<void, Problem> =>
    record(step(job, 'job.deferred', { until, why }), [
      deliveryEffect({ ...job, deferrals: job.deferrals + 1 }, until),
    ]);
  const heldBack = (job: Job): Problem | undefined =>
    stopTrouble(job) ?? textTrouble(job) ?? (isEmergency(job) ? undefined : clockTrouble());
  /** What is on record of a sending that was handed over: an emergency may have gone without the mayor's copy (P34). */
  const handed = (job: Job, how: Handed) => {
    const alone = job.route === 'e-mail alla ditta' && desk.profile.mayor === null && isEmergency(job);
    if (how.how === 'mail') return mailedFacts(job, how.letter, how.ended, alone);
    return step(job, 'job.handedOver', { evidence: how.evidence, ...(alone ? { withoutMayor: true as const } : {}) });
  };
  const leaving = ({ id }: Job): string => `leaving/${id}`;
  const beganToLeave = (job: Job): boolean => desk.local.get(leaving(job), z.int()) === job.rounds;
  /** The last look before anybody can see it: writing it down may have taken a while. */
  const mayAppear = (job: Job): Result<void, Problem> => {
    const trouble = heldBack(job);
    if (trouble) return err(trouble);
    const still = store.get(job.id);
    const turn = deliveryEffect(job, job.plannedFor).id;
    if (still?.state !== 'delivering' || deliveryEffect(still, still.plannedFor).id !== turn)
      return err(CHANGED_MEANWHILE);
    desk.local.set(leaving(job), job.rounds);
    return ok(undefined);
  };
  const leaveBy = async (channel: Channel, job: Job): Promise<Result<Handed | NotYet, Problem>> => {
    const left = await handedBy(channel, job);
    // When the drive broke off, only it knows whether anybody saw the delivery: the next attempt looks for the proof.
    const hasNotLeft = left.ok ? !('how' in left.value) : !isOutcomeOpen(left.error);
    if (hasNotLeft) desk.local.set(leaving(job), null);
    return left;
  };
  const handedBy = async (channel: Channel, job: Job): Promise<Result<Handed | NotYet, Problem>> => {
    try {
      return await channel.handOver(job, () => mayAppear(job));
    } catch (cause) {
      const trouble = problemOfStorage(cause);
      if (trouble) return err(trouble);
      record(step(job, 'job.uncertain', { why: UNKNOWN_OUTCOME }));
      throw cause;
    }
  };
  /** Begun here and moved elsewhere meanwhile: its proof may carry the old moment, so nothing leaves by itself any more. */
  const settleMoved = async (channel: Channel, job: Job): Promise<Result<void, Problem>> => {
    const proof = await channel.evidence(job);
    if (!proof.ok) return proof;
    return record(proof.value ? handed(job, proof.value) : step(job, 'job.uncertain', { why: MOVED_WHILE_LEAVING }));
  };
  const handOver = async (channel: Channel, job: Job): Promise<Result<void, Problem> | Result<NotYet, Problem>> => {
    const proof = await channel.evidence(job);
    if (!proof.ok) return proof;
    if (!proof.value && beganToLeave(job)) {
      // A folder that is away shows no proof of anything: it is looked for when it is back.
      const there = await channel.ready(job);
      return there.ok ? record(step(job, 'job.uncertain', { why: INTERRUPTED })) : there;
    }
    const left = proof.value ? ok(proof.value) : await leaveBy(channel, job);
    if (!left.ok) return left;
    return 'how' in left.value ? record(handed(job, left.value)) : ok(left.value);
  };
  const mayLeave = async (job: Job): Promise<Result<Leave, Problem>> => {
    const here = { desk: desk.journal.device() };
    const trouble = textTrouble(job);
    if (trouble) return err(trouble);
    const claimed = await (isEmergency(job) ? claimSendingNow(desk, job) : claimSending(desk, job));
    if (claimed.state === 'won') return ok(here);
    if (claimed.state === 'lost') return err(ELSEWHERE);
    return isEmergency(job) ? ok({ ...here, withoutShare: true }) : err(claimed.problem);
  };
  return async ({ id: effect, payload }) => {
    const { job: id } = payloadSchema.parse(payload);
    const job = store.get(id);
    const channel = job && channelOf(job.route);
    if (!job || !channel) return ok(undefined);
    const isTurnOf = (one: Job): boolean => effect === deliveryEffect(one, one.plannedFor).id;
    const isHere = job.desk === desk.journal.device();
    if (job.state === 'delivering' && isHere) {
      if (isTurnOf(job)) return handOver(channel, job);
      const turn = desk.outbox.get(deliveryEffect(job, job.plannedFor).id);
      return turn ? ok(undefined) : settleMoved(channel, job);
    }
    if (!isTurnOf(job) || !isWaiting(job)) return ok(undefined);
    const held = heldBack(job);
    if (held) return err(held);
    if (job.state === 'queued' && job.plannedFor > desk.now()) return ok({ notBefore: job.plannedFor });
    const elsewhere = desk.claims.isShared() ? notFromHere(job.route) : undefined;
    if (elsewhere) return err(elsewhere);
    const { calendar } = desk.profile;
    const closed = deferredByHours(job, calendar, desk.now());
    if (closed) return defer(job, closed);
    const ready = await channel.ready(job);
    if (!ready.ok) return defer(job, deferredByRoute(job, calendar, desk.now(), accountOf(ready.error)));
    const leave = await mayLeave(job);
    if (!leave.ok) return leave;
    const gone = await linkGone(job);
    // While the other desks were asked and the link was opened, a person may have taken it back, moved it, or put it off.
    const still = store.get(id);
    if (!still || !isWaiting(still) || !isTurnOf(still)) return ok(undefined);
    // A page that changed holds it until somebody looked; one that is gone stops it.
    if (gone?.code === PAGE_CHANGED) return err(gone);
    if (gone) return record(step(still, 'job.held', { why: gone.what }));
    const heldNow = heldBack(still);
    if (heldNow) return err(heldNow);
    const started = record(step(still, 'job.started', leave.value));
    if (!started.ok) return started;
    return handOver(channel, store.get(id) ?? still);
  };
}
