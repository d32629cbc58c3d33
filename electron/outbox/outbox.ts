import type { Database } from '#electron/db/open.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Result } from '#shared/kernel/result.ts';
import { type Effect, nextAttempt } from '#shared/outbox/effect.ts';
import { effectTable, type KeptEffect } from './effectTable.ts';

/** Carries out one kind of effect. It must be safe to run again after a crash half-way. */
export type EffectProgram = (effect: KeptEffect) => Promise<Result<void, Problem>>;

export interface Outbox {
  /** Carries out everything that is due, one at a time; returns how many were done. A program that throws stops no other. */
  readonly tick: () => Promise<number>;
  /** Keeps effects; called inside the transaction of the facts that ask for them. */
  readonly keep: (effects: readonly Effect[], at: Instant) => void;
  /** Takes an effect back (undo); tells whether it was in time. */
  readonly cancel: (id: string) => boolean;
  /** An effect and how far it has come. */
  readonly get: (id: string) => KeptEffect | undefined;
  /** Why an effect that still waits did not succeed so far. */
  readonly problemOf: (id: string) => string | undefined;
  /** Tries again at once, or at a moment soon, what failed of these kinds: what held it back is gone. */
  readonly hurry: (kinds: readonly string[], at?: Instant) => void;
  /** The next moment at which something is due, if anything waits. */
  readonly nextDue: () => Instant | undefined;
}

export interface OutboxOptions {
  readonly database: Database;
  readonly programs: Readonly<Record<string, EffectProgram>>;
  readonly now: () => Instant;
}

/** Opens the outbox. Rounds run one after the other; what a killed program or a full disk left half-way waits again. */
export function openOutbox({ database, programs, now }: OutboxOptions): Outbox {
  const effects = effectTable(database);
  let lastRound: Promise<unknown> = Promise.resolve();

  const carryOut = async (effect: KeptEffect): Promise<boolean> => {
    const program = programs[effect.kind];
    if (!program) {
      effects.settle(effect.id, 'failed', `Questa versione dell’app non conosce «${effect.kind}».`);
      return false;
    }
    if (!effects.start(effect.id)) return false;
    const result = await attempt(program, effect);
    if (result.ok) effects.settle(effect.id, 'done', null);
    else effects.settle(effect.id, 'waiting', result.error.message, nextAttempt(now(), effect.attempts + 1));
    return result.ok;
  };
  const attempt = async (program: EffectProgram, effect: KeptEffect): Promise<Result<void, Problem>> => {
    try {
      return await program(effect);
    } catch (cause) {
      effects.settle(effect.id, 'failed', 'L’app ha avuto un problema interno.');
      throw new Error(`Effetto ${effect.kind} ${effect.id}`, { cause });
    }
  };
  const round = async (): Promise<number> => {
    for (const effect of effects.interrupted()) effects.settle(effect.id, 'waiting', effect.problem);
    const outcomes = await inTurn(effects.due(now()), carryOut);
    const bug = outcomes.find((outcome) => outcome.status === 'rejected');
    if (bug) throw bug.reason;
    return outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value).length;
  };
  return {
    tick: () => {
      const thisRound = lastRound.then(round);
      lastRound = thisRound.catch(() => undefined);
      return thisRound;
    },
    keep: (asked, at) => {
      for (const effect of asked) effects.insert(effect, at);
    },
    cancel: effects.cancel,
    get: effects.get,
    problemOf: effects.problemOf,
    hurry: (kinds, at = now()) => {
      for (const kind of kinds) effects.hurry(kind, at);
    },
    nextDue: effects.nextDue,
  };
}

/** Runs `work` on the items one after the other; one that fails stops none of the others. */
async function inTurn<Item, Value>(items: readonly Item[], work: (item: Item) => Promise<Value>) {
  const outcomes: PromiseSettledResult<Value>[] = [];
  for (const item of items) outcomes.push(...(await Promise.allSettled([work(item)])));
  return outcomes;
}
