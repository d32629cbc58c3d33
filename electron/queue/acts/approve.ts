import { type Desk, unlocked } from '#electron/desk/desk.ts';
import { unknownDraft } from '#electron/drafts/drafts.ts';
import { type Checking, checklistOf, type TextToForward } from '#electron/drafts/forward.ts';
import type { DraftStore } from '#electron/drafts/store.ts';
import { queueNotice } from '#electron/queue/sending/enqueue.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { approve, isInConflict, textHash } from '#shared/drafts/decide.ts';
import type { Draft } from '#shared/drafts/draft.ts';
import { type AnsweredElsewhere, answersAtApproval } from '#shared/drafts/election.ts';
import { requireAnswersRead } from '#shared/drafts/elsewhere.ts';
import { type CheckLine, draftFacts, type ElectionAnswers } from '#shared/drafts/facts.ts';
import type { NewFact } from '#shared/journal/fact.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import { bindingNow } from '#shared/people/bindings.ts';
import type { Context } from '#shared/people/context.ts';
import { approvalWords } from '#shared/people/pin.ts';
import type { Route } from '#shared/people/profile/routes.ts';
import { chooseText } from '#shared/queue/decide.ts';
import { foldJob } from '#shared/queue/job.ts';
import { leavingMoment } from '#shared/queue/leaving.ts';
import { seeAnswer } from '#shared/requests/waiting.ts';

export interface Approving {
  readonly id: string;
  /** Hash of the text that was on screen. */
  readonly seen: string;
  readonly text: string;
  /** Null = the normal way of the profile. */
  readonly route: Route | null;
  /** When it leaves, where the head chose. */
  readonly at?: Instant;
  /** Why lines of the checklist of a changed text go on all the same, by their name (P25). */
  readonly reasons?: Readonly<Record<string, string>>;
  /** The two answers, where it leaves in an election period (P39). */
  readonly answers?: ElectionAnswers;
}

/** How what is approved leaves, and which answers the decision goes by (P18). */
interface Leaving extends Pick<Approving, 'at' | 'answers'> {
  readonly route: Route | null;
  readonly reading: { readonly read?: readonly string[] | undefined; readonly isHead?: boolean };
}

export interface Stores {
  readonly requests: RequestStore;
  readonly drafts: DraftStore;
}

/**
 * Approval and sending are kept in one moment, so none is ever without the other (P33). Of texts in conflict the one
 * chosen now takes the place of the other in the sending that waits.
 */
export function approvedBy(
  desk: Desk,
  stores: Stores,
  id: string,
  { route, at, answers, reading }: Leaving,
  rule: (draft: Draft, context: Context) => Result<readonly NewFact[], Problem>,
  wordsOf: (draft: Draft) => string,
  checks?: Draft['checks'],
): Result<{ plannedFor: Instant }, Problem> {
  const [draft, request] = [stores.drafts.get(id), stores.requests.get(id)];
  if (!draft || !request) return unknownDraft();
  const context = desk.context();
  if (!context.ok) return context;
  const read = requireAnswersRead(request.unread, reading);
  if (!read.ok) return read;
  const approved = rule(draft, context.value);
  if (!approved.ok) return approved;
  const seen = reading.read ? seeAnswer(request, reading.read) : [];
  const text = wordsOf(draft);
  const hash = textHash(text, context.value.sha256);
  const answered = (leaves: Instant) =>
    answersAtApproval(id, hash, leaves, answers, context.value, decidedElsewhere(approved.value));
  if (isInConflict(draft)) {
    const job = foldJob(id, desk.journal.factsOf(`job/${id}`));
    const plannedFor = job?.plannedFor ?? desk.now();
    const answer = answered(plannedFor);
    if (!answer.ok) return answer;
    const chosen = job ? chooseText(job, { text, hash }) : [];
    return map(desk.keep(ok([...approved.value, ...answer.value, ...chosen, ...seen])), () => ({ plannedFor }));
  }
  const { now } = context.value;
  const moment = leavingMoment(desk.profile.calendar, { request, checks: checks ?? draft.checks, text, now, at });
  if (!moment.ok) return moment;
  const answer = answered(moment.value);
  if (!answer.ok) return answer;
  const queued = queueNotice(desk, request, text, {
    route: route ?? desk.profile.normalRoute,
    at: moment.value,
  });
  if (!queued.ok) return queued;
  const { facts, effect, plannedFor } = queued.value;
  return map(desk.keep(ok([...approved.value, ...answer.value, ...facts, ...seen]), [effect]), () => ({ plannedFor }));
}

/** How the head decided, where an operator wrote it down (P38); `undefined` when the head decided in the app. */
function decidedElsewhere(facts: readonly NewFact[]): AnsweredElsewhere | undefined {
  const approved = facts.find(({ type }) => type === 'draft.approved');
  const { elsewhere, way, note } = approved ? draftFacts['draft.approved'].parse(approved.body) : {};
  return elsewhere && way !== undefined && way !== 'app' ? { ...elsewhere, way, note: note ?? '' } : undefined;
}

/** The account of the operating system, told only where the head is bound to accounts. */
const accountOf = ({ journal, account }: Desk, person: string): { readonly account?: string } =>
  bindingNow(journal.factsOf(`binding/${person}`))?.accounts.length ? { account } : {};

/**
 * The checks of a text that the head changed (P30), made anew; `undefined` for the one that was forwarded. What the operator
 * gave a reason for, and is as it was, keeps it.
 */
export function checkedAnew(
  desk: Desk,
  { requests, drafts }: Stores,
  checking: Checking,
  changed: TextToForward,
): { readonly checks: CheckLine[]; readonly pack: string } | undefined {
  const [draft, request] = [drafts.get(changed.id), requests.get(changed.id)];
  const texts = draft ? [draft.rewritten, ...draft.conflicts].map(({ text }) => text) : [];
  if (!draft || !request || texts.includes(changed.text)) return undefined;
  const checks = checklistOf(desk, request, changed, checking).map((one) => {
    const before = draft.checks.find(({ line, detail }) => line === one.line && detail === one.detail);
    return { ...one, why: one.why ?? before?.why ?? null };
  });
  return { checks, pack: String(checking.pack.version) };
}

/** The head approves (P24, P30); a text the head changed passes the same checks as the operator's. */
export function approveAndQueue(
  desk: Desk,
  stores: Stores,
  { id, seen, text, route, reasons = {}, ...leaving }: Approving,
  checking?: Checking,
): Result<{ plannedFor: Instant }, Problem> {
  const checked = checking && checkedAnew(desk, stores, checking, { id, text, reasons });
  return approvedBy(
    desk,
    stores,
    id,
    { route, ...leaving, reading: { isHead: true } },
    (draft, context) => {
      const { actor } = context;
      const about = { ent: `draft/${draft.id}`, person: actor, dev: desk.journal.device() };
      const proof = (hash: string) => desk.pin.sign(actor, approvalWords({ ...about, hash }));
      return unlocked(desk, approve(draft, { seen, text, checked, proof, ...accountOf(desk, actor) }, context));
    },
    () => text,
    checked?.checks,
  );
}
