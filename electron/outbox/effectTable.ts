import type { Database } from '#electron/db/open.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type Problem, problemSchema } from '#shared/kernel/problem.ts';
import type { Effect } from '#shared/outbox/effect.ts';

/** How far an effect has come. `failed` met a bug: it waits for a person or for the next start of the app. */
export type EffectState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

interface EffectRow {
  readonly id: string;
  readonly kind: string;
  readonly payload: string;
  readonly not_before: Instant;
  readonly state: EffectState;
  readonly attempts: number;
  /** A `Problem` as JSON. */
  readonly problem: string | null;
  readonly failing_since: Instant | null;
}

/** An effect with what happened to it so far. */
export interface KeptEffect extends Effect {
  readonly state: EffectState;
  readonly attempts: number;
  /** Why the last attempt failed. */
  readonly problem: Problem | null;
  /** Since when no attempt has succeeded. */
  readonly failingSince: Instant | null;
  /** Whether what it is to do can be read: else its payload is null, and nobody can carry it out. */
  readonly isReadable: boolean;
}

/** Stands where a kept problem cannot be read: the effect itself is not touched by it. */
const UNREADABLE: Problem = {
  code: 'effect-not-done',
  what: 'Questo passo non è riuscito.',
  remedy: 'Aspetta: l’app riprova da sola.',
};

function toProblem(json: string | null): Problem | null {
  if (json === null) return null;
  try {
    return problemSchema.parse(JSON.parse(json));
  } catch {
    return UNREADABLE;
  }
}

/** What an effect is to do; damaged, it is that of one effect, which is told, and stops none of the others. */
function toPayload(json: string): Pick<KeptEffect, 'payload' | 'isReadable'> {
  try {
    return { payload: JSON.parse(json) as Effect['payload'], isReadable: true };
  } catch {
    return { payload: null, isReadable: false };
  }
}

const toEffect = ({ not_before, payload, problem, failing_since, ...row }: EffectRow): KeptEffect => ({
  ...row,
  ...toPayload(payload),
  failingSince: failing_since,
  notBefore: not_before,
  problem: toProblem(problem),
});

/** Reads and writes of the table of effects. An effect of a known id is inserted once. */
export function effectTable(database: Database) {
  const insert = database.prepare(
    `INSERT OR IGNORE INTO effect (id, kind, payload, not_before, state, made_at) VALUES (?, ?, ?, ?, 'waiting', ?)`,
  );
  const due = database.prepare<[Instant], EffectRow>(
    `SELECT * FROM effect WHERE state = 'waiting' AND not_before <= ? ORDER BY not_before, id`,
  );
  const nextDue = database.prepare<[], { at: Instant | null }>(
    `SELECT min(not_before) AS at FROM effect WHERE state = 'waiting'`,
  );
  const start = database.prepare(
    `UPDATE effect SET state = 'running', attempts = attempts + 1 WHERE id = ? AND state = 'waiting'`,
  );
  const settle = database.prepare(
    `UPDATE effect SET state = ?, not_before = coalesce(?, not_before), problem = ?,
       failing_since = CASE WHEN ? IS NULL THEN NULL ELSE coalesce(failing_since, ?) END
     WHERE id = ?`,
  );
  const wait = database.prepare(`UPDATE effect SET state = 'waiting' WHERE state = ?`);
  const retry = database.prepare(
    `UPDATE effect SET state = 'waiting', not_before = ? WHERE id = ? AND state IN ('waiting', 'failed')`,
  );
  const stuck = database.prepare<[Instant], EffectRow>(
    `SELECT * FROM effect
     WHERE state = 'failed' OR (state IN ('waiting', 'running') AND failing_since IS NOT NULL AND failing_since <= ?)
     ORDER BY failing_since, id`,
  );
  const hurry = database.prepare(
    `UPDATE effect SET not_before = ? WHERE kind = ? AND state = 'waiting' AND attempts > 0`,
  );
  const cancel = database.prepare(`UPDATE effect SET state = 'cancelled' WHERE id = ? AND state = 'waiting'`);
  const get = database.prepare<[string], EffectRow>('SELECT * FROM effect WHERE id = ?');
  const problemOf = database.prepare<[string], { problem: string | null }>(
    `SELECT problem FROM effect WHERE id = ? AND state IN ('waiting', 'failed')`,
  );
  return {
    insert: (effect: Effect, madeAt: Instant): void => {
      insert.run(effect.id, effect.kind, JSON.stringify(effect.payload), effect.notBefore, madeAt);
    },
    due: (now: Instant): readonly KeptEffect[] => due.all(now).map(toEffect),
    get: (id: string): KeptEffect | undefined => {
      const row = get.get(id);
      return row && toEffect(row);
    },
    problemOf: (id: string): Problem | undefined => toProblem(problemOf.get(id)?.problem ?? null) ?? undefined,
    /** What a killed program left half-way, or what met a bug, waits again. */
    waitAgain: (state: 'running' | 'failed'): void => {
      wait.run(state);
    },
    /** A person wants another attempt at `at`; tells whether there is still something to try. */
    retry: (id: string, at: Instant): boolean => retry.run(at, id).changes === 1,
    /** What met a bug, and what has been failing since `before` or longer. */
    stuck: (before: Instant): readonly KeptEffect[] => stuck.all(before).map(toEffect),
    /** What failed before and waits for another attempt is due at `at`. */
    hurry: (kind: string, at: Instant): void => {
      hurry.run(at, kind);
    },
    nextDue: (): Instant | undefined => nextDue.get()?.at ?? undefined,
    /** Begins an attempt; false when the effect was taken back meanwhile. */
    start: (id: string): boolean => start.run(id).changes === 1,
    /** Keeps how an attempt ended at `at`. */
    settle: (id: string, state: EffectState, problem: Problem | null, at: Instant, notBefore?: Instant): void => {
      const kept = problem && JSON.stringify(problem);
      settle.run(state, notBefore ?? null, kept, kept, at, id);
    },
    /** Takes an effect back while it still waits; tells whether it was in time. */
    cancel: (id: string): boolean => cancel.run(id).changes === 1,
  };
}
