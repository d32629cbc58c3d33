import type { DraftStore } from '#electron/drafts/store.ts';
import { type Desk, decideAndKeep } from '#electron/people/desk.ts';
import type { Numbering } from '#electron/register/numbering.ts';
import { type Highest, keepNumbered } from '#electron/register/recording.ts';
import type { RegisterStore } from '#electron/register/store.ts';
import type { Draft } from '#shared/drafts/draft.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { afterUndo, type Effect } from '#shared/outbox/effect.ts';
import type { Context } from '#shared/people/context.ts';
import { nameOf } from '#shared/people/roster.ts';
import type { Route } from '#shared/people/routes.ts';
import { enqueue, plannedMoment, renew, step } from '#shared/queue/decide.ts';
import { entryOf } from '#shared/queue/entryOf.ts';
import { foldJob, type Job } from '#shared/queue/job.ts';
import type { JobRow } from '#shared/queue/views.ts';
import { recordEntry } from '#shared/register/record.ts';
import type { Request } from '#shared/requests/request.ts';
import { mayStop } from './claimSending.ts';
import { deliveryEffect } from './deliver.ts';
import { approverOutOfRole } from './outOfRole.ts';
import type { QueueStore } from './store.ts';
import { isTextGone, textTrouble } from './textTrouble.ts';

const isOver = ({ state }: Job): boolean => state === 'sent' || state === 'cancelled';
/** The later of two moments. */
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** What puts a notice into the queue. */
export interface Queued {
  readonly facts: readonly NewFact[];
  readonly effect: Effect;
  readonly plannedFor: Instant;
}

/**
 * The facts and the effect that put a notice into the queue, in the transaction of its approval (P33): at the date and
 * time wanted within the hours of service, or `at` a moment of its own (P34). A request has one sending, in one place only:
 * the problem `already-queued` says where it stands. After a cancelled one the text is a new round of it.
 */
export function queueNotice(
  desk: Desk,
  request: Request,
  text: { readonly text: string; readonly hash: string },
  how: { readonly route: Route; readonly at?: Instant; readonly evenStopped?: boolean },
): Result<Queued, Problem> {
  const before = foldJob(request.id, desk.journal.factsOf(`job/${request.id}`));
  const now = desk.now();
  const { sendDate, sendTime, link, office, category, reason } = request.data;
  const plannedFor = how.at ?? plannedMoment(desk.profile.calendar, now, sendDate, sendTime);
  const notice = {
    title: request.title,
    ...text,
    link,
    office,
    category,
    reason,
    requestedDate: request.asked.sendDate,
  };
  const facts = before
    ? renew(before, notice, plannedFor, how.route)
    : ok(enqueue(request.id, notice, plannedFor, how.route, how.evenStopped));
  if (!facts.ok) return facts;
  return ok({
    facts: facts.value,
    plannedFor,
    effect: deliveryEffect(
      { id: request.id, rounds: (before?.rounds ?? 0) + 1, deferrals: 0, moves: 0 },
      later(plannedFor, afterUndo(now)),
    ),
  });
}

/** The problem of a sending that is not there. */
export const unknownJob = (): Result<never, Problem> =>
  problem('job-unknown', 'Questo invio non è più nella coda.', 'Aggiorna la coda e riprova.');

/** Whether another desk began a sending, or won its claim, and has not said how it went. */
export function isTakenElsewhere({ journal, claims }: Desk, { id, state, rounds, desk }: Job): boolean {
  if (state === 'delivering') return desk !== journal.device();
  const isWaiting = state === 'queued' || state === 'deferred';
  return isWaiting && claims.isLost({ kind: 'invio', key: `${id}-${rounds}` }, `job/${id}`);
}

/** The sendings and the texts they carry. */
export interface SendingStores {
  readonly queue: QueueStore;
  readonly drafts: DraftStore;
}

/** The queue with names and with what holds a sending back. */
export function listJobs(
  desk: Desk,
  { queue, drafts }: SendingStores,
  names: {
    readonly deskName: (dev: string) => string;
    readonly receiptProblem: (job: string) => string | undefined;
  },
): readonly JobRow[] {
  const roster = desk.roster();
  return queue.all().map((job) => ({
    ...job,
    queuedByName: nameOf(roster, job.queuedBy),
    deskName: job.desk === null ? null : names.deskName(job.desk),
    isElsewhere: isTakenElsewhere(desk, job),
    isTextGone: job.state !== 'sent' && isTextGone(drafts, job),
    outOfRole: isOver(job) ? null : approverOutOfRole(desk, job.id),
    obstacle: names.receiptProblem(job.id) ?? desk.outbox.problemOf(deliveryEffect(job, job.plannedFor).id) ?? null,
  }));
}

