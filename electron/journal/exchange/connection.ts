import { problemOfStorage } from '#electron/db/storageProblem.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { SharedLog, Space } from './sharedLog.ts';
import type { ShareStatus } from './shareStatus.ts';

/** One comparison of this computer's clock with that of the place. */
export interface ClockMeasurement {
  /** This computer's clock minus the other, in milliseconds. */
  readonly skewMilliseconds: number;
}

/**
 * Whether a person is asked before this desk enters a register that another one founded; who names the folder in a program
 * answers for it by naming it.
 */
export type Consent = 'asked' | 'given';

/** The shared log this desk is connected to, and how the exchange with it stands: all that a round changes. */
export interface Connection {
  /** `undefined` = this desk works alone. */
  log: SharedLog | undefined;
  /** The path as it was chosen. */
  configured: string | null;
  consent: Consent;
  /** The register that was found there last. */
  found: Space | null;
  status: ShareStatus;
  exchangedAt: Instant | null;
  /** The last comparison of the clocks, another object each time. */
  measured: ClockMeasurement | null;
}

/** The connection to `log`, of which nothing is known yet. */
export function connectionTo(
  log: SharedLog | undefined,
  configured: string | null,
  consent: Consent = 'asked',
): Connection {
  return {
    log,
    configured,
    consent,
    found: null,
    status: { state: log ? 'connecting' : 'alone', location: null, problem: null, isWeak: false },
    exchangedAt: null,
    measured: null,
  };
}

/** One round over one log. Once another log took its place, nothing of this round counts any more. */
export interface Round {
  readonly open: SharedLog;
  readonly consent: Consent;
  readonly isCurrent: () => boolean;
  /** Changes what is known of the connection, while this round counts. */
  readonly note: (change: Partial<Pick<Connection, 'status' | 'found' | 'exchangedAt' | 'measured'>>) => void;
  /**
   * A step whose failure stops none of the others (G4): the first problem is told, a bug waits for the end of the round.
   * Answers whether it went through.
   */
  readonly attempt: (step: () => Promise<void>) => Promise<boolean>;
  /** What this round met that is no problem of the place. */
  readonly bugs: unknown[];
}

/** Begins a round over `open`; `current` gives the connection of the moment. */
export function beginRound(open: SharedLog, current: () => Connection): Round {
  const isCurrent = (): boolean => current().log === open;
  const note: Round['note'] = (change) => {
    if (isCurrent()) Object.assign(current(), change);
  };
  const bugs: unknown[] = [];
  return {
    open,
    consent: current().consent,
    isCurrent,
    note,
    bugs,
    attempt: async (step) => {
      if (!isCurrent()) return false;
      try {
        await step();
        return isCurrent();
      } catch (cause) {
        const problem = problemOfStorage(cause);
        const { status } = current();
        if (!problem) bugs.push(cause);
        else note({ status: { ...status, problem: status.problem ?? problem } });
        return false;
      }
    },
  };
}
