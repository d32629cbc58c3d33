import type { Fact, NewFact } from '#shared/journal/fact.ts';
import { inOrder } from '#shared/journal/order.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { afterUndo } from '#shared/outbox/effect.ts';
import { draftFact } from './facts.ts';

/** The decisions on a text that can be taken back right after (P67). */
const DECISIONS = ['draft.approved', 'draft.released', 'draft.returned', 'draft.refused', 'draft.postponed'] as const;
type Decision = (typeof DECISIONS)[number];

/** A decision that can still be taken back, and what takes it back. */
export interface Undoable {
  readonly decision: Decision;
  readonly undo: NewFact;
}

/**
 * What takes back the last decision on a text (P67): within the seconds of undo, at the desk where it was made, if nothing
 * happened to the text since. Not one that settles texts in conflict: the sending already goes by it. Else `undefined`.
 */
export function undoOfDecision(
  id: string,
  facts: readonly Fact[],
  { dev, now }: { readonly dev: string; readonly now: Instant },
): Undoable | undefined {
  const last = inOrder(facts).at(-1);
  const decision = DECISIONS.find((type) => type === last?.type);
  if (!last || !decision || last.dev !== dev || now > afterUndo(last.at)) return undefined;
  const settles = (last.body as { readonly settles?: unknown }).settles;
  if (settles !== undefined) return undefined;
  return { decision, undo: draftFact('draft.undone', `draft/${id}`, { fact: last.h }) };
}
