import type { Desk } from '#electron/desk/desk.ts';
import { unknownDraft } from '#electron/drafts/drafts.ts';
import type { Checking } from '#electron/drafts/forward.ts';
import type { Decline } from '#shared/drafts/decide.ts';
import type { Draft } from '#shared/drafts/draft.ts';
import {
  approveElsewhere,
  declineElsewhere,
  type HeardDecision,
  requireAnswersRead,
} from '#shared/drafts/elsewhere.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { map, ok, type Result } from '#shared/kernel/result.ts';
import type { Context } from '#shared/people/context.ts';
import { reopen } from '#shared/requests/decide.ts';
import { seeAnswer } from '#shared/requests/waiting.ts';
import { type Approving, approvedBy, checkedAnew, type Stores } from './approve.ts';

/** What the head decided, as an operator heard it. */
export interface DecidedElsewhere extends HeardDecision {
  readonly id: string;
  readonly decision:
    | ({ readonly kind: 'approved'; readonly text?: string } & Pick<Approving, 'at' | 'reasons' | 'answers'>)
    | Decline;
  /** The e-mails whose words were read with it. */
  readonly read?: readonly string[];
}

/** A decision that is not an approval; what is given back is on the operator's desk again. */
function declined(
  desk: Desk,
  { requests, drafts }: Stores,
  { id, read, ...heard }: DecidedElsewhere,
  how: Decline,
): Result<{ plannedFor: null }, Problem> {
  const [draft, request] = [drafts.get(id), requests.get(id)];
  if (!draft || !request) return unknownDraft();
  const kept = desk.act((context) => {
    const answers = requireAnswersRead(request.unread, { read });
    if (!answers.ok) return answers;
    const facts = declineElsewhere(draft, how, heard, context);
    if (!facts.ok) return facts;
    const back = how.kind === 'returned' ? reopen(request, how.why) : [];
    return ok([...facts.value, ...back, ...(read ? seeAnswer(request, read) : [])]);
  });
  return map(kept, () => ({ plannedFor: null }));
}

/**
 * An operator writes down what the head decided by telephone or e-mail (P38), whatever it was: an approval puts the notice
 * into the queue on its normal way.
 */
export function decideElsewhere(
  desk: Desk,
  stores: Stores,
  heard: DecidedElsewhere,
  checking: Checking,
): Result<{ plannedFor: Instant | null }, Problem> {
  const { id, decision, read, ...words } = heard;
  if (decision.kind !== 'approved') return declined(desk, stores, heard, decision);
  const { text, reasons = {}, at, answers } = decision;
  const checked = text === undefined ? undefined : checkedAnew(desk, stores, checking, { id, text, reasons });
  const rule = (draft: Draft, context: Context) => approveElsewhere(draft, { ...words, text, checked }, context);
  const leaving = {
    route: null,
    reading: { read },
    ...(at === undefined ? {} : { at }),
    ...(answers ? { answers } : {}),
  };
  return approvedBy(desk, stores, id, leaving, rule, ({ rewritten }) => text ?? rewritten.text, checked?.checks);
}
