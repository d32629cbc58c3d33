import { problemOfStorage } from '#electron/db/storageProblem.ts';
import type { Fact } from '#shared/journal/fact.ts';
import type { ShareState } from '#shared/journal/shareState.ts';
import { beginRound, type ClockMeasurement, type Consent, connectionTo } from './connection.ts';
import { exchangeOnce } from './exchangeOnce.ts';
import { type ExchangeOptions, exchangeParts } from './exchangeParts.ts';
import { fingerprintOf } from './fingerprint.ts';
import { lookAtRegister, type RegisterLook } from './registerLook.ts';
import type { SharedLog } from './sharedLog.ts';
import { FORMAT } from './shareStatus.ts';

/** The exchange of facts between this desk and the others, over one shared log at a time. */
export interface Exchange {
  /**
   * From now on facts travel over this log; `undefined` = this desk works alone. What ran before is given up. A register that
   * another desk founded is entered after `join` alone, unless the consent is given.
   */
  readonly use: (log: SharedLog | undefined, configured: string | null, consent?: Consent) => void;
  /** What the register found there says of itself, while it waits to be confirmed; else `undefined`. Rejects as the log does. */
  readonly look: () => Promise<RegisterLook | undefined>;
  /** A person says that the register with this fingerprint is the office's own: `false` when it is not the one that waits. */
  readonly join: (fingerprint: string) => boolean;
  /**
   * One exchange, in and out. What the shared place does is told by `state`; rejects only for a bug, when everything that
   * could be done without it is done.
   */
  readonly round: () => Promise<void>;
  /** Founds a register where there is none, or puts back the marker of this desk's own; `false` when another desk was quicker, or the place is not ready for it. */
  readonly found: () => Promise<boolean>;
  readonly state: () => ShareState;
  /** From now on `listener` is told every new fact of another desk, in the transaction that keeps it. */
  readonly onReceived: (listener: (facts: readonly Fact[]) => void) => void;
  /** The log when it answered at the last round, for claims. */
  readonly connected: () => SharedLog | undefined;
  /** From now on this computer writes under a new name, which the others have to accept: it was expelled. */
  readonly startAnew: () => void;
  /** Whether this desk shares its register at all. */
  readonly isShared: () => boolean;
  /** The last comparison of this computer's clock with that of the place, another object each time; null before the first. */
  readonly measured: () => ClockMeasurement | null;
}

/** `2026-03-02T08:00` of a moment: screens show no seconds. */
const MINUTE_LENGTH = 16;

/** Opens the exchange of a desk, which works alone until it is given a log. */
export function openExchange(options: ExchangeOptions): Exchange {
  const parts = exchangeParts(options);
  let connection = connectionTo(undefined, null);
  let running: Promise<void> = Promise.resolve();
  let lastShown = '';

  const state = (): ShareState => {
    const { status, configured, exchangedAt, measured } = connection;
    const skewMilliseconds = measured?.skewMilliseconds ?? null;
    return parts.view({ ...status, configured, exchangedAt, skewMilliseconds, unknownKinds: parts.unknownKinds() });
  };
  const tellIfChanged = (): void => {
    const { exchangedAt: at, ...rest } = state();
    const shown = JSON.stringify([rest, at?.slice(0, MINUTE_LENGTH)]);
    if (shown !== lastShown) options.changed(['share']);
    lastShown = shown;
  };
  const runRound = async (): Promise<void> => {
    if (!connection.log) return;
    const round = beginRound(connection.log, () => connection);
    try {
      await exchangeOnce(options, parts, round, () => connection.status);
    } catch (cause) {
      const problem = problemOfStorage(cause);
      if (!problem) round.bugs.push(cause);
      else round.note({ status: { ...connection.status, state: 'away', problem } });
    }
    tellIfChanged();
    if (round.bugs.length > 0) throw round.bugs[0];
  };

  return {
    use: (log, configured, consent) => {
      connection.log?.close();
      connection = connectionTo(log, configured, consent);
      options.changed(['share']);
    },
    round: () => {
      const thisRound = running.then(runRound);
      running = thisRound.catch(() => undefined);
      return thisRound;
    },
    found: async () => {
      const { log, status } = connection;
      if (!log || status.state !== 'unfounded') return false;
      const { dev, key } = options.identities.current();
      return log.found(parts.space() ?? { id: options.newId(), format: FORMAT, founder: { dev, key } });
    },
    look: async () => {
      const { log, found, status } = connection;
      return log && found && status.state === 'unconfirmed' ? lookAtRegister(log, found) : undefined;
    },
    join: (fingerprint) => {
      const { found, status } = connection;
      if (!found || status.state !== 'unconfirmed' || fingerprintOf(found) !== fingerprint) return false;
      parts.belongTo(found);
      return true;
    },
    state,
    onReceived: parts.listeners.add,
    connected: () =>
      ['connected', 'incomplete', 'stuck'].includes(connection.status.state) ? connection.log : undefined,
    startAnew: () => {
      options.journal.become(options.identities.mint().dev);
      options.changed(['share']);
    },
    isShared: () => connection.log !== undefined,
    measured: () => connection.measured,
  };
}
