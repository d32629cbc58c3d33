import type { Desk } from '#electron/desk/desk.ts';
import { sha256 } from '#electron/journal/journal.ts';
import { deliveryEffect } from '#electron/queue/sending/deliver.ts';
import { textHash } from '#shared/drafts/decide.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import { type Instant, later } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { plannedMoment } from '#shared/kernel/workdays.ts';
import { afterUndo, type Effect } from '#shared/outbox/effect.ts';
import type { Route } from '#shared/people/profile/routes.ts';
import { enqueue, renew } from '#shared/queue/decide.ts';
import { foldJob } from '#shared/queue/job.ts';
import { lackingProblem, routeLacks, stopsQueueing } from '#shared/queue/routeLacks.ts';
import type { Request } from '#shared/requests/request.ts';

/** What puts a notice into the queue. */
export interface Queued {
  readonly facts: readonly NewFact[];
  readonly effect: Effect;
  readonly plannedFor: Instant;
}

/**
 * The facts and the effect that put a notice into the queue, in the transaction of its approval (P33): at the date and
 * time wanted within the hours of service, or `at` a moment of its own (P34). A request has one sending, in one place only:
 * the problem `already-queued` says where it stands; `route-lacks` names all that the way lacks, before anything is kept. The hash it carries is taken here, of the text it carries. After a cancelled one the text is a new round of it.
 */
export function queueNotice(
  desk: Desk,
  request: Request,
  text: string,
  how: {
    readonly route: Route;
    readonly at?: Instant;
    readonly evenStopped?: boolean;
    /** An emergency leaves from this desk now: whether its way may (P34). Absent for all others. */
    readonly emergency?: { readonly leavesFromHere: boolean };
  },
): Result<Queued, Problem> {
  const ground = {
    profile: desk.profile,
    roster: desk.roster(),
    leavesFromHere: how.emergency?.leavesFromHere ?? true,
  };
  const lacks = stopsQueueing(routeLacks(how.route, ground), how.emergency !== undefined);
  if (lacks.length > 0) return err(lackingProblem(how.route, lacks));
  const before = foldJob(request.id, desk.journal.factsOf(`job/${request.id}`));
  const now = desk.now();
  const { sendDate, sendTime, link, office, category, reason } = request.data;
  const plannedFor = how.at ?? plannedMoment(desk.profile.calendar, now, sendDate, sendTime);
  const notice = {
    title: request.title,
    text,
    hash: textHash(text, sha256),
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
