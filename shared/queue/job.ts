import { z } from 'zod';
import type { Fact } from '../journal/fact.ts';
import { foldFacts } from '../journal/order.ts';
import { type FactOf, readFact } from '../journal/vocabulary.ts';
import { instantSchema } from '../kernel/instant.ts';
import { routeSchema } from '../people/routes.ts';
import { groupAnswerSchema, noticeSchema, type QueueStep, queueFacts } from './facts.ts';
import { receiptBodySchema } from './receipt.ts';
import { foldedState, JOB_STATES, type JobState, nextState } from './states.ts';

const stateSchema = z.enum(Object.keys(JOB_STATES) as [JobState, ...JobState[]]);

/** A sending, as its facts tell it (P33). */
export const jobSchema = z.object({
  /** The request whose notice it carries. */
  id: z.string(),
  state: stateSchema,
  notice: noticeSchema,
  route: routeSchema,
  plannedFor: instantSchema,
  /** How often it was put into the queue: each round is delivered at most once. */
  rounds: z.int().positive(),
  /** How often a person moved it in this round, and who did last. */
  moves: z.int().nonnegative(),
  movedBy: z.string().nullable(),
  /** How often it was put off in this round since it was moved. */
  deferrals: z.int().nonnegative(),
  /** It leaves although all sendings are stopped (P34). */
  evenStopped: z.boolean(),
  queuedBy: z.string(),
  queuedAt: instantSchema,
  /** Desk that delivers or delivered it. */
  desk: z.string().nullable(),
  /** It left while the shared place was away, unseen by the other desks. */
  withoutShare: z.boolean(),
  evidence: z.string().nullable(),
  /** What the program of the contractor said of it, when it did. */
  receipt: receiptBodySchema.nullable(),
  sent: z
    .object({
      sentAt: instantSchema,
      text: z.string(),
      recipients: z.int().nullable(),
      by: z.string(),
      confirmedAt: instantSchema,
    })
    .nullable(),
  /** Why it stands where it stands, when somebody or something said so. */
  why: z.string().nullable(),
  /** What the operational group answered, while the sending stands refused by it (P31). */
  answer: groupAnswerSchema.nullable(),
  changedAt: instantSchema,
  /** Facts the machine does not allow, kept and shown (two desks at once, a late fact). */
  rejected: z.array(z.object({ type: z.string(), by: z.string(), at: instantSchema })),
});
export type Job = z.infer<typeof jobSchema>;

type QueueFact = FactOf<typeof queueFacts>;

type BeginningFact = Extract<QueueFact, { type: 'job.queued' | 'job.renewed' }>;

function queued(id: string, { actor, at, body }: BeginningFact): Job {
  return {
    id,
    state: 'queued',
    notice: body.notice,
    route: body.route,
    plannedFor: body.plannedFor,
    rounds: 1,
    moves: 0,
    movedBy: null,
    deferrals: 0,
    evenStopped: 'evenStopped' in body && body.evenStopped === true,
    queuedBy: actor,
    queuedAt: at,
    desk: null,
    withoutShare: false,
    evidence: null,
    receipt: null,
    sent: null,
    why: null,
    answer: null,
    changedAt: at,
    rejected: [],
  };
}

type StepFact = Extract<QueueFact, { type: QueueStep }>;
const LEFT_APART = 'Una postazione lo inviava mentre un’altra lo fermava: non sappiamo se è partito.';

function detailsOf(job: Job, fact: StepFact): Partial<Job> {
  switch (fact.type) {
    case 'job.started':
      return { desk: fact.body.desk, withoutShare: fact.body.withoutShare ?? false, why: null };
    case 'job.handedOver':
      return { evidence: fact.body.evidence, why: null };
    case 'job.sent':
      return { sent: { ...fact.body, by: fact.actor, confirmedAt: fact.at }, why: null };
    case 'job.refused':
      return { why: fact.body.why, answer: fact.body.answer ?? null };
    case 'job.deferred':
      return { plannedFor: fact.body.until, why: fact.body.why, deferrals: job.deferrals + 1 };
    case 'job.moved':
      return { ...fact.body, moves: job.moves + 1, movedBy: fact.actor, deferrals: 0 };
    case 'job.renewed':
      return { ...queued(job.id, fact), rejected: job.rejected };
    case 'job.requeued':
      return {
        plannedFor: fact.body.plannedFor,
        why: fact.body.why,
        desk: null,
        withoutShare: false,
        evidence: null,
        receipt: null,
        moves: 0,
        movedBy: null,
        deferrals: 0,
      };
    default:
      return { why: fact.body.why };
  }
}

function apply(job: Job, fact: QueueFact): Job {
  const rejected = { ...job, rejected: [...job.rejected, { type: fact.type, by: fact.actor, at: fact.at }] };
  if (fact.type === 'job.queued') return rejected;
  if (fact.type === 'job.receiptRead') return { ...job, receipt: fact.body };
  if (fact.type === 'job.textChosen') return { ...job, notice: { ...job.notice, ...fact.body } };
  const state = foldedState(job.state, fact.type);
  if (!state) return rejected;
  const rounds = job.rounds + (fact.type === 'job.requeued' || fact.type === 'job.renewed' ? 1 : 0);
  const isApart = nextState(job.state, fact.type) === undefined && state === 'uncertain';
  const apart = isApart ? { why: LEFT_APART } : {};
  return { ...job, answer: null, ...detailsOf(job, fact), ...apart, state, rounds, changedAt: fact.at };
}

/** The job that a set of facts tells, or `undefined` before it was queued. */
export function foldJob(id: string, facts: readonly Fact[]): Job | undefined {
  return foldFacts<Job | undefined>(facts, undefined, (job, raw) => {
    const fact = readFact(queueFacts, raw);
    if (!fact) return job;
    if (job) return apply(job, fact);
    return fact.type === 'job.queued' ? queued(id, fact) : undefined;
  });
}
