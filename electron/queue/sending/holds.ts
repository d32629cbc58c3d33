import type { Desk } from '#electron/desk/desk.ts';
import { type NewFact, THE_APP } from '#shared/journal/fact.ts';
import { afterUndo } from '#shared/outbox/effect.ts';
import type { QueueFactType } from '#shared/queue/facts.ts';
import { DELIVER } from './deliver.ts';

/** A sending that is held, and the fact that tells the other desks so. */
export interface Hold {
  /** The request it belongs to. */
  readonly id: string;
  readonly fact: NewFact;
}

/**
 * Watches sendings that are held by what this app knows and an older one does not: each is told once, by a fact that an
 * older app does not pass over (decision 0015); what is no longer held is tried again, when it can no longer be taken back.
 */
export function watchHolds(desk: Desk, told: QueueFactType, holding: () => readonly Hold[]) {
  let held: ReadonlySet<string> = new Set();
  const isTold = (id: string): boolean => desk.journal.factsOf(`job/${id}`).some(({ type }) => type === told);
  return {
    look: (): void => {
      const before = held;
      const holds = holding();
      held = new Set(holds.map(({ id }) => id));
      const untold = holds.filter(({ id }) => !isTold(id)).map(({ fact }) => fact);
      if (untold.length > 0) desk.journal.append(untold, { actor: THE_APP });
      if ([...before].some((id) => !held.has(id))) desk.outbox.hurry([DELIVER], afterUndo(desk.now()));
    },
  };
}