/** What a person says about a sending that happened (P33, P36). */
export interface Confirmation {
  readonly id: string;
  /** The text really sent; null when it is the approved one. */
  readonly text: string | null;
  readonly recipients: number | null;
  /** When it was sent; null = now. */
  readonly sentAt: Instant | null;
}

const inTheFuture = (): Result<never, Problem> =>
  problem('sent-in-the-future', 'L’invio non può essere avvenuto nel futuro.', 'Correggi il giorno o l’ora.');

/**
 * A person confirms that a notice was sent (P33, P36); the register row is kept in the same moment. Where desks share a
 * register its number is claimed right after: `provv.` when the shared place does not answer in time.
 */
export async function confirmSent(
  desk: Desk,
  stores: { readonly queue: QueueStore; readonly register: RegisterStore; readonly numbering: Numbering },
  sources: { readonly request: (id: string) => Request | undefined; readonly draft: (id: string) => Draft | undefined },
  input: Confirmation,
): Promise<Result<{ number: string }, Problem>> {
  const [job, request, draft] = [stores.queue.get(input.id), sources.request(input.id), sources.draft(input.id)];
  if (!job || !request || !draft) return unknownJob();
  const approver = approverOutOfRole(desk, job.id);
  const outOfRole = approver && nameOf(desk.roster(), approver);
  const decide = ({ now, actor, sha256 }: Context, highest: Highest): Result<readonly NewFact[], Problem> => {
    const text = input.text ?? job.notice.text;
    const sentAt = input.sentAt ?? now;
    if (sentAt > now) return inTheFuture();
    const sent = step(job, 'job.sent', { sentAt, text, recipients: input.recipients });
    if (!sent.ok) return sent;
    const body = entryOf(
      job,
      request,
      draft,
      { sentAt, text: input.text, recipients: input.recipients, by: actor, outOfRole },
      sha256,
    );
    return ok([...sent.value, ...recordEntry(job.id, body, highest)]);
  };
  return keepNumbered(desk, stores, job.id, decide);
}

function stepOf(
  desk: Desk,
  store: QueueStore,
  id: string,
  decide: (job: Job) => ReturnType<typeof step>,
  effects: (job: Job) => readonly Effect[] = () => [],
): Result<Record<string, never>, Problem> {
  const job = store.get(id);
  if (!job) return unknownJob();
  const kept = decideAndKeep(
    desk,
    () => decide(job),
    () => effects(job),
  );
  return kept.ok ? ok({}) : kept;
}

/**
 * Back into the queue by a person's decision (P33): the only way a notice is ever delivered again. A planned moment that
 * has still to come is kept, so that a cancelling taken back does not make a notice leave days early; the one of a
 * sending the app put off is not, because who puts it back says that it can go now. A text that was given back stays out.
 */
export function requeue(
  desk: Desk,
  { queue, drafts }: SendingStores,
  { id, why }: { readonly id: string; readonly why: string },
) {
  const now = desk.now();
  const next = plannedMoment(desk.profile.calendar, now, null, null);
  const momentOf = ({ plannedFor, state }: Job): Instant =>
    plannedFor > now && state !== 'deferred' ? plannedFor : next;
  return stepOf(
    desk,
    queue,
    id,
    (job) => {
      const trouble = textTrouble(drafts, job);
      return trouble ? err(trouble) : step(job, 'job.requeued', { plannedFor: momentOf(job), why });
    },
    (job) => [
      deliveryEffect(
        { id: job.id, rounds: job.rounds + 1, deferrals: 0, moves: 0 },
        later(momentOf(job), afterUndo(now)),
      ),
    ],
  );
}

/** Takes a notice out of the queue before it leaves; the row stays (P33). Not while another desk may be sending it. */
export async function cancel(
  desk: Desk,
  store: QueueStore,
  { id, why }: { readonly id: string; readonly why: string },
) {
  const job = store.get(id);
  const stoppable = job ? await mayStop(desk, job) : unknownJob();
  if (!stoppable.ok) return stoppable;
  return stepOf(desk, store, id, (job) => step(job, 'job.cancelled', { why }));
}
