import { z } from 'zod';
import type { EffectProgram } from '#electron/outbox/outbox.ts';
import { type Desk, THE_APP } from '#electron/people/desk.ts';
import type { NewsSite } from '#electron/requests/newsSite.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Effect } from '#shared/outbox/effect.ts';
import type { Route } from '#shared/people/routes.ts';
import { step } from '#shared/queue/decide.ts';
import type { Job } from '#shared/queue/job.ts';
import { sayLinkCheck } from '#shared/requests/linkCheck.ts';
import type { Channel } from './channels/channel.ts';
import type { QueueStore } from './store.ts';

export const DELIVER = 'queue.deliver';
const payloadSchema = z.object({ job: z.string() });

/** The effect that delivers a job; `round` counts how often it was queued, so that each round has its own effect. */
export function deliveryEffect(job: string, round: number, notBefore: Instant): Effect {
  return { id: `${DELIVER}/${job}/${round}`, kind: DELIVER, payload: { job }, notBefore };
}

/** Why a notice whose link no longer works must not leave (P22: repeated at hand-off), or `undefined`. */
async function linkGone(site: NewsSite, { notice }: Job): Promise<string | undefined> {
  const check = notice.link === null ? undefined : await site.check(notice.link);
  return check?.outcome === 'notFound' ? `La notizia non si apre: ${sayLinkCheck(check).words}.` : undefined;
}

/** The channel of a route; none when a person does it: the operational group (P31). */
export type ChannelOf = (route: Route) => Channel | undefined;

/**
 * Delivers one job (P33). "Started" is on record before anything leaves. After a crash half-way the channel is asked for
 * a proof: with it the job is handed over, without it nothing had left and it is delivered now.
 */
export function deliverProgram(desk: Desk, store: QueueStore, channelOf: ChannelOf, site: NewsSite): EffectProgram {
  const record = (decision: ReturnType<typeof step>): Result<void, Problem> => {
    if (!decision.ok) return decision;
    desk.journal.append(decision.value, { actor: THE_APP });
    return ok(undefined);
  };
  const handOver = async (channel: Channel, job: Job): Promise<Result<void, Problem>> => {
    const proof = channel.evidence(job);
    if (proof) return record(step(job, 'job.handedOver', { evidence: proof }));
    const handed = await channel.handOver(job);
    return handed.ok ? record(step(job, 'job.handedOver', { evidence: handed.value })) : handed;
  };
  return async ({ payload }) => {
    const { job: id } = payloadSchema.parse(payload);
    const job = store.get(id);
    const channel = job && channelOf(job.route);
    if (!job || !channel) return ok(undefined);
    if (job.state === 'delivering') return handOver(channel, job);
    if (job.state !== 'queued' && job.state !== 'deferred') return ok(undefined);
    const ready = channel.ready(job);
    if (!ready.ok) return ready;
    const gone = await linkGone(site, job);
    if (gone) return record(step(job, 'job.held', { why: gone }));
    const started = record(step(job, 'job.started', { desk: desk.journal.device }));
    if (!started.ok) return started;
    return handOver(channel, store.get(id) ?? job);
  };
}
