import { z } from 'zod';
import { type Fact, THE_APP } from '#shared/journal/fact.ts';
import { foldFacts } from '#shared/journal/order.ts';
import { type FactOf, readFact } from '#shared/journal/vocabulary.ts';
import { type Instant, instantSchema } from '#shared/kernel/instant.ts';
import { routeSchema } from '#shared/people/profile/routes.ts';
import {
  groupAnswerSchema,
  type QueueStep,
  queuedTextSchema,
  queueFacts,
  receiptBodySchema,
  toldSendingSchema,
} from './facts.ts';
import { isMailTold, isOfFormerMail, jobMailSchema, mailed, mailProved, mailTold } from './jobMail.ts';
import { jobPageSchema, pageAfter, pageFacts } from './page.ts';
import { foldedState, JOB_STATES, type JobState, mayCancel, nextState } from './states.ts';

const stateSchema = z.enum(Object.keys(JOB_STATES) as [JobState, ...JobState[]]);

/** A sending, as its facts tell it (P33). */
export const jobSchema = z.object({
  /** The request whose notice it carries. */
  id: z.string(),
  state: stateSchema,
  notice: queuedTextSchema,
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
  /** Whether the mayor has still to get the copy it left without (P34); null when it left with it, or has not left. */
  mayorCopy: z.enum(['due', 'given']).nullable(),
  /** Whether the head has still to get the copy that did not reach him (P32); null when it left well, or has not left. */
  headCopy: z.enum(['due', 'given']).nullable(),
  /** The e-mail of this round that left by itself, and what is proved of it; null where none did. */
  mail: jobMailSchema.nullable(),
  /** Who sent the e-mail to the contractor, and when, where the app had only written it (P32). */
  posted: z.object({ by: z.string(), at: instantSchema }).nullable(),
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
  /** What an e-mail of the contractor says of it, when one does. */
  told: toldSendingSchema.nullable(),
  /** The page of its news since the approval (P22); null before it was looked at. */
  page: jobPageSchema.nullable(),
  changedAt: instantSchema,
  /** Facts the machine does not allow, kept and shown (two desks at once, a late fact). */
  rejected: z.array(z.object({ type: z.string(), by: z.string(), at: instantSchema })),
});
export type Job = z.infer<typeof jobSchema>;

const HAPPENED: readonly JobState[] = ['cancelled', 'refused', 'uncertain'];

/** The moment a sending is about: when it was sent, when it stopped, or when it is planned. */
export function momentOf({
  state,
  sent,
  plannedFor,
  changedAt,
}: Pick<Job, 'state' | 'sent' | 'plannedFor' | 'changedAt'>): Instant {
  if (sent) return sent.sentAt;
  return HAPPENED.includes(state) ? changedAt : plannedFor;
}

/**
 * Nothing happens to it any more, and nobody has anything to do for it: no copy is due either (P32, P34), nor is the page
 * gone of what was sent and still holds (P22).
 */
export const isSettled = ({
  state,
  mayorCopy,
  headCopy,
  page,
}: Pick<Job, 'state' | 'mayorCopy' | 'headCopy' | 'page'>): boolean =>
  (state === 'cancelled' || (state === 'sent' && !page?.lostSince)) && mayorCopy !== 'due' && headCopy !== 'due';

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
    mayorCopy: null,
    headCopy: null,
    mail: null,
    posted: null,
    receipt: null,
    sent: null,
    why: null,
    answer: null,
    told: null,
    page: null,
    changedAt: at,
    rejected: [],
  };
}

type StepFact = Extract<QueueFact, { type: QueueStep }>;
const LEFT_WHILE_STOPPED = 'Una postazione lo inviava mentre un’altra lo fermava: non sappiamo se è partito.';

