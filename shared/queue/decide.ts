import type { Fact, NewFact } from '#shared/journal/fact.ts';
import { inOrder } from '#shared/journal/order.ts';
import type { BodyOf } from '#shared/journal/vocabulary.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Route } from '#shared/people/profile/routes.ts';
import { type QueuedText, type QueueStep, queueFact, type queueFacts } from './facts.ts';
import { foldJob, type Job } from './job.ts';
import { JOB_STATES, mayCancel, nextState } from './states.ts';

/** An approved notice enters the queue (P33). */
export function enqueue(
  id: string,
  notice: QueuedText,
  plannedFor: Instant,
  route: Route,
  evenStopped = false,
): readonly NewFact[] {
  const body = { notice, plannedFor, route, ...(evenStopped ? { evenStopped: true as const } : {}) };
  return [queueFact('job.queued', `job/${id}`, body)];
}

/** A text approved anew takes the place of one that did not leave (P31), as the next round of its sending. */
export function renew(
  job: Job,
  notice: QueuedText,
  plannedFor: Instant,
  route: Route,
): Result<readonly NewFact[], Problem> {
  if (job.state === 'cancelled') return step(job, 'job.renewed', { notice, plannedFor, route });
  return problem({
    code: 'already-queued',
    what: `«${job.notice.title}» è già nella coda degli invii e adesso è «${JOB_STATES[job.state]}».`,
    remedy:
      'Per inviare un altro testo annulla prima quell’invio. Se è già uscito, prepara una rettifica dal registro.',
  });
}

/** One step of a sending; the problem `job-not-allowed` when the machine of P33 has no such step from here. */
export function step<Type extends QueueStep>(
  job: Job,
  type: Type,
  body: BodyOf<typeof queueFacts, Type>,
): Result<readonly NewFact[], Problem> {
  if (nextState(job.state, type) === undefined || (type === 'job.cancelled' && !mayCancel(job))) {
    return problem({
      code: 'job-not-allowed',
      what: `«${job.notice.title}» adesso è «${JOB_STATES[job.state]}»: questo passo non è possibile.`,
      remedy: 'Aggiorna la coda e guarda lo stato, prima di decidere.',
    });
  }
  return ok([queueFact(type, `job/${job.id}`, body)]);
}

/** Of two texts approved concurrently the chosen one takes the place of the other, as long as nothing has left (G9). */
export function chooseText(job: Job, text: { readonly text: string; readonly hash: string }): readonly NewFact[] {
  const isWaiting = job.state === 'queued' || job.state === 'deferred' || job.state === 'held';
  return isWaiting && job.notice.hash !== text.hash ? [queueFact('job.textChosen', `job/${job.id}`, text)] : [];
}

/**
 * A person gives a sending that has not left another moment (P33), also outside the hours of service; the problem
 * `moment-past` when that moment is over.
 */
export function move(
  job: Job,
  { plannedFor, why }: BodyOf<typeof queueFacts, 'job.moved'>,
  now: Instant,
): Result<readonly NewFact[], Problem> {
  if (plannedFor <= now) {
    return problem({
      code: 'moment-past',
      what: 'Quel momento è già passato.',
      remedy: 'Scegli un giorno e un’ora che devono ancora venire.',
    });
  }
  return step(job, 'job.moved', { plannedFor, why: why?.trim() || null });
}

/** The sending as it was before it was moved, when that is the last thing that happened to it; else `undefined`. */
export function beforeMove(id: string, facts: readonly Fact[]): Job | undefined {
  const ordered = inOrder(facts);
  return ordered.at(-1)?.type === 'job.moved' ? foldJob(id, ordered.slice(0, -1)) : undefined;
}

/** The moving of a sending is taken back: to its moment as it was, or to standing still. */
export function takeBackMove(job: Job, before: Job): Result<readonly NewFact[], Problem> {
  const { state, plannedFor, why } = before;
  return state === 'held'
    ? step(job, 'job.held', { why: why ?? '' })
    : step(job, 'job.moved', { plannedFor, why: 'spostamento ripreso' });
}
