import type { Database } from '#electron/db/open.ts';
import { problemOfStorage } from '#electron/db/storageProblem.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, type Result } from '#shared/kernel/result.ts';
import { type Effect, lastingBefore, nextAttempt } from '#shared/outbox/effect.ts';
import { effectTable, type KeptEffect } from './effectTable.ts';

/** What a program answers that is to be asked again at a moment it knows: too early, or failed for `why`. */
export interface NotYet {
  readonly notBefore: Instant;
  readonly why?: Problem;
}

/** Carries out one kind of effect. It must be safe to run again after a crash half-way. */
export type EffectProgram = (effect: KeptEffect) => Promise<Result<void, Problem> | Result<NotYet, Problem>>;

/** Who carries out the effects of each kind. */
export type EffectPrograms = Readonly<Record<string, EffectProgram>>;

/** Who is told what no fact tells. */
export interface OutboxEars {
  /** The kind of each effect whose problem came or went. */
  readonly settled: (kind: string) => void;
  /** A bug that an effect met, and the number under which the user reads of it. Without it a round rejects with the bug. */
  readonly bug: (number: string, cause: Error) => void;
}

export interface Outbox {
  /**
   * Says who carries out the effects, once and before the first `tick`: the programs stand on the desk, which needs the
   * outbox.
   */
  readonly serve: (programs: EffectPrograms, ears?: Partial<OutboxEars>) => void;
  /**
   * Carries out everything that is due, one at a time; returns how many were done. A program that throws stops no other:
   * trouble of the world is tried again after a pause, what met a bug at the next start or when a person says so.
   */
  readonly tick: () => Promise<number>;
  /** Keeps effects; called inside the transaction of the facts that ask for them. */
  readonly keep: (effects: readonly Effect[], at: Instant) => void;
  /** Takes an effect back (undo); tells whether it was in time. */
  readonly cancel: (id: string) => boolean;
  /** An effect and how far it has come. */
  readonly get: (id: string) => KeptEffect | undefined;
  /** Why an effect that still waits did not succeed so far. */
  readonly problemOf: (id: string) => Problem | undefined;
  /** Tries again at once, or at a moment soon, what failed of these kinds: what held it back is gone. */
  readonly hurry: (kinds: readonly string[], at?: Instant) => void;
  /** A person wants another attempt of one effect now; tells whether there is still something to try. */
  readonly retry: (id: string) => boolean;
  /** What a person must know of: what met a bug, and what has not succeeded for a quarter of an hour. */
  readonly stuck: () => readonly KeptEffect[];
  /** The next moment at which something is due, if anything waits. */
  readonly nextDue: () => Instant | undefined;
}

export interface OutboxOptions {
  readonly database: Database;
  readonly now: () => Instant;
  /** The number of a bug, as the user reads it. */
  readonly newId: () => string;
}

const internal = (number: string): Problem => ({
  code: 'internal',
  what: `L’app ha avuto un problema interno (numero ${number}).`,
  why: 'Quello che avevi salvato è al sicuro. L’app riprova da sola la prossima volta che si apre.',
  remedy: 'Scegli «Riprova adesso» in Oggi; se succede ancora, segnala il numero all’assistenza.',
});
const unknownKind = (kind: string): Problem => ({
  code: 'effect-unknown',
  what: `Questa versione dell’app non conosce «${kind}».`,
  remedy: 'Aggiorna l’app: la prossima volta che si apre riprova da sola.',
});
const ILLEGIBLE: Problem = {
  code: 'effect-illegible',
  what: 'Questo passo non si legge più: sul computer qualcosa l’ha rovinato.',
  why: 'Gli altri passi vanno avanti.',
  remedy: 'Guarda la richiesta e rifallo a mano. Poi controlla i dati in Impostazioni, Copie.',
};
const thrown = (_number: string, cause: Error): never => {
  throw cause;
};

/** Opens the outbox. Rounds run one after the other; what a killed program or a full disk left half-way waits again. */
export function openOutbox({ database, now, newId }: OutboxOptions): Outbox {
  let programs: EffectPrograms | undefined;
  let ears: OutboxEars = { settled: () => undefined, bug: thrown };
  let begun = false;
  const effects = effectTable(database);
  let lastRound: Promise<unknown> = Promise.resolve();

  const settle = (
    effect: KeptEffect,
    state: 'done' | 'waiting' | 'failed',
    why: Problem | null,
    next?: Instant,
  ): void => {
    effects.settle(effect.id, state, why, now(), next);
    if (why ?? effect.problem) ears.settled(effect.kind);
  };
  const carryOut = async (effect: KeptEffect): Promise<boolean> => {
    if (!effect.isReadable) {
      settle(effect, 'failed', ILLEGIBLE);
      return false;
    }
    const program = programs?.[effect.kind];
    if (!program) {
      settle(effect, 'failed', unknownKind(effect.kind));
      return false;
    }
    if (!effects.start(effect.id)) return false;
    const result = await attempt(program, effect);
    if (!result) return false;
    if (!result.ok) settle(effect, 'waiting', result.error, nextAttempt(now(), effect.attempts + 1));
    else if (result.value) settle(effect, 'waiting', result.value.why ?? null, result.value.notBefore);
    else settle(effect, 'done', null);
    return result.ok && !result.value;
  };
  /** How the program went; nothing when it met a bug, which is settled. */
  const attempt = async (
    program: EffectProgram,
    effect: KeptEffect,
  ): Promise<Awaited<ReturnType<EffectProgram>> | undefined> => {
    try {
      return await program(effect);
    } catch (cause) {
      const trouble = problemOfStorage(cause);
      if (trouble) return err(trouble);
      const number = newId();
      settle(effect, 'failed', internal(number));
      ears.bug(number, new Error(`Effetto ${effect.kind} ${effect.id}`, { cause }));
      return undefined;
    }
  };
  const round = async (): Promise<number> => {
    if (!programs) throw new Error('Nobody serves the outbox: call serve before the first tick.');
    effects.waitAgain('running');
    if (!begun) effects.waitAgain('failed');
    begun = true;
    const outcomes = await inTurn(effects.due(now()), carryOut);
    const bug = outcomes.find((outcome) => outcome.status === 'rejected');
    if (bug) throw bug.reason;
    return outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value).length;
  };
  return {
    serve: (served, told) => {
      programs = served;
      ears = { ...ears, ...told };
    },
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
    retry: (id) => effects.retry(id, now()),
    stuck: () => effects.stuck(lastingBefore(now())),
    nextDue: effects.nextDue,
  };
}

/** Runs `work` on the items one after the other; one that fails stops none of the others. */
async function inTurn<Item, Value>(items: readonly Item[], work: (item: Item) => Promise<Value>) {
  const outcomes: PromiseSettledResult<Value>[] = [];
  for (const item of items) outcomes.push(...(await Promise.allSettled([work(item)])));
  return outcomes;
}
