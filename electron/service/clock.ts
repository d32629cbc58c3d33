import type { ClockProof } from '#electron/desk/clockProof.ts';
import type { Desk, Done } from '#electron/desk/desk.ts';
import { CLOCK_NOT_COMPARED, type ClockView } from '#shared/journal/clockProof.ts';
import type { ShareState } from '#shared/journal/shareState.ts';
import { ok } from '#shared/kernel/result.ts';
import { serviceFact } from '#shared/service/facts.ts';

/** The clock of this computer as the screens show it; while the shared place is still to answer nobody is asked. */
export function viewClock(
  desk: Desk,
  clock: ClockProof,
  { state, exchangedAt }: Pick<ShareState, 'state' | 'exchangedAt'>,
): ClockView {
  const problem = clock.trouble() ?? null;
  const isAwaited = problem === CLOCK_NOT_COMPARED && (exchangedAt === null || state === 'away');
  return { shows: desk.now(), problem, asksPerson: problem !== null && !isAwaited };
}

/** A person says that the clock of this computer is right (P33): on record with who, for as long as the app runs. */
export function confirmClock(desk: Desk, clock: ClockProof): Done {
  const kept = desk.act(({ now }) =>
    ok([serviceFact('clock.confirmed', `clock/${desk.journal.device()}`, { shows: now })]),
  );
  if (!kept.ok) return kept;
  clock.confirm();
  desk.tell('share');
  desk.tell('queue');
  return kept;
}
