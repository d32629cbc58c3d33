import { addMilliseconds, type Instant } from '#shared/kernel/instant.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { type LookHistory, nextLookAfter } from '#shared/requests/mailboxRhythm.ts';

export interface QuietPorts {
  readonly now: () => Instant;
  /** Whether this desk reads a mailbox on a server. */
  readonly isConnected: () => boolean;
  /** One quiet look; how it ended is told to `looked`. */
  readonly look: () => Promise<unknown>;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** The looks nobody asks for: when the server tells news, every few minutes, and later and later while it fails. */
export interface QuietReading {
  /** Looks if it is time; resolves when the look ended. */
  readonly tick: () => Promise<void>;
  /** The server told news, or the connection ended. */
  readonly news: (isOver: boolean) => void;
  /** A look ended, also one that a person asked for: from here on time counts anew. */
  readonly looked: (problem: Problem | null) => void;
  /** The account is another one: the next tick looks. */
  readonly soon: () => void;
}

/** Keeps the rhythm of the quiet looks (P10). */
export function quietReading({ now, isConnected, look, random }: QuietPorts): QuietReading {
  let history: LookHistory = { failures: 0, problem: null };
  let lastAt: Instant | undefined;
  let wait = 0;
  let isLooking = false;
  const looked = (problem: Problem | null): void => {
    history = problem ? { failures: history.failures + 1, problem: problem.code } : { failures: 0, problem: null };
    lastAt = now();
    wait = nextLookAfter(history, random());
  };
  const isDue = (): boolean => {
    if (lastAt === undefined) return true;
    const at = now();
    // A clock that was ahead and was put right must not make it wait for years.
    return at < lastAt || addMilliseconds(lastAt, wait) <= at;
  };
  return {
    tick: async () => {
      if (isLooking || !isConnected() || !isDue()) return;
      isLooking = true;
      try {
        // Whatever comes of it, the next one is not at once.
        lastAt = now();
        wait = nextLookAfter({ failures: 1, problem: 'begun' }, 0);
        await look();
      } finally {
        isLooking = false;
      }
    },
    news: (isOver) => {
      // A server that ends the connection at once is not to be asked at once, again and again.
      if (!isOver) wait = history.problem === null ? 0 : wait;
      else if (history.problem === null)
        wait = Math.min(wait, nextLookAfter({ failures: 1, problem: 'ended' }, random()));
    },
    looked,
    soon: () => {
      lastAt = undefined;
    },
  };
}
