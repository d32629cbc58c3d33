import { unknownDraft } from '#electron/drafts/drafts.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { Desk } from '#electron/people/desk.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { type ApprovalElsewhere, approve, approveElsewhere, isDisputed, textHash } from '#shared/drafts/decide.ts';
import type { Draft } from '#shared/drafts/draft.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Context } from '#shared/people/context.ts';
import type { Route } from '#shared/people/routes.ts';
import { chooseText } from '#shared/queue/decide.ts';
import { foldJob } from '#shared/queue/job.ts';
import { queueNotice } from './queue.ts';

export interface Approving {
  readonly id: string;
  /** Hash of the text that was on screen. */
  readonly seen: string;
  readonly text: string;
  /** Null = the normal way of the profile. */
  readonly route: Route | null;
}

interface Stores {
  readonly requests: RequestStore;
  readonly drafts: DraftStore;
}

/**
 * Approval and sending are kept in one moment, so none is ever without the other (P33). Of texts approved apart the one
 * chosen now takes the place of the other in the sending that waits.
 */
function approvedBy(
  desk: Desk,
  stores: Stores,
  id: string,
  route: Route | null,
  rule: (draft: Draft, context: Context) => Result<readonly NewFact[], Problem>,
  wordsOf: (draft: Draft) => string,
): Result<{ plannedFor: Instant }, Problem> {
  const [draft, request] = [stores.drafts.get(id), stores.requests.get(id)];
  if (!draft || !request) return unknownDraft();
  const context = desk.context();
  if (!context.ok) return context;
  const approved = rule(draft, context.value);
  if (!approved.ok) return approved;
  const text = wordsOf(draft);
  const words = { text, hash: textHash(text, context.value.sha256) };
  if (isDisputed(draft)) {
    const job = foldJob(id, desk.journal.factsOf(`job/${id}`));
    const kept = desk.keep(ok([...approved.value, ...(job ? chooseText(job, words) : [])]));
    return kept.ok ? ok({ plannedFor: job?.plannedFor ?? desk.now() }) : kept;
  }
  const queued = queueNotice(desk, request, words, { route: route ?? desk.profile.normalRoute });
  if (!queued.ok) return queued;
  const { facts, effect, plannedFor } = queued.value;
  const kept = desk.keep(ok([...approved.value, ...facts]), [effect]);
  return kept.ok ? ok({ plannedFor }) : kept;
}

/** The head approves (P24, P30). */
export function approveAndQueue(
  desk: Desk,
  stores: Stores,
  { id, seen, text, route }: Approving,
): Result<{ plannedFor: Instant }, Problem> {
  return approvedBy(
    desk,
    stores,
    id,
    route,
    (draft, context) => approve(draft, { seen, text }, context),
    () => text,
  );
}

/** An operator writes down that the head approved by telephone or e-mail (P38): the notice goes its normal way. */
export function approveElsewhereAndQueue(
  desk: Desk,
  stores: Stores,
  { id, ...decision }: { readonly id: string } & ApprovalElsewhere,
): Result<{ plannedFor: Instant }, Problem> {
  const rule = (draft: Draft, context: Context) => approveElsewhere(draft, decision, context);
  return approvedBy(desk, stores, id, null, rule, ({ rewritten }) => rewritten.text);
}
