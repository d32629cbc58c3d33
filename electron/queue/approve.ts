import { unknownDraft } from '#electron/drafts/drafts.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import type { Desk } from '#electron/people/desk.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { approve, textHash } from '#shared/drafts/decide.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import type { Route } from '#shared/people/routes.ts';
import { queueNotice } from './queue.ts';

export interface Approving {
  readonly id: string;
  /** Hash of the text that was on screen. */
  readonly seen: string;
  readonly text: string;
  /** Null = the normal way of the profile. */
  readonly route: Route | null;
}

/** The head approves (P24, P30): approval and sending are kept in one moment, so none is ever without the other (P33). */
export function approveAndQueue(
  desk: Desk,
  stores: { readonly requests: RequestStore; readonly drafts: DraftStore },
  { id, seen, text, route }: Approving,
): Result<{ plannedFor: Instant }, Problem> {
  const [draft, request] = [stores.drafts.get(id), stores.requests.get(id)];
  if (!draft || !request) return unknownDraft();
  const context = desk.context();
  if (!context.ok) return context;
  const approved = approve(draft, { seen, text }, context.value);
  if (!approved.ok) return approved;
  const queued = queueNotice(
    desk,
    request,
    { text, hash: textHash(text, context.value.sha256) },
    { route: route ?? desk.profile.normalRoute },
  );
  if (!queued.ok) return queued;
  const { facts, effect, plannedFor } = queued.value;
  const kept = desk.keep(ok([...approved.value, ...facts]), [effect]);
  return kept.ok ? ok({ plannedFor }) : kept;
}
