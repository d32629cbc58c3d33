import type { Database } from '#electron/db/open.ts';
import { problemOfStorage } from '#electron/db/storageProblem.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import type { ClaimBody, ClaimFound, ClaimName, SharedLog } from './sharedLog.ts';

/** The outcome of a claim. */
export type ClaimOutcome =
  | { readonly state: 'won' }
  /** Another desk was quicker; `null` when what it wrote cannot be read: the claim is burnt. */
  | { readonly state: 'lost'; readonly by: ClaimBody | null }
  /** The shared place did not answer, or this computer could not write down what it said: nobody knows yet. */
  | { readonly state: 'away'; readonly problem: Problem };

/** Locks between the desks (taking charge, sending, numbers), acquired by exclusive creation of a file. */
export interface Claims {
  /** Whether there is anybody to share with: a desk alone has every claim without asking. */
  readonly isShared: () => boolean;
  /**
   * Claims `name` for `ent`. What was won once stays won. The intent is on record before the place is asked, so that
   * after a crash the same claim is recognised by its nonce.
   */
  readonly take: (name: ClaimName, ent: string) => Promise<ClaimOutcome>;
  /** Whether another desk was quicker. */
  readonly isLost: (name: ClaimName, ent: string) => boolean;
  /** The key of one kind that `ent` has won, or has begun to claim. */
  readonly keyOf: (kind: string, ent: string) => string | undefined;
  /** Who holds a claim; null when nobody can be read there. */
  readonly holder: (name: ClaimName) => Promise<Result<ClaimBody | null, Problem>>;
  /** The keys taken of one kind by anybody; `[]` for a desk alone. */
  readonly taken: (kind: string) => Promise<Result<readonly string[], Problem>>;
}

export interface ClaimsOptions {
  readonly database: Database;
  /** The log while it answers. */
  readonly connected: () => SharedLog | undefined;
  readonly isShared: () => boolean;
  readonly device: () => string;
  /** A clock stamp for the claim. */
  readonly stamp: () => string;
  readonly newId: () => string;
}

interface Intent {
  readonly key: string;
  readonly nonce: string;
  readonly outcome: 'intended' | 'won' | 'lost' | 'burnt';
}

const SHARE_AWAY: Problem = {
  code: 'share-away',
  what: 'La cartella condivisa non risponde.',
  why: 'Quello che fai è salvato su questo computer.',
  remedy: 'Continua pure: l’app riprova da sola. Se dura, controlla che l’unità di rete sia collegata.',
};

export function openClaims({ database, connected, isShared, device, stamp, newId }: ClaimsOptions): Claims {
  // Only what this computer claimed under its present name: a copied disk holds the claims of another computer.
  const find = database.prepare<[string, string, string, string], Intent>(
    'SELECT key, nonce, outcome FROM claim WHERE kind = ? AND key = ? AND ent = ? AND dev = ?',
  );
  const ofEntity = database.prepare<[string, string, string], Intent>(
    `SELECT key, nonce, outcome FROM claim WHERE kind = ? AND ent = ? AND dev = ? AND outcome IN ('won', 'intended')
     ORDER BY outcome DESC, key DESC LIMIT 1`,
  );
  const intend = database.prepare(
    `INSERT INTO claim (kind, key, ent, nonce, dev, outcome) VALUES (?, ?, ?, ?, ?, 'intended')`,
  );
  const settle = database.prepare('UPDATE claim SET outcome = ? WHERE kind = ? AND key = ? AND nonce = ?');

  const ask = async (log: SharedLog, name: ClaimName, body: ClaimBody): Promise<ClaimOutcome> => {
    if (await log.claim(name, body)) return { state: 'won' };
    const found = await log.readClaim(name);
    if (found.state === 'free') return { state: 'away', problem: SHARE_AWAY };
    if (found.state === 'illegible') return { state: 'lost', by: null };
    const isMine = found.by.nonce === body.nonce && found.by.ent === body.ent;
    return isMine ? { state: 'won' } : { state: 'lost', by: found.by };
  };

  /** What the place answers, or the problem when it or the disk of this computer refuses. */
  const answered = async <Value>(work: () => Promise<Value>): Promise<Result<Value, Problem>> => {
    try {
      return ok(await work());
    } catch (cause) {
      const refused = problemOfStorage(cause);
      if (!refused) throw cause;
      return err(refused);
    }
  };
  const look = async <Value>(
    work: (log: SharedLog) => Promise<Value>,
    alone: Value,
  ): Promise<Result<Value, Problem>> => {
    if (!isShared()) return ok(alone);
    const log = connected();
    return log ? answered(() => work(log)) : err(SHARE_AWAY);
  };

  return {
    isShared,
    take: async (name, ent) => {
      if (!isShared()) return { state: 'won' };
      const known = find.get(name.kind, name.key, ent, device());
      if (known?.outcome === 'won') return { state: 'won' };
      const log = connected();
      if (!log) return { state: 'away', problem: SHARE_AWAY };
      const nonce = known?.nonce ?? newId();
      const answer = await answered(async () => {
        if (!known) intend.run(name.kind, name.key, ent, nonce, device());
        const outcome = await ask(log, name, { ent, dev: device(), nonce, hlc: stamp() });
        const kept = outcome.state === 'lost' && outcome.by === null ? 'burnt' : outcome.state;
        if (kept !== 'away') settle.run(kept, name.kind, name.key, nonce);
        return outcome;
      });
      return answer.ok ? answer.value : { state: 'away', problem: answer.error };
    },
    isLost: ({ kind, key }, ent) => find.get(kind, key, ent, device())?.outcome === 'lost',
    keyOf: (kind, ent) => ofEntity.get(kind, ent, device())?.key,
    holder: async (name) => {
      const found = await look<ClaimFound>((log) => log.readClaim(name), { state: 'free' });
      return found.ok ? ok(found.value.state === 'taken' ? found.value.by : null) : found;
    },
    taken: async (kind) => look<readonly string[]>((log) => log.claims(kind), []),
  };
}
