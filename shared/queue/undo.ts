import type { Fact, NewFact } from '#shared/journal/fact.ts';
import { inOrder } from '#shared/journal/order.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { afterUndo } from '#shared/outbox/effect.ts';
import { registerFact } from '#shared/register/facts.ts';
import { queueFact } from './facts.ts';

/** What happened to a sending and to its row of the register. */
export interface SentFacts {
  readonly job: readonly Fact[];
  readonly entry: readonly Fact[];
}

/**
 * What takes back the confirmation that a notice was sent (P67), with its row of the register: within the seconds of undo,
 * at the desk where it was confirmed, if nothing happened to either since. Else `undefined`.
 */
export function undoOfSent(
  id: string,
  { job, entry }: SentFacts,
  { dev, now }: { readonly dev: string; readonly now: Instant },
): readonly NewFact[] | undefined {
  const sent = inOrder(job).at(-1);
  // The app gives the number by itself: that is nothing a person did.
  const recorded = inOrder(entry)
    .filter(({ type }) => type !== 'entry.numbered')
    .at(-1);
  if (sent?.type !== 'job.sent' || sent.dev !== dev || now > afterUndo(sent.at)) return undefined;
  if (recorded?.type !== 'entry.recorded' || recorded.dev !== dev) return undefined;
  return [
    queueFact('job.sentUndone', `job/${id}`, { fact: sent.h }),
    registerFact('entry.undone', `entry/${id}`, { fact: recorded.h }),
  ];
}
