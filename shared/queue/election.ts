/** Which sendings wait for the head's answers in an election period, and which may have them afterwards (P39). Pure. */
import type { Draft } from '#shared/drafts/draft.ts';
import { type Day, sayDay } from '#shared/kernel/day.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { type ElectionPeriod, electionAt, lastDayOf } from '#shared/people/profile/elections.ts';
import type { Job } from './job.ts';

/** Answers the head still owes. */
export interface ElectionDuty {
  readonly period: ElectionPeriod;
  /** `before`: it does not leave without them; `after`: it leaves or has left, and they are given afterwards. */
  readonly when: 'before' | 'after';
}

const NOT_LEFT: readonly Job['state'][] = ['queued', 'deferred', 'held', 'delivering'];
const NEVER_LEAVES: readonly Job['state'][] = ['cancelled', 'refused'];

/**
 * The answers a sending owes, by its planned day; `undefined` where it owes none. An emergency, and the alternative way
 * whose operator knew of the period, leave without them: the head was not there to be asked.
 */
export function electionDuty(
  { state, plannedFor, notice }: Pick<Job, 'state' | 'plannedFor' | 'notice'>,
  draft: Pick<Draft, 'election' | 'release'> | undefined,
  periods: readonly ElectionPeriod[],
): ElectionDuty | undefined {
  const period = electionAt(periods, plannedFor);
  if (!period || NEVER_LEAVES.includes(state) || draft?.election?.hash === notice.hash) return undefined;
  const release = draft?.release;
  if (release?.way === 'emergenza' || release?.electionUntil === lastDayOf(period)) return { period, when: 'after' };
  return NOT_LEFT.includes(state) ? { period, when: 'before' } : undefined;
}

/** Why a sending does not leave in an election period: the problem `election-answers`. */
export const heldByElection = (until: Day): Problem => ({
  code: 'election-answers',
  what: `È fermo: parte in periodo elettorale, fino a ${sayDay(until)}, e mancano le due risposte del capo settore.`,
  remedy:
    'Il capo settore risponde da Oggi o da Approvazione; se l’ha detto per telefono o per e-mail, lo registra un operatore. Poi l’invio riprende da solo.',
});