function detailsOf(job: Job, fact: StepFact): Partial<Job> {
  switch (fact.type) {
    case 'job.started':
      return { desk: fact.body.desk, withoutShare: fact.body.withoutShare ?? false, why: null };
    case 'job.handedOver':
      return { evidence: fact.body.evidence, why: null, mayorCopy: fact.body.withoutMayor ? 'due' : null };
    case 'job.mailed':
      return mailed(job, fact);
    case 'job.mailFound':
    case 'job.bounced':
      return mailProved(job.mail, fact);
    case 'job.posted':
      return { posted: { by: fact.actor, at: fact.at }, why: null };
    case 'job.postUndone':
      return { posted: null };
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
        mail: null,
        headCopy: null,
        posted: null,
        receipt: null,
        told: null,
        moves: 0,
        movedBy: null,
        deferrals: 0,
      };
    default:
      return { why: fact.body.why };
  }
}

/** The app only wrote the e-mail to the contractor: a person sends it (P32, P66). */
const isWritten = ({ route }: Job, { type, actor }: QueueFact): boolean =>
  type === 'job.handedOver' && actor === THE_APP && route === 'e-mail alla ditta';

const isOfPage = (fact: QueueFact): fact is FactOf<typeof pageFacts> => Object.hasOwn(pageFacts, fact.type);

function apply(job: Job, fact: QueueFact): Job {
  const rejected = { ...job, rejected: [...job.rejected, { type: fact.type, by: fact.actor, at: fact.at }] };
  if (fact.type === 'job.queued') return rejected;
  if (fact.type === 'job.sentUndone') return job;
  if (isOfFormerMail(job, fact)) return job;
  if (isMailTold(fact)) return { ...job, ...mailTold(job, fact) };
  if (fact.type === 'job.mayorCopied') return job.mayorCopy === 'due' ? { ...job, mayorCopy: 'given' } : job;
  // Whether it is still held follows from its day and the answers: these facts only keep older desks from sending it.
  if (fact.type === 'job.electionHeld' || fact.type === 'job.answerHeld') return job;
  if (isOfPage(fact)) return { ...job, page: pageAfter(job.page, job.rounds, fact) };
  if (fact.type === 'job.sendingTold') return { ...job, told: fact.body };
  if (fact.type === 'job.sendingToldOfAnother') return job.told?.mail === fact.body.mail ? { ...job, told: null } : job;
  if (fact.type === 'job.receiptRead') return { ...job, receipt: fact.body };
  if (fact.type === 'job.textChosen') return { ...job, notice: { ...job.notice, ...fact.body } };
  // What another program is delivering may have left: nobody takes it out any more.
  if (fact.type === 'job.cancelled' && job.state === 'delivering' && !mayCancel(job)) return rejected;
  const folded = foldedState(job.state, fact.type);
  if (!folded) return rejected;
  const state = folded === 'handedOver' && isWritten(job, fact) ? 'toPost' : folded;
  const rounds = job.rounds + (fact.type === 'job.requeued' || fact.type === 'job.renewed' ? 1 : 0);
  const isConcurrent = nextState(job.state, fact.type) === undefined && state === 'uncertain';
  const concurrent = isConcurrent ? { why: LEFT_WHILE_STOPPED } : {};
  return { ...job, answer: null, ...detailsOf(job, fact), ...concurrent, state, rounds, changedAt: fact.at };
}

/** The facts without the confirmations that were taken back right after (P67). */
function standing(facts: readonly Fact[]): readonly Fact[] {
  const undone = facts.flatMap((raw) => {
    const fact = raw.type === 'job.sentUndone' ? readFact(queueFacts, raw) : undefined;
    return fact?.type === 'job.sentUndone' ? [fact.body.fact] : [];
  });
  return undone.length === 0 ? facts : facts.filter(({ h }) => !undone.includes(h));
}

/** The job that a set of facts tells, or `undefined` before it was queued. */
export function foldJob(id: string, facts: readonly Fact[]): Job | undefined {
  return foldFacts<Job | undefined>(standing(facts), undefined, (job, raw) => {
    const fact = readFact(queueFacts, raw);
    if (!fact) return job;
    if (job) return apply(job, fact);
    return fact.type === 'job.queued' ? queued(id, fact) : undefined;
  });
}
