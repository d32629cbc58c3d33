import { z } from 'zod';
import type { Fact, NewFact } from '#shared/journal/fact.ts';
import { foldFacts } from '#shared/journal/order.ts';
import { readFact, writerOf } from '#shared/journal/vocabulary.ts';
import { type Instant, instantSchema } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { afterUndo } from '#shared/outbox/effect.ts';

/** The queue as a whole: the one entity `queue/town`. */
export const THE_QUEUE = 'town';

/** What can happen to all sendings together (P33). */
export const stopFacts = {
  /** A person stops every sending that has not left, on every desk. */
  'queue.stopped': z.object({ why: z.string() }),
  'queue.resumed': z.object({}),
} as const;
const stopFact = writerOf(stopFacts);

/** Who stopped all sendings, when and why; null while they leave. */
export const stoppedSchema = z.object({ by: z.string(), at: instantSchema, why: z.string() });
export type Stopped = z.infer<typeof stoppedSchema>;

export const stopSchema = z.object({
  stopped: stoppedSchema.nullable(),
  /** The last time sendings were let go again. */
  resumedAt: instantSchema.nullable(),
});
export type Stop = z.infer<typeof stopSchema>;

/** Nobody ever stopped the sendings. */
export const NEVER_STOPPED: Stop = { stopped: null, resumedAt: null };

/** How the stop stands after a set of facts: the first who stops counts until somebody resumes. */
export function foldStop(facts: readonly Fact[]): Stop {
  return foldFacts<Stop>(facts, NEVER_STOPPED, (stop, raw) => {
    const fact = readFact(stopFacts, raw);
    if (!fact) return stop;
    if (fact.type === 'queue.resumed') return stop.stopped ? { stopped: null, resumedAt: fact.at } : stop;
    return stop.stopped ? stop : { ...stop, stopped: { by: fact.actor, at: fact.at, why: fact.body.why } };
  });
}

/**
 * Whether nothing may leave now: while all is stopped, and after it was resumed for as long as that can be taken back
 * (L1). An act of the future, by a clock that was put back, holds nothing.
 */
export function holdsBack({ stopped, resumedAt }: Stop, now: Instant): boolean {
  return stopped !== null || (resumedAt !== null && resumedAt <= now && now < afterUndo(resumedAt));
}

/** A person stops all sendings; the problem `reason-missing` without a reason. Where they are stopped nothing changes. */
export function stopAll({ stopped }: Stop, why: string): Result<readonly NewFact[], Problem> {
  if (why.trim() === '') {
    return problem({
      code: 'reason-missing',
      what: 'Manca il motivo.',
      remedy: 'Scrivi perché gli invii devono fermarsi.',
    });
  }
  return ok(stopped ? [] : [stopFact('queue.stopped', `queue/${THE_QUEUE}`, { why: why.trim() })]);
}

/** A person lets the sendings go again. Where nothing is stopped nothing changes. */
export function resumeAll({ stopped }: Stop): readonly NewFact[] {
  return stopped ? [stopFact('queue.resumed', `queue/${THE_QUEUE}`, {})] : [];
}
