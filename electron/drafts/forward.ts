import { type Desk, decideAndKeep } from '#electron/people/desk.ts';
import { unknownRequest } from '#electron/requests/requests.ts';
import type { RequestStore } from '#electron/requests/store.ts';
import { readSender } from '#electron/requests/views.ts';
import { checkDraft } from '#shared/drafts/check.ts';
import { fillChecklist } from '#shared/drafts/checklist.ts';
import { checkContextOf } from '#shared/drafts/context.ts';
import { forwardDraft, textHash } from '#shared/drafts/decide.ts';
import type { CheckLine } from '#shared/drafts/facts.ts';
import type { Pack } from '#shared/drafts/pack.ts';
import { romeOf } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { problem } from '#shared/kernel/problem.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { headOf } from '#shared/people/roster.ts';
import type { SimilarNotice } from '#shared/requests/comparison.ts';
import { isUrgent } from '#shared/requests/deadlines.ts';
import { forward } from '#shared/requests/decide.ts';
import { mailProfileOf, mayAsk } from '#shared/requests/profile.ts';
import type { Request } from '#shared/requests/request.ts';
import type { DraftStore } from './store.ts';

export interface Forwarding {
  readonly id: string;
  readonly text: string;
  /** Why each failed line of the checklist goes on all the same, by its name (P25). */
  readonly reasons: Readonly<Record<string, string>>;
}

/** What a text is checked with besides the request itself (P21, P23). */
export interface Checking {
  readonly pack: Pack;
  /** Notices sent or in the queue that resemble a request with this text. */
  readonly similar: (request: Request, text: string) => readonly SimilarNotice[];
}

/** The checklist of a request with the text as it stands now (P25), with the reasons given. */
export function checksOf(
  desk: Desk,
  request: Request,
  { text, reasons }: Forwarding,
  { pack, similar }: Checking,
): readonly CheckLine[] {
  const { calendar } = desk.profile;
  const sender = readSender(desk, request.sender)?.address ?? '';
  const sendDate = request.data.sendDate ?? romeOf(desk.now()).day;
  const lines = fillChecklist({
    request,
    text,
    findings: checkDraft(text, pack, checkContextOf(desk.profile, sendDate)),
    similar: similar(request, text),
    senderKnown: mayAsk(mailProfileOf(desk.profile), sender),
    hosts: desk.profile.hosts,
    urgent: isUrgent(calendar, request.receivedAt, request.data.sendDate),
  });
  return lines.map((line) => ({ ...line, why: reasons[line.line]?.trim() || null }));
}

/** Ends the intake: request and text go to the head together (P26). Answers with the name of the head. */
export function forwardToHead(
  desk: Desk,
  stores: { readonly requests: RequestStore; readonly drafts: DraftStore },
  checking: Checking,
  forwarding: Forwarding,
): Result<{ to: string }, Problem> {
  const request = stores.requests.get(forwarding.id);
  if (!request) return unknownRequest();
  const head = headOf(desk.roster());
  if (!head) {
    return problem(
      'no-head',
      'L’app non sa chi è il capo settore: il testo è salvato, ma non si può inoltrare.',
      'Nelle Impostazioni indica chi è il capo settore.',
    );
  }
  const { text } = forwarding;
  const kept = decideAndKeep(desk, (context) => {
    const intake = forward(request, textHash(text, context.sha256), context);
    if (!intake.ok) return intake;
    const checks = checksOf(desk, request, forwarding, checking);
    const pack = String(checking.pack.version);
    const draft = forwardDraft(request, { text, checks, pack, to: head.id }, context);
    return draft.ok ? ok([...intake.value, ...draft.value]) : draft;
  });
  if (!kept.ok) return kept;
  stores.drafts.write(request.id, text, desk.now());
  return ok({ to: head.name });
}
