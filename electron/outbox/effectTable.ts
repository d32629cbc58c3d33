import type { Database } from '#electron/db/open.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import type { Effect } from '#shared/outbox/effect.ts';

/** How far an effect has come. `failed` waits for a person. */
export type EffectState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

interface EffectRow {
  readonly id: string;
  readonly kind: string;
  readonly payload: string;
  readonly not_before: Instant;
  readonly state: EffectState;
  readonly attempts: number;
  readonly problem: string | null;
}

/** An effect with what happened to it so far. */
export interface KeptEffect extends Effect {
  readonly state: EffectState;
  readonly attempts: number;
  /** Why the last attempt failed, in Italian. */
  readonly problem: string | null;
}

const toEffect = ({ not_before, payload, ...row }: EffectRow): KeptEffect => ({
  ...row,
  payload: JSON.parse(payload) as Effect['payload'],
  notBefore: not_before,
});

/** Reads and writes of the table of effects. An effect of a known id is inserted once. */
export function effectTable(database: Database) {
  const insert = database.prepare(
    `INSERT OR IGNORE INTO effect (id, kind, payload, not_before, state, made_at) VALUES (?, ?, ?, ?, 'waiting', ?)`,
  );
  const due = database.prepare<[Instant], EffectRow>(
    `SELECT * FROM effect WHERE state = 'waiting' AND not_before <= ? ORDER BY not_before, id`,
  );
  const interrupted = database.prepare<[], EffectRow>(`SELECT * FROM effect WHERE state = 'running' ORDER BY id`);
  const nextDue = database.prepare<[], { at: Instant | null }>(
    `SELECT min(not_before) AS at FROM effect WHERE state = 'waiting'`,
  );
  const start = database.prepare(
    `UPDATE effect SET state = 'running', attempts = attempts + 1 WHERE id = ? AND state = 'waiting'`,
  );
  const settle = database.prepare(
    `UPDATE effect SET state = ?, not_before = coalesce(?, not_before), problem = ? WHERE id = ?`,
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
    problemOf: (id: string): string | undefined => problemOf.get(id)?.problem ?? undefined,
    /** Effects a killed program left half-way. */
    interrupted: (): readonly KeptEffect[] => interrupted.all().map(toEffect),
    /** What failed before and waits for another attempt is due at `at`. */
    hurry: (kind: string, at: Instant): void => {
      hurry.run(at, kind);
    },
    nextDue: (): Instant | undefined => nextDue.get()?.at ?? undefined,
    /** Begins an attempt; false when the effect was taken back meanwhile. */
    start: (id: string): boolean => start.run(id).changes === 1,
    settle: (id: string, state: EffectState, problem: string | null, notBefore?: Instant): void => {
      settle.run(state, notBefore ?? null, problem, id);
    },
    /** Takes an effect back while it still waits; tells whether it was in time. */
    cancel: (id: string): boolean => cancel.run(id).changes === 1,
  };
}
